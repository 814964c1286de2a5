/** For tests: other processes that hold an embedded database, and clients of theirs. */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { silent } from "../log.ts"
import { type Database, embeddedHandle } from "../open.ts"
import { placesIn } from "./places.ts"

export type Answer = { ready: true; ms: number; rss: number } | { ready: false; message: string }

export type HoldingProcess = {
  child: ChildProcess
  answer: Answer
  /** kill -9, and waits for it */
  kill(): Promise<void>
  /** a clean end */
  end(): Promise<number | null>
}

const SCRIPT = fileURLToPath(new URL("./holding-process.ts", import.meta.url))

export async function holdingProcess(dataDir: string, wrapper: string[] = []): Promise<HoldingProcess> {
  const [command = process.execPath, ...args] = [...wrapper, process.execPath, SCRIPT, dataDir]
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] })
  const ended = once(child, "exit").then(([status]) => status as number | null)
  const line = await Promise.race([once(createInterface(child.stdout), "line").then(([text]) => text as string), ended])
  if (typeof line !== "string") throw new Error(`the holding process ended with ${line} and without a word`)
  return {
    child,
    answer: JSON.parse(line) as Answer,
    async kill() {
      child.kill("SIGKILL")
      await ended
    },
    end() {
      child.stdin.end()
      return ended
    },
  }
}

export function clientOf(dataDir: string): Database {
  return embeddedHandle(placesIn(dataDir).socketDir, silent)
}
