-- Printed by `npm run db:print` from the migrations. For reading; never run, never edited.

create extension pg_trgm;

create table api_tokens (
  id           uuid not null,
  hash         bytea not null,
  user_id      uuid not null,
  name         text not null,
  scopes       text[] not null,
  created_at   timestamptz(3) not null,
  expires_at   timestamptz(3) not null,
  last_used_at timestamptz(3),
  ended_at     timestamptz(3),
  constraint api_tokens_pkey PRIMARY KEY (id),
  constraint api_tokens_hash_key UNIQUE (hash),
  constraint api_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX api_tokens_by_user ON api_tokens USING btree (user_id) WHERE (ended_at IS NULL);

create table categories (
  id         uuid not null,
  name       text not null,
  parent_id  uuid,
  team_id    uuid,
  version    integer not null default 1,
  created_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  constraint categories_pkey PRIMARY KEY (id),
  constraint categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES categories(id),
  constraint categories_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id)
);
CREATE UNIQUE INDEX categories_name ON categories USING btree (COALESCE(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name)) WHERE (deleted_at IS NULL);

create table comment_reactions (
  comment_id uuid not null,
  user_id    uuid not null,
  emoji      text not null,
  created_at timestamptz(3) not null default now(),
  constraint comment_reactions_pkey PRIMARY KEY (comment_id, user_id, emoji),
  constraint comment_reactions_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id),
  constraint comment_reactions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);

create table comment_versions (
  comment_id  uuid not null,
  version     integer not null,
  body        text not null,
  replaced_at timestamptz(3) not null,
  constraint comment_versions_pkey PRIMARY KEY (comment_id, version),
  constraint comment_versions_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id)
);

create table comments (
  id         uuid not null,
  ticket_id  uuid not null,
  author_id  uuid not null,
  parent_id  uuid,
  body       text not null,
  visibility text not null,
  mentions   uuid[] not null default '{}'::uuid[],
  version    integer not null default 1,
  created_at timestamptz(3) not null,
  edited_at  timestamptz(3),
  removed_at timestamptz(3),
  search     tsvector not null generated always as (to_tsvector('english'::regconfig, body)) stored,
  constraint comments_pkey PRIMARY KEY (id),
  constraint comments_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'internal'::text]))),
  constraint comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id),
  constraint comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES comments(id),
  constraint comments_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX comments_by_ticket ON comments USING btree (ticket_id, created_at, id);
CREATE INDEX comments_search ON comments USING gin (search);

create table departments (
  id          uuid not null,
  name        text not null,
  description text not null default ''::text,
  head_id     uuid,
  version     integer not null default 1,
  created_at  timestamptz(3) not null default now(),
  updated_at  timestamptz(3) not null default now(),
  deleted_at  timestamptz(3),
  constraint departments_pkey PRIMARY KEY (id),
  constraint departments_head FOREIGN KEY (head_id) REFERENCES users(id)
);
CREATE INDEX departments_by_head ON departments USING btree (head_id) WHERE (head_id IS NOT NULL);
CREATE UNIQUE INDEX departments_name ON departments USING btree (lower(name)) WHERE (deleted_at IS NULL);

create table events (
  id         bigint not null generated always as identity,
  xid        xid8 not null default pg_current_xact_id(),
  at         timestamptz(3) not null,
  name       text not null,
  entity     text not null,
  entity_id  uuid not null,
  ticket_id  uuid,
  project_id uuid,
  version    integer,
  audience   uuid[] not null default '{}'::uuid[],
  internal   boolean not null default false,
  actor_id   uuid,
  actor_kind text not null,
  session_id uuid,
  request_id text,
  ip         text,
  data       jsonb not null default '{}'::jsonb,
  constraint events_pkey PRIMARY KEY (id)
);
CREATE INDEX events_by_entity ON events USING btree (entity_id, at, id) WHERE (ticket_id IS NULL);
CREATE INDEX events_by_ticket ON events USING btree (ticket_id, at, id) WHERE (ticket_id IS NOT NULL);
CREATE INDEX events_order ON events USING btree (xid, id);

create table followers (
  name       text not null,
  xid        xid8 not null,
  event_id   bigint not null,
  updated_at timestamptz(3) not null default now(),
  constraint followers_pkey PRIMARY KEY (name)
);

