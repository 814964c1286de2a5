import { existsSync } from "node:fs"
import { enableCompileCache } from "node:module"

enableCompileCache()
if (existsSync(".env")) process.loadEnvFile(".env")

/** Commands by name; each in a file of its own, loaded only when asked for. */
const commands: Record<string, { says: string; load: () => Promise<{ run: (args: string[]) => Promise<number | undefined> }> }> = {
  serve: { says: "run Docket (--demo: with the demo company)", load: () => import("./commands/serve.ts") },
  dev: { says: "run in demo mode and restart when a source changes", load: () => import("./commands/serve.ts") },
  migrate: { says: "bring the database to this version and end", load: () => import("./commands/migrate.ts") },
  import: { says: "import servicenow <file.csv> [--dry-run] [--project KEY]", load: () => import("./commands/import.ts") },
  map: { says: "print modules, tables, events and who reacts, from the code", load: () => import("./commands/map.ts") },
  "db:print": { says: "print schema.sql and the row types from the migrations", load: () => import("./commands/db-print.ts") },
  env: { says: "print .env.example from the table of variables", load: () => import("./commands/env.ts") },
}

const [name = "help", ...args] = process.argv.slice(2)
const command = commands[name]
if (command === undefined) {
  const known = Object.entries(commands).map(([its, { says }]) => `  ${its.padEnd(10)} ${says}`)
  console.error(`docket <command>\n\n${known.join("\n")}`)
  process.exit(name === "help" || name === "--help" ? 0 : 2)
}
const { run } = await command.load()
try {
  const code = await run(name === "dev" ? ["--demo", ...args] : args)
  if (code !== undefined) process.exit(code)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (process.env.LOG_LEVEL === "debug" && error instanceof Error) console.error(error.stack)
  process.exit(1)
}
