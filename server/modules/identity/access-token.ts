import { hash, randomBytes } from "node:crypto"
import { errors, type JWTPayload, jwtVerify, SignJWT } from "jose"
import { DomainError } from "#platform/errors"
import { perRuntime, type Runtime } from "#platform/runtime"
import { type Keys, keysOf } from "./keys.ts"
import { RecentlyUsed } from "./recently-used.ts"

/** What an access token says: whose session it is, and nothing of what they may do. */
export type Claims = { userId: string; sessionId: string; epoch: number; expiresAt: number }

const algorithm = "RS256"
const kind = "at+jwt"
const audience = "docket"
const longest = 4096
const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const issuerOf = ({ config }: Runtime): string => config.publicUrl ?? "docket"

export const wrongToken = () => new DomainError(401, "E_AUTH_TOKEN_INVALID", "This access token is not valid. Sign in again.")
const expiredToken = () => new DomainError(401, "E_AUTH_TOKEN_EXPIRED", "This access token has expired. Refresh it.")

/** Lives for ACCESS_TOKEN_EXPIRE_MINUTES. Signing is not for inside a transaction. */
export async function signAccessToken(runtime: Runtime, claims: Omit<Claims, "expiresAt">): Promise<string> {
  const { kid, privateKey } = await keysOf(runtime)
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ sid: claims.sessionId, epoch: claims.epoch })
    .setProtectedHeader({ alg: algorithm, typ: kind, kid })
    .setIssuer(issuerOf(runtime))
    .setAudience(audience)
    .setSubject(claims.userId)
    .setJti(randomBytes(16).toString("base64url"))
    .setIssuedAt(now)
    .setExpirationTime(now + runtime.config.accessTokenMinutes * 60)
    .sign(privateKey)
}

/** Verified tokens by their hash: every request passes here, and a signature costs more than the rest of it. */
const verifiedBefore = perRuntime(() => new RecentlyUsed<string, Claims>(10_000))

/** @throws 401 for a token that is not ours, not of this kind, or over. */
export async function verifyAccessToken(runtime: Runtime, token: string): Promise<Claims> {
  if (token.length > longest) throw wrongToken()
  const key = hash("sha256", token, "base64url")
  const known = verifiedBefore(runtime).get(key)
  if (known !== undefined) {
    if (known.expiresAt * 1000 > Date.now()) return known
    throw expiredToken()
  }
  const claims = await verify(await keysOf(runtime), issuerOf(runtime), token)
  verifiedBefore(runtime).set(key, claims)
  return claims
}

async function verify({ publicKeys }: Keys, issuer: string, token: string): Promise<Claims> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, ({ kid }) => publicKeys.get(kid ?? "") ?? refuse(), {
      algorithms: [algorithm],
      typ: kind,
      issuer,
      audience,
    })
    if (protectedHeader.typ !== kind) return refuse()
    return claimsOf(payload)
  } catch (error) {
    throw error instanceof errors.JWTExpired ? expiredToken() : wrongToken()
  }
}

/** The library checks times and the values that it knows; types are checked here, so that a list or a number in place of a text is refused. */
function claimsOf({ iss, aud, sub, sid, jti, iat, exp, epoch }: JWTPayload): Claims {
  if (typeof iss !== "string" || aud !== audience || typeof jti !== "string" || typeof iat !== "number") return refuse()
  if (typeof sub !== "string" || !idForm.test(sub) || typeof sid !== "string" || !idForm.test(sid)) return refuse()
  if (typeof exp !== "number" || typeof epoch !== "number") return refuse()
  return { userId: sub, sessionId: sid, epoch, expiresAt: exp }
}

function refuse(): never {
  throw wrongToken()
}
