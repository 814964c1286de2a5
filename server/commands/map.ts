import { globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const server = dirname(dirname(fileURLToPath(import.meta.url)))

const all = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map((match) => match[1] as string))].sort()

/** Prints the house from its code: what each module owns, whom it uses, what it records, and what it hears. */
export async function run(): Promise<number> {
  const modules = globSync("modules/*/index.ts", { cwd: server })
    .map((path) => path.split("/")[1] as string)
    .sort()
  for (const module of modules) {
    const files = globSync(`modules/${module}/*.ts`, { cwd: server }).filter((path) => !/test/.test(path.split("/").at(-1) ?? ""))
    const text = files.map((path) => readFileSync(join(server, path), "utf8")).join("\n")
    const door = readFileSync(join(server, `modules/${module}/index.ts`), "utf8")
    const says =
      /\/\*\*\n? ?\*? ?([\s\S]*?)\*\//
        .exec(door)?.[1]
        ?.replaceAll(/\n \* ?/g, " ")
        .trim() ?? ""
    const lines = text.split("\n").length
    console.log(`\n${module}  (${files.length} files, ${lines} lines)\n  ${says}`)
    const facts: [string, string[]][] = [
      ["uses", all(text, /from "#modules\/([\w-]+)"/g)],
      ["writes", all(text, /(?:(?:insertInto|updateTable|deleteFrom)\(")(\w+)"/g)],
      ["records", all(text, /record(?:Change)?\(\s*ctx,\s*"([\w.]+)"/g)],
      ["hears", all(text, /on: \[([^\]]+)\]/g).flatMap((list) => all(list, /"([\w.]+)"/g))],
      ["reacts", all(text, /\bon\("([\w.]+)"/g)],
      ["jobs", all(text, /\{ name: "([\w-]+)", cron/g)],
      ["answers", all(text, /\b(?:read|write|call)\(api\.(\w+)/g)],
    ]
    for (const [what, list] of facts) if (list.length > 0) console.log(`  ${what.padEnd(8)} ${list.join(", ")}`)
  }
  return 0
}