create table idempotency_keys (
  actor_id    uuid not null,
  key         text not null,
  fingerprint text not null,
  status      integer not null,
  body        text,
  created_at  timestamptz(3) not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys USING btree (created_at);

create table import_refs (
  source      text not null,
  kind        text not null,
  scope       uuid not null,
  external_id text not null,
  local_id    uuid not null,
  state       jsonb,
  constraint import_refs_pkey PRIMARY KEY (source, kind, scope, external_id)
);

create table imports (
  id          uuid not null,
  source      text not null,
  project_id  uuid,
  fingerprint text not null,
  position    bigint not null default 0,
  summary     jsonb not null default '{}'::jsonb,
  started_at  timestamptz(3) not null,
  finished_at timestamptz(3),
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id)
);

create table invitations (
  id            uuid not null,
  hash          bytea not null,
  email         text not null,
  role          text not null,
  department_id uuid,
  invited_by    uuid not null,
  created_at    timestamptz(3) not null,
  expires_at    timestamptz(3) not null,
  accepted_at   timestamptz(3),
  revoked_at    timestamptz(3),
  constraint invitations_pkey PRIMARY KEY (id),
  constraint invitations_hash_key UNIQUE (hash),
  constraint invitations_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'manager'::text, 'agent'::text, 'employee'::text]))),
  constraint invitations_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES users(id)
);
CREATE INDEX invitations_by_inviter ON invitations USING btree (invited_by) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
CREATE UNIQUE INDEX invitations_open ON invitations USING btree (lower(email)) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));

create table password_resets (
  hash       bytea not null,
  user_id    uuid,
  epoch      integer not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at    timestamptz(3),
  constraint password_resets_pkey PRIMARY KEY (hash),
  constraint password_resets_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX password_resets_age ON password_resets USING btree (expires_at);
CREATE INDEX password_resets_by_user ON password_resets USING btree (user_id) WHERE (used_at IS NULL);

create table project_members (
  project_id uuid not null,
  user_id    uuid not null,
  role       text not null,
  constraint project_members_pkey PRIMARY KEY (project_id, user_id),
  constraint project_members_role_check CHECK ((role = ANY (ARRAY['product_owner'::text, 'manager'::text, 'developer'::text, 'member'::text, 'viewer'::text]))),
  constraint project_members_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id),
  constraint project_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX project_members_by_user ON project_members USING btree (user_id);

create table project_workflows (
  project_id    uuid not null,
  type          text not null,
  definition_id uuid not null,
  constraint project_workflows_pkey PRIMARY KEY (project_id, type),
  constraint project_workflows_definition_id_fkey FOREIGN KEY (definition_id) REFERENCES workflow_definitions(id),
  constraint project_workflows_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id)
);

create table projects (
  id              uuid not null,
  key             text not null,
  name            text not null,
  description     text not null default ''::text,
  kind            text not null,
  status          text not null default 'active'::text,
  priority        text not null default 'medium'::text,
  start_date      date,
  deadline        date,
  progress        smallint not null default 0,
  manager_id      uuid,
  restricted      boolean not null default false,
  is_default      boolean not null default false,
  workload_limit  integer not null default 3,
  blockers        text not null default 'refuse'::text,
  single_assignee boolean not null default false,
  color           text not null default '#7c5cc4'::text,
  next_number     integer not null default 1001,
  version         integer not null default 1,
  created_at      timestamptz(3) not null default now(),
  updated_at      timestamptz(3) not null default now(),
  deleted_at      timestamptz(3),
  constraint projects_pkey PRIMARY KEY (id),
  constraint projects_key_key UNIQUE (key),
  constraint projects_blockers_check CHECK ((blockers = ANY (ARRAY['refuse'::text, 'warn'::text]))),
  constraint projects_key_check CHECK ((key ~ '^[A-Z][A-Z0-9]{1,9}$'::text)),
  constraint projects_kind_check CHECK ((kind = ANY (ARRAY['desk'::text, 'work'::text]))),
  constraint projects_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
  constraint projects_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint projects_status_check CHECK ((status = ANY (ARRAY['planning'::text, 'active'::text, 'on_hold'::text, 'completed'::text]))),
  constraint projects_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES users(id)
);
CREATE UNIQUE INDEX projects_default ON projects USING btree (is_default) WHERE (is_default AND (deleted_at IS NULL));

create table recovery_codes (
  user_id    uuid not null,
  hash       bytea not null,
  created_at timestamptz(3) not null,
  used_at    timestamptz(3),
  constraint recovery_codes_pkey PRIMARY KEY (user_id, hash),
  constraint recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);

create table refresh_tokens (
  hash       bytea not null,
  session_id uuid not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at    timestamptz(3),
  constraint refresh_tokens_pkey PRIMARY KEY (hash),
  constraint refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id)
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens USING btree (session_id);

