/** For tests: `node holding-process.ts <dataDir>` opens the embedded database, says so on standard output as one line of JSON, and holds it until its input ends. */
import { silent } from "../log.ts"
import { startEmbedded } from "./start.ts"

const dataDir = process.argv[2]
if (!dataDir) throw new Error("which data directory?")
const began = performance.now()
try {
  const embedded = await startEmbedded({ dataDir, log: silent })
  const ready = { ready: true, ms: Math.round(performance.now() - began), rss: process.memoryUsage().rss }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
  process.stdin.resume().once("end", () => embedded.stop().then(() => process.exit(0)))
} catch (error) {
  process.stdout.write(`${JSON.stringify({ ready: false, message: error instanceof Error ? error.message : String(error) })}\n`)
  process.exit(3)
}
