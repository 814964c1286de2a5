-- People, projects, workflows, tickets, and the event log that everything else follows.
-- Times are timestamptz(3): the program writes milliseconds, so that a cursor made of a time is exact.

create extension if not exists pg_trgm;

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz(3) not null default now()
);

-- ---- Organisation

create table departments (
  id uuid primary key,
  name text not null,
  description text not null default '',
  head_id uuid,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3)
);
create unique index departments_name on departments (lower(name)) where deleted_at is null;

create table users (
  id uuid primary key,
  email text not null,
  username text,
  full_name text not null,
  role text not null check (role in ('admin', 'manager', 'agent', 'employee')),
  status text not null check (status in ('pending', 'approved', 'rejected', 'disabled')),
  password_hash text,
  department_id uuid references departments (id),
  timezone text,
  preferences jsonb not null default '{}',
  security_epoch integer not null default 1,
  demo boolean not null default false,
  version integer not null default 1,
  last_login_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create unique index users_email on users (lower(email));
create unique index users_username on users (lower(username)) where username is not null;
create index users_name on users (lower(full_name), id);
create index users_search on users using gin (full_name gin_trgm_ops, email gin_trgm_ops);
alter table departments add constraint departments_head foreign key (head_id) references users (id);
create index departments_by_head on departments (head_id) where head_id is not null;

create table teams (
  id uuid primary key,
  name text not null,
  description text not null default '',
  department_id uuid references departments (id),
  lead_id uuid references users (id),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3)
);
create unique index teams_name on teams (lower(name)) where deleted_at is null;

create table team_members (
  team_id uuid not null references teams (id),
  user_id uuid not null references users (id),
  role text not null default 'member',
  primary key (team_id, user_id)
);
create index team_members_by_user on team_members (user_id);

create table categories (
  id uuid primary key,
  name text not null,
  parent_id uuid references categories (id),
  team_id uuid references teams (id),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3)
);
create unique index categories_name on categories (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name)) where deleted_at is null;

-- ---- Sign-in

create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id),
  client text not null,
  ip text,
  user_agent text,
  created_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  end_reason text
);
create index sessions_by_user on sessions (user_id) where ended_at is null;

