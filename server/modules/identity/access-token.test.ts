import assert from "node:assert/strict"
import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto"
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import Fastify from "fastify"
import { createLocalJWKSet, type JWTPayload, jwtVerify, SignJWT } from "jose"
import { newId } from "#platform/ids"
import type { Runtime } from "#platform/runtime"
import { addJwks, type Keys, keysOf } from "./keys.ts"
import { type IdentityHouse, openIdentityHouse } from "./test-house.ts"

let house: IdentityHouse
let person: Awaited<ReturnType<IdentityHouse["signedIn"]>>
let keys: Keys
let claims: JWTPayload
before(async () => {
  house = await openIdentityHouse()
  person = await house.signedIn()
  keys = await keysOf(house.runtime)
  claims = JSON.parse(Buffer.from(person.accessToken.split(".")[1] ?? "", "base64url").toString())
})
after(() => house.close())

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
const header = () => ({ alg: "RS256", typ: "at+jwt", kid: keys.kid })
const signed = (payload: JWTPayload, head: object = {}, key = keys.privateKey) =>
  new SignJWT(payload).setProtectedHeader({ ...header(), ...head }).sign(key)
const answerTo = async (authorization: string) => {
  const { status, body } = await house.call("GET", "/auth/me", { headers: { authorization } })
  return [status, body.error]
}
const refused = [401, "E_AUTH_TOKEN_INVALID"]

test("an access token says whose session it is, and no rights", async () => {
  assert.deepEqual(Object.keys(claims).sort(), ["aud", "epoch", "exp", "iat", "iss", "jti", "sid", "sub"])
  assert.equal(claims.sub, person.id)
  assert.equal((claims.exp ?? 0) - (claims.iat ?? 0), 15 * 60)
  assert.deepEqual(await answerTo(`Bearer ${person.accessToken}`), [200, undefined])
  assert.deepEqual(await answerTo(`bearer ${await signed(claims)}`), [200, undefined])
})

test("anyone may verify it with the published keys", async () => {
  const app = Fastify()
  addJwks(app, house.runtime)
  const reply = await app.inject("/.well-known/jwks.json")
  const jwks = reply.json()
  assert.deepEqual(Object.keys(jwks.keys[0]).sort(), ["alg", "e", "kid", "kty", "n", "use"])
  const { payload } = await jwtVerify(person.accessToken, createLocalJWKSet(jwks))
  assert.equal(payload.sub, person.id)
  await app.close()
})

test("no algorithm but the one: none, HS256 with the public key, RS384", async () => {
  const body = encode(claims)
  for (const alg of ["none", "None", "NONE"]) {
    assert.deepEqual(await answerTo(`Bearer ${encode({ ...header(), alg })}.${body}.`), refused)
    assert.deepEqual(await answerTo(`Bearer ${encode({ ...header(), alg })}.${body}.${person.accessToken.split(".")[2]}`), refused)
  }
  for (const secret of [keys.publicKeys.get(keys.kid)?.export({ type: "spki", format: "pem" }) ?? "", ""]) {
    const head = encode({ ...header(), alg: "HS256" })
    const mac = createHmac("sha256", secret).update(`${head}.${body}`).digest("base64url")
    assert.deepEqual(await answerTo(`Bearer ${head}.${body}.${mac}`), refused)
  }
  assert.deepEqual(await answerTo(`Bearer ${await signed(claims, { alg: "RS384" })}`), refused)
})

test("no key but ours, by its exact id", async () => {
  for (const kid of [undefined, "", "constructor", "__proto__", keys.kid.toUpperCase(), `${keys.kid} `, "../../keys/access-token.pem"])
    assert.deepEqual(await answerTo(`Bearer ${await signed(claims, { kid })}`), refused, String(kid))
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  assert.deepEqual(await answerTo(`Bearer ${await signed(claims, {}, privateKey)}`), refused)
  const brought = { jwk: publicKey.export({ format: "jwk" }), jku: "https://evil.example/jwks.json", x5u: "https://evil.example/cert" }
  assert.deepEqual(await answerTo(`Bearer ${await signed(claims, brought, privateKey)}`), refused)
})

