import { createReadStream } from "node:fs"
import { mkdir, open, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import type { Readable } from "node:stream"

/** Where files lie. Keys are made by us (hexadecimal), never by a client. */
export type StoragePort = {
  /** Keeps the bytes under the key: durable when it resolves, absent when it rejects. */
  put: (key: string, bytes: Uint8Array) => Promise<void>
  read: (key: string) => Readable
  size: (key: string) => Promise<number>
  remove: (key: string) => Promise<void>
}

const wellFormed = /^[0-9a-f-]{16,64}$/

/** Files in a directory, two levels deep by the first characters of their key. */
export function directoryStorage(root: string): StoragePort {
  const folder = (key: string) => {
    if (!wellFormed.test(key)) throw new Error(`not a storage key: ${key}`)
    return join(root, key.slice(-2))
  }
  return {
    async put(key, bytes) {
      await mkdir(folder(key), { recursive: true, mode: 0o700 })
      const unfinished = join(folder(key), `.${key}`)
      const file = await open(unfinished, "wx", 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(unfinished, join(folder(key), key))
      const directory = await open(folder(key))
      await directory.sync().finally(() => directory.close())
    },
    read: (key) => createReadStream(join(folder(key), key)),
    size: async (key) => (await stat(join(folder(key), key))).size,
    remove: async (key) => rm(join(folder(key), key), { force: true }),
  }
}
