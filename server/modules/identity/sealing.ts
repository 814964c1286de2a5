import { createCipheriv, createDecipheriv, hash, randomBytes } from "node:crypto"
import { join, resolve } from "node:path"
import type { Config } from "#platform/config"
import { perRuntime, type Runtime } from "#platform/runtime"
import { keptSecret } from "./secret-file.ts"

/** What the database keeps but must not be able to tell: its reader would need the key that lies beside it in DATA_DIR/keys. */
type Key = { id: string; bytes: Buffer }

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** Loaded once a process. @throws an Error for the operator where the key is unusable or lies open. */
export const sealingKeyOf = perRuntime(({ config }) => loadKey(config))

async function loadKey({ dataDir }: Config): Promise<Key> {
  const path = join(resolve(dataDir), "keys", "sealing.key")
  const bytes = Buffer.from(await keptSecret(path, async () => randomBytes(keyBytes).toString("base64url")), "base64url")
  if (bytes.length !== keyBytes) throw new Error(`${path} does not hold a key of ${keyBytes} bytes`)
  return {
    id: hash("sha256", bytes, "hex").slice(0, 8),
    bytes,
  }
}

/** AES-256-GCM. `place` says what this is and of which row: a sealed text that is moved elsewhere cannot be opened there. */
export async function seal(runtime: Runtime, place: string, text: string): Promise<string> {
  const key = await sealingKeyOf(runtime)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return `v1.${key.id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`
}

/** @throws an Error where it was sealed with another key, for another place, or has been changed. */
export async function unseal(runtime: Runtime, place: string, sealed: string): Promise<string> {
  const key = await sealingKeyOf(runtime)
  const [version, id, text] = sealed.split(".")
  if (version !== "v1" || id !== key.id || text === undefined)
    throw new Error("this was sealed with another key than the one in DATA_DIR/keys")
  const bytes = Buffer.from(text, "base64url")
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8")
}
