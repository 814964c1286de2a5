import { randomBytes } from "node:crypto"
import { link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises"
import { dirname } from "node:path"

/** A secret that is made where there is none yet. @throws an Error for the operator where others may read it */
export async function keptSecret(path: string, make: () => Promise<string>): Promise<string> {
  const existing = await readSecret(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null
    throw error
  })
  if (existing !== null) return existing
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeSecretOnce(path, await make())
  return readSecret(path)
}

/** @throws an Error for the operator where others than the owner may read it */
export async function readSecret(path: string): Promise<string> {
  const { mode } = await stat(path)
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    throw new Error(`${path} may be read by others than its owner. Run: chmod 600 ${path}`)
  return readFile(path, "utf8")
}

/** Writes a secret that only the owner may read; durable when it resolves. Of two processes that do so at once the first one's stays. */
async function writeSecretOnce(path: string, text: string): Promise<void> {
  const unfinished = await written(path, text)
  try {
    await link(unfinished, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  } finally {
    await rm(unfinished, { force: true })
  }
  await syncFolder(path)
}

/** The same, in place of what is there. */
export async function replaceSecret(path: string, text: string): Promise<void> {
  await rename(await written(path, text), path)
  await syncFolder(path)
}

async function written(path: string, text: string): Promise<string> {
  const unfinished = `${path}.${randomBytes(6).toString("hex")}`
  const file = await open(unfinished, "wx", 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  return unfinished
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
}