test("issuer, audience, kind and times have to be right, in the right type", async () => {
  const now = Math.floor(Date.now() / 1000)
  const wrong: JWTPayload[] = [
    { ...claims, iss: "https://elsewhere.example" },
    { ...claims, aud: "another" },
    { ...claims, aud: [String(claims.aud)] },
    { ...claims, nbf: now + 300 },
    { ...claims, sub: "not-an-id" },
    { ...claims, sub: newId() },
    { ...claims, sid: newId() },
    { ...claims, epoch: 2 },
    { ...claims, epoch: "1" },
    { ...claims, exp: String(now + 300) as unknown as number },
    { ...claims, iat: String(now) as unknown as number },
    { ...claims, jti: 7 as unknown as string },
  ]
  for (const name of ["iss", "aud", "sub", "sid", "jti", "iat", "exp", "epoch"])
    wrong.push(Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name)))
  for (const payload of wrong) {
    // the library's own signer refuses some of these, so they are put together by hand
    const text = `${encode(header())}.${encode(payload)}`
    const { createSign } = await import("node:crypto")
    const token = `${text}.${createSign("RSA-SHA256").update(text).sign(keys.privateKey, "base64url")}`
    assert.deepEqual(await answerTo(`Bearer ${token}`), refused, JSON.stringify(payload))
  }
  for (const typ of ["JWT", "rt+jwt", "application/at+jwt", undefined])
    assert.deepEqual(await answerTo(`Bearer ${await signed(claims, { typ })}`), refused, String(typ))
})

test("a token that is over says so, also one that was good before", async () => {
  const past = Math.floor(Date.now() / 1000) - 1
  assert.deepEqual(await answerTo(`Bearer ${await signed({ ...claims, exp: past })}`), [401, "E_AUTH_TOKEN_EXPIRED"])
  const short = await signed({ ...claims, exp: Math.floor(Date.now() / 1000) + 2 })
  assert.equal((await answerTo(`Bearer ${short}`))[0], 200)
  await new Promise((resolve) => setTimeout(resolve, 2100))
  assert.deepEqual(await answerTo(`Bearer ${short}`), [401, "E_AUTH_TOKEN_EXPIRED"])
})

test("what is no bearer token is refused, and no header at all is asked for one", async () => {
  const garbled = [
    person.accessToken,
    "Bearer",
    "Bearer ",
    `Basic ${person.accessToken}`,
    `Bearer ${person.accessToken}x`,
    `${`Bearer ${person.accessToken} `.trimEnd()}.`,
    `Bearer ${"a.".repeat(3000)}`,
    "Bearer ü",
  ]
  for (const authorization of garbled) assert.deepEqual(await answerTo(authorization), refused, authorization.slice(0, 40))
  const { status, body } = await house.call("GET", "/auth/me")
  assert.deepEqual([status, body.error], [401, "E_AUTH_MISSING_TOKEN"])
})

const keysWith = async (jwtKey: string | undefined, dataDir = "/nowhere") => keysOf({ config: { jwtKey, dataDir } } as unknown as Runtime)
const rsa = (modulusLength: number) =>
  generateKeyPairSync("rsa", { modulusLength }).privateKey.export({ type: "pkcs8", format: "pem" }).toString()

test("the key is made once, for the owner's eyes only, and one that lies open is refused", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "docket-keys-"))
  try {
    const made = await Promise.all([keysWith(undefined, dataDir), keysWith(undefined, dataDir), keysWith(undefined, dataDir)])
    assert.equal(new Set(made.map(({ kid }) => kid)).size, 1)
    const path = join(dataDir, "keys", "access-token.pem")
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    assert.match(await readFile(path, "utf8"), /BEGIN PRIVATE KEY/)
    await chmod(path, 0o640)
    await assert.rejects(keysWith(undefined, dataDir), /chmod 600/)
  } finally {
    await rm(dataDir, { recursive: true })
  }
})

test("a key may be given as PEM, in one line, or as a file; nothing weaker than RSA 2048", async () => {
  const pem = rsa(2048)
  const folder = await mkdtemp(join(tmpdir(), "docket-keys-"))
  try {
    const path = join(folder, "key.pem")
    await writeFile(path, pem, { mode: 0o600 })
    const { kid } = await keysWith(pem)
    assert.equal((await keysWith(pem.replaceAll("\n", "\\n"))).kid, kid)
    assert.equal((await keysWith(path)).kid, kid)
    await assert.rejects(keysWith(rsa(1024)), /2048/)
    await assert.rejects(keysWith(generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString()), /RSA/)
    await assert.rejects(keysWith(join(folder, "absent.pem")), /ENOENT/)
    const secret = randomBytes(16).toString("hex")
    await assert.rejects(keysWith(secret), (error: Error) => /JWT_SECRET_KEY/.test(error.message) && !error.message.includes(secret))
  } finally {
    await rm(folder, { recursive: true })
  }
})
