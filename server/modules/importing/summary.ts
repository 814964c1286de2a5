/** What an import has done, in sentences for whoever ran it. */
import { basename } from "node:path"
import { mostShown } from "./findings.ts"
import type { Summary } from "./wish.ts"

const number = new Intl.NumberFormat("en")
const counted = (n: number, one: string, many = `${one}s`) => `${number.format(n)} ${n === 1 ? one : many}`

export function sentencesOf(path: string, s: Summary, dryRun: boolean): string[] {
  const goal = s.projectIsNew ? `${s.project} (a new project)` : s.project
  const doing = dryRun ? "Dry run, nothing is written: would import" : s.stopped ? "Stopped importing" : "Imported"
  const lines = [
    `${doing} ${basename(path)} into ${goal}`,
    `  rows        ${number.format(s.rows)}: ${number.format(s.told)} ${dryRun ? "to import" : "imported"}, ${number.format(s.known)} imported before, ${number.format(s.skipped)} skipped`,
    `  tickets     ${counted(s.incidents, "incident")}: ${number.format(s.added)} new, ${number.format(s.continued)} continued, ${number.format(s.unchanged)} unchanged`,
    `  people      ${number.format(s.people)} new (without a password, disabled until an administrator enables them)`,
    `  teams       ${number.format(s.teams)} new`,
    `  categories  ${number.format(s.categories)} new`,
    `  events      ${number.format(s.events)}`,
    `  time        ${s.seconds.toFixed(1)} s, ${number.format(Math.round(s.rows / Math.max(s.seconds, 0.001)))} rows/s`,
  ]
  if (s.before)
    lines.splice(1, 0, `  An import of this file had begun before and not finished: after ${counted(s.before, "row")}, this one went on.`)
  lines.push(...findingsOf(s))
  if (s.stopped) lines.push("Run the same command again to go on.")
  return lines
}

function findingsOf({ skipped, noted, findings, report }: Summary): string[] {
  const of = (kind: (typeof findings)[number]["kind"], total: number, title: string) => {
    if (total === 0) return []
    const shown = findings.filter((finding) => finding.kind === kind)
    const rest = total - shown.length
    return [
      title,
      ...shown.map(({ line, why }) => `  line ${line}: ${why}`),
      ...(rest > 0 ? [`  … and ${counted(rest, "more", "more")}${report === null ? ` (only the first ${mostShown} are kept)` : ""}`] : []),
    ]
  }
  return [
    ...of("skipped", skipped, `Skipped ${counted(skipped, "row")}:`),
    ...of("noted", noted, `Imported with something left out (${number.format(noted)}):`),
    ...(report === null ? [] : [`All of them: ${report}`]),
  ]
}
