-- Sign-in, complete: ways back in, invitations, second factors, personal access tokens, fresh re-authentication.

-- when the password was last shown; sensitive changes ask for it to be recent
alter table sessions add column authenticated_at timestamptz(3);

-- one row for every request, known or not (user_id null): both leave the same trace
create table password_resets (
  hash bytea primary key,
  user_id uuid references users (id),
  -- of the account when the link was made: any later change of password makes the link worthless
  epoch integer not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index password_resets_by_user on password_resets (user_id) where used_at is null;
create index password_resets_age on password_resets (expires_at);

create table invitations (
  id uuid primary key,
  hash bytea not null unique,
  email text not null,
  role text not null check (role in ('admin', 'manager', 'agent', 'employee')),
  department_id uuid references departments (id),
  invited_by uuid not null references users (id),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  revoked_at timestamptz(3)
);
create unique index invitations_open on invitations (lower(email)) where accepted_at is null and revoked_at is null;
create index invitations_by_inviter on invitations (invited_by) where accepted_at is null and revoked_at is null;

create table api_tokens (
  id uuid primary key,
  hash bytea not null unique,
  user_id uuid not null references users (id),
  name text not null,
  scopes text[] not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  ended_at timestamptz(3)
);
create index api_tokens_by_user on api_tokens (user_id) where ended_at is null;

create table second_factors (
  user_id uuid primary key references users (id),
  -- sealed with the key in DATA_DIR/keys, for this row only
  secret text not null,
  created_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  -- the half-minute whose code was last used: no code is good twice
  last_step bigint not null default 0
);

create table recovery_codes (
  user_id uuid not null references users (id),
  hash bytea not null,
  created_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (user_id, hash)
);
