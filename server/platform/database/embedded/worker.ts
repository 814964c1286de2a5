/** The thread the embedded database lives in. */
import fs from "node:fs"
import { parentPort, workerData } from "node:worker_threads"
import { openEngine } from "./engine.ts"
import { Gateway } from "./gateway.ts"
import type { FromWorker, ToWorker, WorkerOptions } from "./messages.ts"
import { keepUp } from "./upkeep.ts"

const options = workerData as WorkerOptions
const port = parentPort
if (!port) throw new Error("worker.ts runs as a worker thread")
const tell = (message: FromWorker) => port.postMessage(message)

/** Ends the thread, and with it the process: what cannot be made durable must not be acknowledged. The next start recovers from the log. */
function onFatal(reason: string): never {
  fs.writeSync(2, `${reason}\n`)
  tell({ type: "fatal", reason })
  process.exit(1)
}

const { pglite, files } = await openEngine({ folder: options.folder, durable: options.durable, onFatal })
const gateway = new Gateway({ pglite, idleInTransactionMs: options.idleInTransactionMs, onFatal })
const stopUpkeep = keepUp({ pglite, gateway, onError: (error) => tell({ type: "trouble", reason: String(error) }) })

port.on("message", async (message: ToWorker) => {
  if (message.type === "counters") {
    tell({ type: "counters", request: message.request, counters: { fsyncs: files.fsyncs, units: gateway.units, clients: gateway.clients } })
  } else {
    stopUpkeep()
    await gateway.close()
    await pglite.close()
    port.close()
  }
})

await gateway.listen(options.socket)
tell({ type: "ready" })
