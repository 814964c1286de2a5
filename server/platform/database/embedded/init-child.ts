/** `node init-child.ts <folder>`: makes an empty database there and ends. */
import { openEngine } from "./engine.ts"

const folder = process.argv[2]
if (!folder) throw new Error("which folder?")
const { pglite } = await openEngine({
  folder,
  durable: false, // the parent flushes everything at once
  onFatal(reason) {
    process.stderr.write(`${reason}\n`)
    process.exit(1)
  },
})
await pglite.close()
process.exit(0)
