import { argon2, randomBytes, timingSafeEqual } from "node:crypto"
import { availableParallelism } from "node:os"
import { promisify } from "node:util"
import { Worker } from "node:worker_threads"
import { rateLimited } from "#platform/errors"

/** OWASP's and ASVS 5.0's least: some 40 ms of one core. */
const strength = { memory: 19456, passes: 2, parallelism: 1 }
const saltBytes = 16
const tagBytes = 32

/** One of Node's four pool threads stays free for files, whatever the number of cores. */
const mostAtOnce = Math.min(availableParallelism(), 3)
const mostWaiting = 50
let running = 0
const waiting: (() => void)[] = []

/** Hashing is what sign-in costs: so many at once, so many in line, and the rest are asked to come back. @throws 429 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw rateLimited(2, "Too many people are signing in just now. Try again in a moment.")
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

type Cost = typeof strength
const derive = promisify(argon2)
/** One visible password is one password, however a keyboard composes its accents. */
const tagOf = (password: string, salt: Buffer, { memory, passes, parallelism }: Cost, tagLength: number): Promise<Buffer> =>
  derive("argon2id", { message: password.normalize("NFC"), nonce: salt, memory, passes, parallelism, tagLength })

const unpadded = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "")
const phc = (cost: Cost, salt: Buffer, tag: Buffer) =>
  `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(tag)}`
const phcForm = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,86})$/

/** An Argon2id hash as a PHC string. Never inside a transaction: it takes its time, and may wait for others. @throws 429 */
export function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  return inTurn(async () => phc(strength, salt, await tagOf(password, salt, strength, tagBytes)))
}

/** Nobody's password: what it costs to verify against it is what a wrong password costs. */
const nobodys = phc(strength, Buffer.alloc(saltBytes, 1), Buffer.alloc(tagBytes, 1))

/** Whether this is the password of that hash; null (no such account, or one without password) takes as long and is never right. @throws 429 */
export async function verifyPassword(password: string, kept: string | null): Promise<boolean> {
  const hash = kept ?? nobodys
  if (/^\$2[aby]\$/.test(hash)) return inTurn(() => verifyBcrypt(password, hash))
  const [, memory, passes, parallelism, salt, tag] = phcForm.exec(hash) ?? []
  if (memory === undefined || salt === undefined || tag === undefined) return verifyPassword(password, null)
  const expected = Buffer.from(tag, "base64")
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const actual = await inTurn(() => tagOf(password, Buffer.from(salt, "base64"), cost, expected.length))
  return timingSafeEqual(actual, expected) && hash !== nobodys
}

/** Whether a hash is of an older kind, or weaker than today's, and should be made anew while the password is at hand. */
export function isOutdated(hash: string): boolean {
  const [, memory, passes] = phcForm.exec(hash) ?? []
  return Number(memory ?? 0) < strength.memory || Number(passes ?? 0) < strength.passes
}

/** Hashes from elsewhere. bcrypt is JavaScript here, so it runs where it holds up no request. */
function verifyBcrypt(password: string, hash: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./bcrypt-worker.ts", import.meta.url), { workerData: { password, hash } })
    worker.once("message", (right: boolean) => resolve(right))
    worker.once("error", reject)
  })
}
