import type { Source, TicketType } from "@docket/contract/tickets"
import type { StatusCategory } from "@docket/contract/workflows"

/** A ticket as it lies in the table, without its description. */
export type TicketRow = {
  id: string
  key: string
  project_id: string
  number: number
  type: TicketType
  title: string
  workflow_version_id: string
  status: string
  status_category: StatusCategory
  open: boolean
  priority: number
  impact: number | null
  urgency: number | null
  category_id: string | null
  department_id: string | null
  team_id: string | null
  reporter_id: string
  owner_id: string | null
  assignee_ids: string[]
  watcher_ids: string[]
  viewers: string[]
  parent_id: string | null
  labels: string[]
  start_date: string | null
  due_date: string | null
  estimate: number | null
  progress: number
  resolution: string | null
  resolution_code: string | null
  reason: string | null
  custom_fields: Record<string, unknown>
  source: Source
  external_ref: string | null
  demo: boolean
  rank: string
  open_blockers: number
  public_comments: number
  internal_comments: number
  version: number
  created_at: string
  updated_at: string
  first_response_at: string | null
  resolved_at: string | null
  closed_at: string | null
  deleted_at: string | null
}
export type WholeRow = TicketRow & { description: string }

/** The columns of `TicketRow`, in the order in which they are read. */
export const columns = [
  "id",
  "key",
  "project_id",
  "number",
  "type",
  "title",
  "workflow_version_id",
  "status",
  "status_category",
  "open",
  "priority",
  "impact",
  "urgency",
  "category_id",
  "department_id",
  "team_id",
  "reporter_id",
  "owner_id",
  "assignee_ids",
  "watcher_ids",
  "viewers",
  "parent_id",
  "labels",
  "start_date",
  "due_date",
  "estimate",
  "progress",
  "resolution",
  "resolution_code",
  "reason",
  "custom_fields",
  "source",
  "external_ref",
  "demo",
  "rank",
  "open_blockers",
  "public_comments",
  "internal_comments",
  "version",
  "created_at",
  "updated_at",
  "first_response_at",
  "resolved_at",
  "closed_at",
  "deleted_at",
] as const satisfies readonly (keyof TicketRow)[]
export const columnList = columns.map((column) => `t.${column}`).join(", ")
