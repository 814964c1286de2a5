/**
 * One process per data directory: PGlite takes no lock of its own, and two of them on one directory lose rows in silence.
 * The lock is SQLite's exclusive lock on an empty file, that is an fcntl lock held by the kernel: atomic when two start at once,
 * and gone with its process, also after kill -9. What is written beside it only says who holds it.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import { DatabaseSync } from "node:sqlite"
import type { Places } from "./places.ts"

export type Holder = { pid: number; host: string; since: string; socketDir: string }

export class AlreadyOpenError extends Error {
  readonly dataDir: string
  readonly holder: Holder | null
  constructor(dataDir: string, holder: Holder | null) {
    const who = holder ? `process ${holder.pid} on ${holder.host} (since ${holder.since})` : "another process"
    super(
      `The data directory ${dataDir} is in use by ${who}. Only one Docket may run on it: stop that one first, or choose another DATA_DIR.`,
    )
    this.name = "AlreadyOpenError"
    this.dataDir = dataDir
    this.holder = holder
  }
}

export type Lock = { release(): void }

/** Takes the lock or throws AlreadyOpenError at once; never waits. */
export function takeLock(dataDir: string, places: Places): Lock {
  const file = new DatabaseSync(places.lock, { timeout: 0 })
  try {
    file.exec("begin exclusive")
  } catch (error) {
    file.close()
    if (isBusy(error)) throw new AlreadyOpenError(dataDir, readHolder(places))
    throw error
  }
  writeHolder(places, { pid: process.pid, host: os.hostname(), since: new Date().toISOString(), socketDir: places.socketDir })
  return {
    release() {
      rmSync(places.holder, { force: true })
      file.close()
    },
  }
}

export function readHolder(places: Places): Holder | null {
  try {
    return JSON.parse(readFileSync(places.holder, "utf8")) as Holder
  } catch {
    return null // between the lock and this file lies a moment
  }
}

function writeHolder(places: Places, holder: Holder): void {
  const draft = `${places.holder}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(holder)}\n`, { mode: 0o600 })
  renameSync(draft, places.holder)
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5
}
