import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import type { FastifyInstance } from "fastify"
import { calculateJwkThumbprint, exportJWK, type JWK } from "jose"
import type { Config } from "#platform/config"
import { perRuntime, type Runtime } from "#platform/runtime"
import { keptSecret, readSecret } from "./secret-file.ts"

/** What access tokens are signed with, and every key by which one may be verified, by its exact id. */
export type Keys = { kid: string; privateKey: KeyObject; publicKeys: ReadonlyMap<string, KeyObject>; jwks: { keys: JWK[] } }

/** Loaded once a process. @throws an Error for the operator where the key is unusable or lies open. */
export const keysOf = perRuntime(({ config }) => loadKeys(config))

/** The public keys, for whoever wants to verify our access tokens. */
export function addJwks(app: FastifyInstance, runtime: Runtime): void {
  app.get("/.well-known/jwks.json", async (_request, reply) => {
    const { jwks } = await keysOf(runtime)
    return reply.header("cache-control", "public, max-age=300").type("application/json; charset=utf-8").send(JSON.stringify(jwks))
  })
}

async function loadKeys(config: Config): Promise<Keys> {
  const privateKey = parseKey(config.jwtKey === undefined ? await generatedKey(resolve(config.dataDir)) : await givenKey(config.jwtKey))
  const publicKey = createPublicKey(privateKey)
  const jwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  return { kid, privateKey, publicKeys: new Map([[kid, publicKey]]), jwks: { keys: [{ ...jwk, kid, alg: "RS256", use: "sig" }] } }
}

function parseKey(pem: string): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    throw new Error("JWT_SECRET_KEY is neither an RSA private key in PEM nor a file that holds one")
  }
  if (key.asymmetricKeyType !== "rsa" || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Error("JWT_SECRET_KEY must be an RSA key of at least 2048 bits")
  return key
}

/** A PEM, perhaps with its line ends written as \n, or the path of a file that holds one. */
async function givenKey(given: string): Promise<string> {
  if (given.includes("-----BEGIN")) return given.replaceAll("\\n", "\n")
  return readSecret(resolve(given)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error
    throw new Error(`JWT_SECRET_KEY is not a PEM, and as a file it cannot be read (${error.code})`)
  })
}

async function generatedKey(dataDir: string): Promise<string> {
  return keptSecret(join(dataDir, "keys", "access-token.pem"), async () => {
    const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 })
    return privateKey.export({ type: "pkcs8", format: "pem" }).toString()
  })
}
