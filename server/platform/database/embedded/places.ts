/** Where an embedded database keeps its things. The socket's path must fit into sockaddr_un (104 bytes on macOS), whatever DATA_DIR is. */
import { createHash } from "node:crypto"
import { chmodSync, lstatSync, mkdirSync, realpathSync } from "node:fs"
import os from "node:os"
import path from "node:path"

/** node-postgres looks for `<host>/.s.PGSQL.<port>`, and so does psql. */
export const SOCKET_PORT = 5432
const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`
const LONGEST_SOCKET_PATH = 100

export type Places = {
  /** PostgreSQL's own files */
  database: string
  /** held by the one process that may open them */
  lock: string
  /** who that is: read by those who are refused, and by further clients */
  holder: string
  /** the folder of the socket: the `host` of a connection */
  socketDir: string
  socket: string
}

export function placesIn(dataDir: string): Places {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const real = realpathSync(dataDir)
  const run = path.join(real, "run")
  privateFolder(run)
  const socketDir = Buffer.byteLength(path.join(run, SOCKET_NAME)) <= LONGEST_SOCKET_PATH ? run : shortFolderFor(real)
  return {
    database: path.join(real, "database"),
    lock: path.join(run, "database.lock"),
    holder: path.join(run, "database.json"),
    socketDir,
    socket: path.join(socketDir, SOCKET_NAME),
  }
}

function shortFolderFor(dataDir: string): string {
  const name = `docket-${os.userInfo().uid}-${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}`
  const preferred = path.join(os.tmpdir(), name)
  const folder = Buffer.byteLength(path.join(preferred, SOCKET_NAME)) <= LONGEST_SOCKET_PATH ? preferred : path.join("/tmp", name)
  privateFolder(folder)
  return folder
}

/** A folder of ours alone. In a shared /tmp another user could have made it first, or a link in its place. */
function privateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== os.userInfo().uid)
    throw new Error(`${folder} is not a folder of this user: remove it and start again`)
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700)
}
