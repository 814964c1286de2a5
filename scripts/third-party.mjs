// Writes THIRD-PARTY.md: what Docket ships or runs with, and under which licence. Run it after changing dependencies.
import { readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))
const direct = new Set(
  ["", "contract", "server", "web"].flatMap((folder) =>
    Object.keys({ ...packages[folder]?.dependencies, ...packages[folder]?.devDependencies }),
  ),
)

const rows = new Map()
for (const [path, { version, license, optional, link }] of Object.entries(packages)) {
  const name = path.split("node_modules/").at(-1)
  if (!path.includes("node_modules/") || link || name.startsWith("@docket/")) continue
  if (optional && license === undefined) continue
  const key = `${name}@${version}`
  if (!rows.has(key)) rows.set(key, { name, version, license: license ?? "see the package", direct: direct.has(name) })
}
const line = ({ name, version, license }) => `| ${name} | ${version} | ${license} |`
const sorted = [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, "en") || a.version.localeCompare(b.version, "en"))
const table = (list) => ["| package | version | licence |", "| --- | --- | --- |", ...list.map(line)].join("\n")

writeFileSync(
  join(root, "THIRD-PARTY.md"),
  `# What Docket is built with

Printed by \`node scripts/third-party.mjs\` from the lockfile.

## Fonts and data

- Hanken Grotesk, © The Hanken Grotesk Project Authors, SIL Open Font License 1.1: \`web/assets/fonts/LICENSE-hanken-grotesk.txt\`
- Geist Mono, © The Geist Project Authors, SIL Open Font License 1.1: \`web/assets/fonts/LICENSE-geist-mono.txt\`
- The sample log in \`server/db/samples/\`: "Incident management process enriched event log", C. A. L. Amaral, M. Fantinato, S. M. Peres, UCI Machine Learning Repository, 2018, CC BY 4.0; changed: the first 400 incidents only.

## Packages that Docket names itself

${table(sorted.filter((row) => row.direct))}

## Packages that those bring along

${table(sorted.filter((row) => !row.direct))}
`,
)
