/** For tests: `node dying-process.ts <dataDir>` opens the database and has its engine end in mid-work. */
import { silent } from "../log.ts"
import { openDatabase } from "../open.ts"

const database = await openDatabase({ dataDir: process.argv[2] ?? "", log: silent })
await database.pool.query("create table before_the_end (id integer)")
await database.pool.query("insert into before_the_end values (1)")
await database.pool.query("copy before_the_end from stdin").catch(() => undefined) // which the engine, having one line for all, gives up on
setTimeout(() => process.exit(0), 5_000)
