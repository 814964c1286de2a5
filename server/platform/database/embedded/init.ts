/**
 * Makes a new database, in a child process that ends: initdb leaves 740 MB of memory behind. The folder gets its name only when
 * everything in it has reached the disk, so an interrupted first start leaves nothing half made.
 */
import { spawn } from "node:child_process"
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs"
import { open, readdir } from "node:fs/promises"
import path from "node:path"
import { fileURLToPath } from "node:url"

/** The caller holds the lock. Returns whether a database was made. */
export async function initialiseIfMissing(folder: string): Promise<boolean> {
  if (existsSync(path.join(folder, "PG_VERSION"))) return false
  refuseForeignFiles(folder)
  removeDrafts(folder)
  const draft = `${folder}.new-${process.pid}` // the child of an earlier, killed start may still be at work on its own
  await runChild(draft)
  await syncTree(draft)
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
  await syncFolder(path.dirname(folder))
  return true
}

function refuseForeignFiles(folder: string): void {
  if (!existsSync(folder)) return
  const names = readdirSync(folder)
  if (names.length > 0) {
    throw new Error(`${folder} holds files (${names.slice(0, 3).join(", ")}) but no database: move them away, or choose another DATA_DIR`)
  }
}

function removeDrafts(folder: string): void {
  for (const name of readdirSync(path.dirname(folder))) {
    if (name.startsWith(`${path.basename(folder)}.new-`)) rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true })
  }
}

function runChild(folder: string): Promise<void> {
  const script = fileURLToPath(new URL("./init-child.ts", import.meta.url))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder], { stdio: ["ignore", "ignore", "pipe"] })
    let complaint = ""
    child.stderr.on("data", (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-4_000)
    })
    child.on("error", reject)
    child.on("close", (status, signal) => {
      if (status === 0) resolve()
      else reject(new Error(`could not make the database in ${folder} (${signal ?? `exit ${status}`}): ${complaint.trim()}`))
    })
  })
}

/** Flushes a folder and all it holds. */
async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => syncFile(path.join(folder, entry.name))))
  for (const entry of entries) if (entry.isDirectory()) await syncTree(path.join(folder, entry.name))
  await syncFolder(folder)
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r+")
  await handle.sync()
  await handle.close()
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r")
  await handle.sync()
  await handle.close()
}
