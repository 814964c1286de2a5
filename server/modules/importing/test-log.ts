/** For tests: ServiceNow logs made of the columns that matter, and the sample read without the importer's help. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Runtime } from "#platform/runtime"
import { importServiceNow, type Summary, type Wish } from "./index.ts"

export const sample = fileURLToPath(new URL("../../db/samples/servicenow-incident-events.csv", import.meta.url))
const linesOfSample = readFileSync(sample, "utf8").trim().split(/\r?\n/)
export const header = linesOfSample[0] ?? ""
export const columns = header.split(",")

export type Values = Record<string, string>
/** An ordinary row; `given` says what is not ordinary. */
export const rowOf = (given: Values): string => {
  const usual: Values = {
    number: "INC0000001",
    incident_state: "New",
    active: "TRUE",
    reassignment_count: "0",
    reopen_count: "0",
    sys_mod_count: "0",
    made_sla: "TRUE",
    caller_id: "Caller 1",
    opened_by: "Opened by 1",
    opened_at: "01-03-2016 08:00",
    sys_created_by: "Created by 1",
    sys_created_at: "01-03-2016 08:01",
    sys_updated_by: "Updated by 1",
    sys_updated_at: "01-03-2016 08:01",
    contact_type: "Phone",
    location: "Location 1",
    category: "Category 1",
    subcategory: "Subcategory 1",
    impact: "2 - Medium",
    urgency: "2 - Medium",
    priority: "3 - Moderate",
    assignment_group: "Group 1",
    assigned_to: "?",
    closed_code: "code 1",
    resolved_by: "Resolved by 1",
    resolved_at: "?",
    closed_at: "?",
  }
  return columns.map((column) => given[column] ?? usual[column] ?? "?").join(",")
}
/** A whole incident from New to Closed in four rows. */
export const wayOf = (number: string, given: Values = {}): string[] => [
  rowOf({ number, ...given }),
  rowOf({
    number,
    sys_mod_count: "1",
    incident_state: "Active",
    assigned_to: "Resolver 1",
    sys_updated_at: "01-03-2016 09:00",
    sys_updated_by: "Updated by 2",
    ...given,
  }),
  rowOf({
    number,
    sys_mod_count: "2",
    incident_state: "Resolved",
    assigned_to: "Resolver 1",
    sys_updated_at: "02-03-2016 10:00",
    resolved_at: "02-03-2016 10:00",
    ...given,
  }),
  rowOf({
    number,
    sys_mod_count: "3",
    incident_state: "Closed",
    active: "FALSE",
    assigned_to: "Resolver 1",
    sys_updated_at: "07-03-2016 11:00",
    resolved_at: "02-03-2016 10:00",
    closed_at: "07-03-2016 11:00",
    ...given,
  }),
]
export const logOf = (...rows: (string | string[])[]): string => [header, ...rows.flat(), ""].join("\n")

const folder = mkdtempSync(join(tmpdir(), "docket-logs-"))
process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
let files = 0
export const folderOfLogs = folder
export function fileOf(content: string | Buffer, name?: string): string {
  files += 1
  const path = join(folder, name ?? `log-${files}.csv`)
  writeFileSync(path, content)
  return path
}

export const importFile = (runtime: Runtime | null, path: string, wish: Partial<Wish> = {}): Promise<Summary> =>
  importServiceNow(runtime, {
    path,
    project: null,
    dryRun: false,
    progress: () => undefined,
    signal: new AbortController().signal,
    ...wish,
  })
export const importText = (runtime: Runtime | null, content: string | Buffer, wish: Partial<Wish> = {}): Promise<Summary> =>
  importFile(runtime, fileOf(content), wish)

/** The rows of the sample, incident by incident, in the order of the file. */
export function incidentsOfSample(): Map<string, Values[]> {
  const incidents = new Map<string, Values[]>()
  for (const line of linesOfSample.slice(1)) {
    const fields = line.split(",")
    const row = Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ""]))
    const number = row.number ?? ""
    incidents.set(number, [...(incidents.get(number) ?? []), row])
  }
  return incidents
}

/** Day, month and year of the log as the API says it. */
export const isoOf = (moment: string): string => {
  const [, day, month, year, time] = /^(\d\d)-(\d\d)-(\d{4}) (\d\d:\d\d)$/.exec(moment) ?? []
  return `${year}-${month}-${day}T${time}:00.000Z`
}
export const nameOf = (name: string): string => name.replaceAll(/ +/g, " ")
