/** Starts and stops the embedded database: lock, folder, thread. */
import { chmodSync } from "node:fs"
import { Worker } from "node:worker_threads"
import type { DatabaseLog } from "../log.ts"
import { initialiseIfMissing } from "./init.ts"
import { takeLock } from "./lock.ts"
import type { Counters, FromWorker, ToWorker, WorkerOptions } from "./messages.ts"
import { placesIn } from "./places.ts"

export type EmbeddedOptions = {
  dataDir: string
  log: DatabaseLog
  /** false gives up fsync; for tests only */
  durable?: boolean | undefined
  /** how long a client may sit in a transaction without asking for anything */
  idleInTransactionMs?: number
  /** the thread ended by itself; by default the process ends, and its supervisor starts it anew */
  onLost?: ((reason: string) => void) | undefined
}

export type Embedded = {
  /** the `host` of a connection: the folder of the socket */
  socketDir: string
  counters(): Promise<Counters>
  stop(): Promise<void>
}

const IDLE_IN_TRANSACTION_MS = 30_000
const STOP_WITHIN_MS = 10_000

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, log, durable = true, idleInTransactionMs = IDLE_IN_TRANSACTION_MS, onLost = endProcess } = options
  const places = placesIn(dataDir)
  const lock = takeLock(dataDir, places)
  try {
    const began = performance.now()
    const made = await initialiseIfMissing(places.database)
    chmodSync(places.database, 0o700) // the engine makes its files readable for all
    const worker = await startWorker({ folder: places.database, socket: places.socket, durable, idleInTransactionMs })
    log.info({ folder: places.database, made, ms: Math.round(performance.now() - began) }, "embedded database is ready")
    worker.on("message", (message: FromWorker) => {
      if (message.type === "trouble") log.warn({ reason: message.reason }, "the embedded database's upkeep failed")
    })
    return running(worker, places.socketDir, lock.release, (reason) => {
      log.error({ reason }, "the embedded database ended unexpectedly")
      onLost(reason)
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

function startWorker(workerData: WorkerOptions): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData, name: "database" })
    const fail = (error: Error) =>
      reject(new Error(`the database in ${workerData.folder} does not open: ${error.message}`, { cause: error }))
    const onExit = (status: number) => fail(new Error(`its thread ended (${status})`))
    const onMessage = (message: FromWorker) => {
      if (message.type === "fatal") fail(new Error(message.reason))
      if (message.type !== "ready") return
      worker.off("error", fail).off("exit", onExit).off("message", onMessage)
      resolve(worker)
    }
    worker.on("error", fail).on("exit", onExit).on("message", onMessage)
  })
}

function running(worker: Worker, socketDir: string, release: () => void, lost: (reason: string) => void): Embedded {
  const waiting = new Map<number, (counters: Counters) => void>()
  let requests = 0
  let reason = "its thread ended"
  let stopped: Promise<void> | undefined
  const send = (message: ToWorker) => worker.postMessage(message)
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()))

  worker.on("message", (message: FromWorker) => {
    if (message.type === "fatal") reason = message.reason
    if (message.type !== "counters") return
    waiting.get(message.request)?.(message.counters)
    waiting.delete(message.request)
  })
  worker.on("error", (error) => {
    reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  })
  worker.once("exit", () => {
    if (!stopped) lost(reason)
  })

  return {
    socketDir,
    counters: () =>
      new Promise((resolve) => {
        requests += 1
        waiting.set(requests, resolve)
        send({ type: "counters", request: requests })
      }),
    stop() {
      stopped ??= (async () => {
        send({ type: "stop" })
        const late = setTimeout(() => worker.terminate(), STOP_WITHIN_MS) // in the middle of a long statement; recovery is safe
        await ended
        clearTimeout(late)
        release()
      })()
      return stopped
    },
  }
}

function endProcess(): void {
  process.exit(1)
}