create table refresh_tokens (
  hash bytea primary key,
  session_id uuid not null references sessions (id),
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index refresh_tokens_by_session on refresh_tokens (session_id);

create table idempotency_keys (
  actor_id uuid not null,
  key text not null,
  fingerprint text not null,
  status integer not null,
  body text,
  created_at timestamptz(3) not null default now(),
  primary key (actor_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- ---- Workflows

create table workflow_definitions (
  id uuid primary key,
  key text not null unique,
  name text not null,
  description text not null default '',
  preset boolean not null default false,
  draft jsonb,
  published_version_id uuid,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);

create table workflow_versions (
  id uuid primary key,
  definition_id uuid not null references workflow_definitions (id),
  number integer not null,
  graph jsonb not null,
  published_at timestamptz(3) not null default now(),
  published_by uuid references users (id),
  unique (definition_id, number)
);
alter table workflow_definitions add constraint workflow_definitions_published foreign key (published_version_id) references workflow_versions (id);

-- ---- Projects

create table projects (
  id uuid primary key,
  key text not null unique check (key ~ '^[A-Z][A-Z0-9]{1,9}$'),
  name text not null,
  description text not null default '',
  kind text not null check (kind in ('desk', 'work')),
  status text not null default 'active' check (status in ('planning', 'active', 'on_hold', 'completed')),
  priority text not null default 'medium' check (priority in ('low', 'medium', 'high', 'critical')),
  start_date date,
  deadline date,
  progress smallint not null default 0 check (progress between 0 and 100),
  manager_id uuid references users (id),
  restricted boolean not null default false,
  is_default boolean not null default false,
  workload_limit integer not null default 3,
  blockers text not null default 'refuse' check (blockers in ('refuse', 'warn')),
  single_assignee boolean not null default false,
  color text not null default '#7c5cc4',
  next_number integer not null default 1001,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3)
);
create unique index projects_default on projects (is_default) where is_default and deleted_at is null;

create table project_members (
  project_id uuid not null references projects (id),
  user_id uuid not null references users (id),
  role text not null check (role in ('product_owner', 'manager', 'developer', 'member', 'viewer')),
  primary key (project_id, user_id)
);
create index project_members_by_user on project_members (user_id);

create table project_workflows (
  project_id uuid not null references projects (id),
  type text not null,
  definition_id uuid not null references workflow_definitions (id),
  primary key (project_id, type)
);

-- ---- Tickets

create table tickets (
  id uuid primary key,
  key text not null unique,
  project_id uuid not null references projects (id),
  number integer not null,
  type text not null check (type in ('incident', 'request', 'bug', 'feature', 'support', 'task', 'story', 'epic', 'other')),
  title text not null check (length(title) between 1 and 500),
  description text not null default '',
  workflow_version_id uuid not null references workflow_versions (id),
  status text not null,
  status_category text not null check (status_category in ('backlog', 'todo', 'active', 'waiting', 'review', 'done', 'cancelled')),
  open boolean not null generated always as (status_category not in ('done', 'cancelled')) stored,
  priority smallint not null default 2 check (priority between 1 and 4),
  impact smallint check (impact between 1 and 3),
  urgency smallint check (urgency between 1 and 3),
  category_id uuid references categories (id),
  department_id uuid references departments (id),
  team_id uuid references teams (id),
  reporter_id uuid not null references users (id),
  owner_id uuid references users (id),
  assignee_ids uuid[] not null default '{}',
  watcher_ids uuid[] not null default '{}',
  -- whoever may see the ticket: people, teams, department and project by id; see the tickets module's queries
  viewers uuid[] not null,
  parent_id uuid references tickets (id),
  labels text[] not null default '{}',
  start_date date,
  due_date date,
  estimate numeric(9, 2),
  progress smallint not null default 0 check (progress between 0 and 100),
  resolution text,
  resolution_code text,
  reason text,
  custom_fields jsonb not null default '{}',
  source text not null default 'api',
  external_ref text,
  demo boolean not null default false,
  rank text not null collate "C" default '',
  open_blockers integer not null default 0,
  public_comments integer not null default 0,
  internal_comments integer not null default 0,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  first_response_at timestamptz(3),
  resolved_at timestamptz(3),
  closed_at timestamptz(3),
  deleted_at timestamptz(3),
  search tsvector not null generated always as
    (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', description), 'B')) stored,
  unique (project_id, number)
);
create index tickets_newest on tickets (created_at desc, id desc) where deleted_at is null;
create index tickets_by_project on tickets (project_id, created_at desc, id desc) where deleted_at is null;
create index tickets_open_by_project on tickets (project_id, created_at desc, id desc) where open and deleted_at is null;
create index tickets_updated on tickets (updated_at desc, id desc) where deleted_at is null;
create index tickets_by_reporter on tickets (reporter_id, created_at desc, id desc);
create index tickets_by_rank on tickets (project_id, rank, id) where deleted_at is null;
create index tickets_by_parent on tickets (parent_id) where parent_id is not null;
create index tickets_people on tickets using gin (viewers, labels) where deleted_at is null;
create index tickets_search on tickets using gin (search);
create index tickets_alike on tickets using gin (title gin_trgm_ops) where open and deleted_at is null;
create index tickets_active_by_assignee on tickets ((assignee_ids[1]), project_id) where status_category = 'active' and deleted_at is null;
create unique index tickets_external_ref on tickets (project_id, external_ref) where external_ref is not null;

-- One row a relation; the inverse is read from the other side.
create table ticket_links (
  id uuid primary key,
  from_id uuid not null references tickets (id),
  to_id uuid not null references tickets (id),
  kind text not null check (kind in ('blocks', 'relates', 'duplicates', 'causes')),
  created_by uuid references users (id),
  created_at timestamptz(3) not null default now(),
  unique (from_id, to_id, kind),
  check (from_id <> to_id)
);
create index ticket_links_to on ticket_links (to_id);

create table comments (
  id uuid primary key,
  ticket_id uuid not null references tickets (id),
  author_id uuid not null references users (id),
  parent_id uuid references comments (id),
  body text not null,
  visibility text not null check (visibility in ('public', 'internal')),
  mentions uuid[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz(3) not null,
  edited_at timestamptz(3),
  removed_at timestamptz(3),
  search tsvector not null generated always as (to_tsvector('english', body)) stored
);
create index comments_by_ticket on comments (ticket_id, created_at, id);
create index comments_search on comments using gin (search);

create table comment_versions (
  comment_id uuid not null references comments (id),
  version integer not null,
  body text not null,
  replaced_at timestamptz(3) not null,
  primary key (comment_id, version)
);

create table comment_reactions (
  comment_id uuid not null references comments (id),
  user_id uuid not null references users (id),
  emoji text not null,
  created_at timestamptz(3) not null default now(),
  primary key (comment_id, user_id, emoji)
);

-- ---- The event log: history, audit trail, change feed and outbox at once

create table events (
  id bigint generated always as identity primary key,
  -- a sequence commits out of order: readers go by (xid, id) and stay below the oldest running transaction
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz(3) not null,
  name text not null,
  entity text not null,
  entity_id uuid not null,
  ticket_id uuid,
  project_id uuid,
  version integer,
  -- who may know of it: people, teams, department and project by id, as they were before and after
  audience uuid[] not null default '{}',
  internal boolean not null default false,
  actor_id uuid,
  actor_kind text not null,
  session_id uuid,
  request_id text,
  ip text,
  data jsonb not null default '{}'
);
create index events_order on events (xid, id);
create index events_by_ticket on events (ticket_id, at, id) where ticket_id is not null;
create index events_by_entity on events (entity_id, at, id) where ticket_id is null;

create table followers (
  name text primary key,
  xid xid8 not null,
  event_id bigint not null,
  updated_at timestamptz(3) not null default now()
);

-- ---- Imports: what came from where, so that a second run adds nothing twice

create table imports (
  id uuid primary key,
  source text not null,
  project_id uuid references projects (id),
  fingerprint text not null,
  position bigint not null default 0,
  summary jsonb not null default '{}',
  started_at timestamptz(3) not null,
  finished_at timestamptz(3)
);
create table import_refs (
  source text not null,
  kind text not null,
  -- the project, for what is imported into each project anew; the nil id for what all of them share
  scope uuid not null,
  external_id text not null,
  local_id uuid not null,
  -- how far the source has been followed, where it can go on
  state jsonb,
  primary key (source, kind, scope, external_id)
);