create table second_factors (
  user_id      uuid not null,
  secret       text not null,
  created_at   timestamptz(3) not null,
  confirmed_at timestamptz(3),
  last_step    bigint not null default 0,
  constraint second_factors_pkey PRIMARY KEY (user_id),
  constraint second_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);

create table sessions (
  id               uuid not null,
  user_id          uuid not null,
  client           text not null,
  ip               text,
  user_agent       text,
  created_at       timestamptz(3) not null default now(),
  last_seen_at     timestamptz(3) not null default now(),
  expires_at       timestamptz(3) not null,
  ended_at         timestamptz(3),
  end_reason       text,
  authenticated_at timestamptz(3),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX sessions_by_user ON sessions USING btree (user_id) WHERE (ended_at IS NULL);

create table settings (
  key        text not null,
  value      jsonb not null,
  updated_at timestamptz(3) not null default now(),
  constraint settings_pkey PRIMARY KEY (key)
);

create table team_members (
  team_id uuid not null,
  user_id uuid not null,
  role    text not null default 'member'::text,
  constraint team_members_pkey PRIMARY KEY (team_id, user_id),
  constraint team_members_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id),
  constraint team_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX team_members_by_user ON team_members USING btree (user_id);

create table teams (
  id            uuid not null,
  name          text not null,
  description   text not null default ''::text,
  department_id uuid,
  lead_id       uuid,
  version       integer not null default 1,
  created_at    timestamptz(3) not null default now(),
  updated_at    timestamptz(3) not null default now(),
  deleted_at    timestamptz(3),
  constraint teams_pkey PRIMARY KEY (id),
  constraint teams_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint teams_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES users(id)
);
CREATE UNIQUE INDEX teams_name ON teams USING btree (lower(name)) WHERE (deleted_at IS NULL);

create table ticket_links (
  id         uuid not null,
  from_id    uuid not null,
  to_id      uuid not null,
  kind       text not null,
  created_by uuid,
  created_at timestamptz(3) not null default now(),
  constraint ticket_links_pkey PRIMARY KEY (id),
  constraint ticket_links_from_id_to_id_kind_key UNIQUE (from_id, to_id, kind),
  constraint ticket_links_check CHECK ((from_id <> to_id)),
  constraint ticket_links_kind_check CHECK ((kind = ANY (ARRAY['blocks'::text, 'relates'::text, 'duplicates'::text, 'causes'::text]))),
  constraint ticket_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint ticket_links_from_id_fkey FOREIGN KEY (from_id) REFERENCES tickets(id),
  constraint ticket_links_to_id_fkey FOREIGN KEY (to_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_links_to ON ticket_links USING btree (to_id);

create table tickets (
  id                  uuid not null,
  key                 text not null,
  project_id          uuid not null,
  number              integer not null,
  type                text not null,
  title               text not null,
  description         text not null default ''::text,
  workflow_version_id uuid not null,
  status              text not null,
  status_category     text not null,
  open                boolean not null generated always as ((status_category <> ALL (ARRAY['done'::text, 'cancelled'::text]))) stored,
  priority            smallint not null default 2,
  impact              smallint,
  urgency             smallint,
  category_id         uuid,
  department_id       uuid,
  team_id             uuid,
  reporter_id         uuid not null,
  owner_id            uuid,
  assignee_ids        uuid[] not null default '{}'::uuid[],
  watcher_ids         uuid[] not null default '{}'::uuid[],
  viewers             uuid[] not null,
  parent_id           uuid,
  labels              text[] not null default '{}'::text[],
  start_date          date,
  due_date            date,
  estimate            numeric(9,2),
  progress            smallint not null default 0,
  resolution          text,
  resolution_code     text,
  reason              text,
  custom_fields       jsonb not null default '{}'::jsonb,
  source              text not null default 'api'::text,
  external_ref        text,
  demo                boolean not null default false,
  rank                text not null default ''::text,
  open_blockers       integer not null default 0,
  public_comments     integer not null default 0,
  internal_comments   integer not null default 0,
  version             integer not null default 1,
  created_at          timestamptz(3) not null,
  updated_at          timestamptz(3) not null,
  first_response_at   timestamptz(3),
  resolved_at         timestamptz(3),
  closed_at           timestamptz(3),
  deleted_at          timestamptz(3),
  search              tsvector not null generated always as ((setweight(to_tsvector('english'::regconfig, title), 'A'::"char") || setweight(to_tsvector('english'::regconfig, description), 'B'::"char"))) stored,
  constraint tickets_pkey PRIMARY KEY (id),
  constraint tickets_key_key UNIQUE (key),
  constraint tickets_project_id_number_key UNIQUE (project_id, number),
  constraint tickets_impact_check CHECK (((impact >= 1) AND (impact <= 3))),
  constraint tickets_priority_check CHECK (((priority >= 1) AND (priority <= 4))),
  constraint tickets_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint tickets_status_category_check CHECK ((status_category = ANY (ARRAY['backlog'::text, 'todo'::text, 'active'::text, 'waiting'::text, 'review'::text, 'done'::text, 'cancelled'::text]))),
  constraint tickets_title_check CHECK (((length(title) >= 1) AND (length(title) <= 500))),
  constraint tickets_type_check CHECK ((type = ANY (ARRAY['incident'::text, 'request'::text, 'bug'::text, 'feature'::text, 'support'::text, 'task'::text, 'story'::text, 'epic'::text, 'other'::text]))),
  constraint tickets_urgency_check CHECK (((urgency >= 1) AND (urgency <= 3))),
  constraint tickets_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories(id),
  constraint tickets_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint tickets_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id),
  constraint tickets_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES tickets(id),
  constraint tickets_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id),
  constraint tickets_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES users(id),
  constraint tickets_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id),
  constraint tickets_workflow_version_id_fkey FOREIGN KEY (workflow_version_id) REFERENCES workflow_versions(id)
);
CREATE INDEX tickets_active_by_assignee ON tickets USING btree ((assignee_ids[1]), project_id) WHERE ((status_category = 'active'::text) AND (deleted_at IS NULL));
CREATE INDEX tickets_alike ON tickets USING gin (title gin_trgm_ops) WHERE (open AND (deleted_at IS NULL));
CREATE INDEX tickets_by_parent ON tickets USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX tickets_by_project ON tickets USING btree (project_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX tickets_by_rank ON tickets USING btree (project_id, rank, id) WHERE (deleted_at IS NULL);
CREATE INDEX tickets_by_reporter ON tickets USING btree (reporter_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX tickets_external_ref ON tickets USING btree (project_id, external_ref) WHERE (external_ref IS NOT NULL);
CREATE INDEX tickets_newest ON tickets USING btree (created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX tickets_open_by_project ON tickets USING btree (project_id, created_at DESC, id DESC) WHERE (open AND (deleted_at IS NULL));
CREATE INDEX tickets_people ON tickets USING gin (viewers, labels) WHERE (deleted_at IS NULL);
CREATE INDEX tickets_search ON tickets USING gin (search);
CREATE INDEX tickets_updated ON tickets USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL);

create table users (
  id             uuid not null,
  email          text not null,
  username       text,
  full_name      text not null,
  role           text not null,
  status         text not null,
  password_hash  text,
  department_id  uuid,
  timezone       text,
  preferences    jsonb not null default '{}'::jsonb,
  security_epoch integer not null default 1,
  demo           boolean not null default false,
  version        integer not null default 1,
  last_login_at  timestamptz(3),
  created_at     timestamptz(3) not null default now(),
  updated_at     timestamptz(3) not null default now(),
  constraint users_pkey PRIMARY KEY (id),
  constraint users_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'manager'::text, 'agent'::text, 'employee'::text]))),
  constraint users_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'disabled'::text]))),
  constraint users_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id)
);
CREATE UNIQUE INDEX users_email ON users USING btree (lower(email));
CREATE INDEX users_name ON users USING btree (lower(full_name), id);
CREATE INDEX users_search ON users USING gin (full_name gin_trgm_ops, email gin_trgm_ops);
CREATE UNIQUE INDEX users_username ON users USING btree (lower(username)) WHERE (username IS NOT NULL);

create table workflow_definitions (
  id                   uuid not null,
  key                  text not null,
  name                 text not null,
  description          text not null default ''::text,
  preset               boolean not null default false,
  draft                jsonb,
  published_version_id uuid,
  version              integer not null default 1,
  created_at           timestamptz(3) not null default now(),
  updated_at           timestamptz(3) not null default now(),
  constraint workflow_definitions_pkey PRIMARY KEY (id),
  constraint workflow_definitions_key_key UNIQUE (key),
  constraint workflow_definitions_published FOREIGN KEY (published_version_id) REFERENCES workflow_versions(id)
);

create table workflow_versions (
  id            uuid not null,
  definition_id uuid not null,
  number        integer not null,
  graph         jsonb not null,
  published_at  timestamptz(3) not null default now(),
  published_by  uuid,
  constraint workflow_versions_pkey PRIMARY KEY (id),
  constraint workflow_versions_definition_id_number_key UNIQUE (definition_id, number),
  constraint workflow_versions_definition_id_fkey FOREIGN KEY (definition_id) REFERENCES workflow_definitions(id),
  constraint workflow_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES users(id)
);
