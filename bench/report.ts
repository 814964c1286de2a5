import type { Measured } from "./load.ts"
import type { Scenario } from "./scenarios.ts"

type Pair = { one: Measured; sixteen: Measured }
export type Row = { scenario: Scenario; docket: Pair; floor: Pair; sql: Pair }
type About = { database: string; tickets: number; as: string; readyMs: number; idleMb: number; mostMb: number }

const n = (value: number) => (value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2))
const mark = (good: boolean) => (good ? "" : " ✗")

/** The table of docs/performance.md: figures, and each as a ratio to the floor of the same run. ✗ marks what misses its aim. */
export function table(rows: Row[], about: About): string {
  const lines = rows.map(({ scenario, docket, floor, sql }) => {
    const share = docket.sixteen.perSecond / floor.sixteen.perSecond
    const p50 = docket.one.p50 / floor.one.p50
    const p95 = docket.sixteen.p95 / floor.sixteen.p95
    return [
      scenario.name,
      `${n(docket.one.p50)} / ${n(docket.one.p95)}`,
      `${n(p50)}${mark(p50 <= scenario.p50Aim)}`,
      n(docket.sixteen.perSecond),
      `${n(docket.sixteen.p50)} / ${n(docket.sixteen.p95)}`,
      `${n(p95)}${mark(p95 <= 3)}`,
      n(floor.sixteen.perSecond),
      n(sql.sixteen.perSecond),
      `${share.toFixed(2)}${mark(share >= scenario.aim)}`,
      scenario.aim.toFixed(2),
      `${n(docket.sixteen.cpuMs)} / ${n(floor.sixteen.cpuMs)}`,
    ]
  })
  const head = [
    "",
    "p50 / p95 at 1, ms",
    "p50 ÷ floor",
    "a second at 16",
    "p50 / p95 at 16, ms",
    "p95 ÷ floor",
    "floor, a second",
    "SQL alone, a second",
    "÷ floor",
    "aim",
    "CPU a request, ms (floor)",
  ]
  const cells = [head, head.map((_, i) => (i === 0 ? "---" : "---:")), ...lines].map((line) => `| ${line.join(" | ")} |`)
  return [
    `${about.database === "embedded" ? "Embedded database" : "PostgreSQL"}, ${about.tickets.toLocaleString("en")} tickets, as ${about.as}; ready in ${(about.readyMs / 1000).toFixed(2)} s, ${Math.round(about.idleMb)} MB idle, ${Math.round(about.mostMb)} MB at most under load.`,
    "",
    ...cells,
  ].join("\n")
}
