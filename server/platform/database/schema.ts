// Printed by `npm run db:print` from the migrations; never edited.
import type { Generated, GeneratedAlways } from "kysely"

export type ApiTokensTable = {
  id: string
  hash: Buffer
  user_id: string
  name: string
  scopes: string[]
  created_at: string
  expires_at: string
  last_used_at: string | null
  ended_at: string | null
}

export type CategoriesTable = {
  id: string
  name: string
  parent_id: string | null
  team_id: string | null
  version: Generated<number>
  created_at: Generated<string>
  deleted_at: string | null
}

export type CommentReactionsTable = {
  comment_id: string
  user_id: string
  emoji: string
  created_at: Generated<string>
}

export type CommentVersionsTable = {
  comment_id: string
  version: number
  body: string
  replaced_at: string
}

export type CommentsTable = {
  id: string
  ticket_id: string
  author_id: string
  parent_id: string | null
  body: string
  visibility: string
  mentions: Generated<string[]>
  version: Generated<number>
  created_at: string
  edited_at: string | null
  removed_at: string | null
  search: GeneratedAlways<string>
}

export type DepartmentsTable = {
  id: string
  name: string
  description: Generated<string>
  head_id: string | null
  version: Generated<number>
  created_at: Generated<string>
  updated_at: Generated<string>
  deleted_at: string | null
}

export type EventsTable = {
  id: GeneratedAlways<number>
  xid: Generated<string>
  at: string
  name: string
  entity: string
  entity_id: string
  ticket_id: string | null
  project_id: string | null
  version: number | null
  audience: Generated<string[]>
  internal: Generated<boolean>
  actor_id: string | null
  actor_kind: string
  session_id: string | null
  request_id: string | null
  ip: string | null
  data: Generated<unknown>
}

export type FollowersTable = {
  name: string
  xid: string
  event_id: number
  updated_at: Generated<string>
}

export type IdempotencyKeysTable = {
  actor_id: string
  key: string
  fingerprint: string
  status: number
  body: string | null
  created_at: Generated<string>
}

export type ImportRefsTable = {
  source: string
  kind: string
  scope: string
  external_id: string
  local_id: string
  state: unknown
}

export type ImportsTable = {
  id: string
  source: string
  project_id: string | null
  fingerprint: string
  position: Generated<number>
  summary: Generated<unknown>
  started_at: string
  finished_at: string | null
}

export type InvitationsTable = {
  id: string
  hash: Buffer
  email: string
  role: string
  department_id: string | null
  invited_by: string
  created_at: string
  expires_at: string
  accepted_at: string | null
  revoked_at: string | null
}

export type PasswordResetsTable = {
  hash: Buffer
  user_id: string | null
  epoch: number
  created_at: string
  expires_at: string
  used_at: string | null
}

export type ProjectMembersTable = {
  project_id: string
  user_id: string
  role: string
}

export type ProjectWorkflowsTable = {
  project_id: string
  type: string
  definition_id: string
}

export type ProjectsTable = {
  id: string
  key: string
  name: string
  description: Generated<string>
  kind: string
  status: Generated<string>
  priority: Generated<string>
  start_date: string | null
  deadline: string | null
  progress: Generated<number>
  manager_id: string | null
  restricted: Generated<boolean>
  is_default: Generated<boolean>
  workload_limit: Generated<number>
  blockers: Generated<string>
  single_assignee: Generated<boolean>
  color: Generated<string>
  next_number: Generated<number>
  version: Generated<number>
  created_at: Generated<string>
  updated_at: Generated<string>
  deleted_at: string | null
}

export type RecoveryCodesTable = {
  user_id: string
  hash: Buffer
  created_at: string
  used_at: string | null
}

export type RefreshTokensTable = {
  hash: Buffer
  session_id: string
  created_at: Generated<string>
  expires_at: string
  used_at: string | null
}

export type SecondFactorsTable = {
  user_id: string
  secret: string
  created_at: string
  confirmed_at: string | null
  last_step: Generated<number>
}

export type SessionsTable = {
  id: string
  user_id: string
  client: string
  ip: string | null
  user_agent: string | null
  created_at: Generated<string>
  last_seen_at: Generated<string>
  expires_at: string
  ended_at: string | null
  end_reason: string | null
  authenticated_at: string | null
}

export type SettingsTable = {
  key: string
  value: unknown
  updated_at: Generated<string>
}

export type TeamMembersTable = {
  team_id: string
  user_id: string
  role: Generated<string>
}

export type TeamsTable = {
  id: string
  name: string
  description: Generated<string>
  department_id: string | null
  lead_id: string | null
  version: Generated<number>
  created_at: Generated<string>
  updated_at: Generated<string>
  deleted_at: string | null
}

export type TicketLinksTable = {
  id: string
  from_id: string
  to_id: string
  kind: string
  created_by: string | null
  created_at: Generated<string>
}

export type TicketsTable = {
  id: string
  key: string
  project_id: string
  number: number
  type: string
  title: string
  description: Generated<string>
  workflow_version_id: string
  status: string
  status_category: string
  open: GeneratedAlways<boolean>
  priority: Generated<number>
  impact: number | null
  urgency: number | null
  category_id: string | null
  department_id: string | null
  team_id: string | null
  reporter_id: string
  owner_id: string | null
  assignee_ids: Generated<string[]>
  watcher_ids: Generated<string[]>
  viewers: string[]
  parent_id: string | null
  labels: Generated<string[]>
  start_date: string | null
  due_date: string | null
  estimate: number | null
  progress: Generated<number>
  resolution: string | null
  resolution_code: string | null
  reason: string | null
  custom_fields: Generated<unknown>
  source: Generated<string>
  external_ref: string | null
  demo: Generated<boolean>
  rank: Generated<string>
  open_blockers: Generated<number>
  public_comments: Generated<number>
  internal_comments: Generated<number>
  version: Generated<number>
  created_at: string
  updated_at: string
  first_response_at: string | null
  resolved_at: string | null
  closed_at: string | null
  deleted_at: string | null
  search: GeneratedAlways<string>
}

export type UsersTable = {
  id: string
  email: string
  username: string | null
  full_name: string
  role: string
  status: string
  password_hash: string | null
  department_id: string | null
  timezone: string | null
  preferences: Generated<unknown>
  security_epoch: Generated<number>
  demo: Generated<boolean>
  version: Generated<number>
  last_login_at: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export type WorkflowDefinitionsTable = {
  id: string
  key: string
  name: string
  description: Generated<string>
  preset: Generated<boolean>
  draft: unknown
  published_version_id: string | null
  version: Generated<number>
  created_at: Generated<string>
  updated_at: Generated<string>
}

export type WorkflowVersionsTable = {
  id: string
  definition_id: string
  number: number
  graph: unknown
  published_at: Generated<string>
  published_by: string | null
}

export type Schema = {
  api_tokens: ApiTokensTable
  categories: CategoriesTable
  comment_reactions: CommentReactionsTable
  comment_versions: CommentVersionsTable
  comments: CommentsTable
  departments: DepartmentsTable
  events: EventsTable
  followers: FollowersTable
  idempotency_keys: IdempotencyKeysTable
  import_refs: ImportRefsTable
  imports: ImportsTable
  invitations: InvitationsTable
  password_resets: PasswordResetsTable
  project_members: ProjectMembersTable
  project_workflows: ProjectWorkflowsTable
  projects: ProjectsTable
  recovery_codes: RecoveryCodesTable
  refresh_tokens: RefreshTokensTable
  second_factors: SecondFactorsTable
  sessions: SessionsTable
  settings: SettingsTable
  team_members: TeamMembersTable
  teams: TeamsTable
  ticket_links: TicketLinksTable
  tickets: TicketsTable
  users: UsersTable
  workflow_definitions: WorkflowDefinitionsTable
  workflow_versions: WorkflowVersionsTable
}
