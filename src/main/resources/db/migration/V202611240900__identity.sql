-- Who may enter, and what they may see. Every row belongs to a workspace; nurt.wall() puts up its wall.

create table nurt.workspace (
    id         uuid primary key,
    name       text        not null check (length(name) between 1 and 200),
    currency   char(3)     not null,
    zone       text        not null,
    language   text        not null check (language in ('en', 'pl')),
    created_at timestamptz not null default now(),
    version    int         not null default 1
);
alter table nurt.workspace enable row level security;
alter table nurt.workspace force row level security;
create policy workspace_wall on nurt.workspace using (id = nurt.workspace()) with check (id = nurt.workspace());
create policy owner_reads_all on nurt.workspace to current_user using (true) with check (true);

-- A user without e-mail is a person known only by name (from an import): an owner of deals who cannot sign in.
create table nurt.app_user (
    workspace_id   uuid        not null default nurt.workspace() references nurt.workspace (id),
    id             uuid        not null,
    name           text        not null check (length(name) between 1 and 200),
    email          text,
    role           text        not null check (role in ('administrator', 'manager', 'representative', 'stakeholder')),
    visibility     text        not null check (visibility in ('own', 'team', 'all')),
    status         text        not null check (status in ('active', 'invited', 'placeholder', 'deactivated')),
    password_hash  text,
    totp_secret    text,
    totp_confirmed boolean     not null default false,
    totp_last_step bigint,
    language       text        not null default 'en' check (language in ('en', 'pl')),
    zone           text        not null default 'Europe/Warsaw',
    theme          text        not null default 'auto' check (theme in ('light', 'dark', 'auto')),
    region         text,
    import_id      uuid,
    created_at     timestamptz not null default now(),
    last_seen_at   timestamptz,
    version        int         not null default 1,
    primary key (workspace_id, id),
    check (status <> 'active' or (email is not null and password_hash is not null))
);
create unique index app_user_email on nurt.app_user (workspace_id, lower(email)) where email is not null;
create index app_user_sign_in on nurt.app_user (lower(email)) where status = 'active';
create index app_user_import on nurt.app_user (workspace_id, import_id) where import_id is not null;
call nurt.wall('nurt.app_user');

create table nurt.team (
    workspace_id uuid not null default nurt.workspace(),
    id           uuid not null,
    name         text not null check (length(name) between 1 and 200),
    parent_id    uuid,
    manager_id   uuid,
    import_id    uuid,
    version      int  not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, parent_id) references nurt.team (workspace_id, id),
    foreign key (workspace_id, manager_id) references nurt.app_user (workspace_id, id)
);
create unique index team_name on nurt.team (workspace_id, lower(name));
call nurt.wall('nurt.team');

create table nurt.team_member (
    workspace_id uuid not null default nurt.workspace(),
    team_id      uuid not null,
    user_id      uuid not null,
    primary key (workspace_id, team_id, user_id),
    foreign key (workspace_id, team_id) references nurt.team (workspace_id, id) on delete cascade,
    foreign key (workspace_id, user_id) references nurt.app_user (workspace_id, id)
);
create index team_member_user on nurt.team_member (workspace_id, user_id);
call nurt.wall('nurt.team_member');

create table nurt.user_session (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    user_id      uuid        not null,
    token_hash   bytea       not null unique,
    created_at   timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at   timestamptz not null,
    user_agent   text,
    address      text,
    primary key (workspace_id, id),
    foreign key (workspace_id, user_id) references nurt.app_user (workspace_id, id)
);
create index user_session_user on nurt.user_session (workspace_id, user_id);
call nurt.wall('nurt.user_session');

create table nurt.api_token (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    user_id      uuid        not null,
    name         text        not null check (length(name) between 1 and 100),
    token_hash   bytea       not null unique,
    scopes       text[]      not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, user_id) references nurt.app_user (workspace_id, id)
);
call nurt.wall('nurt.api_token');

create table nurt.recovery_code (
    workspace_id uuid  not null default nurt.workspace(),
    user_id      uuid  not null,
    code_hash    bytea not null,
    primary key (workspace_id, user_id, code_hash),
    foreign key (workspace_id, user_id) references nurt.app_user (workspace_id, id)
);
call nurt.wall('nurt.recovery_code');

create table nurt.invitation (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    user_id      uuid        not null,
    token_hash   bytea       not null unique,
    invited_by   uuid,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    used_at      timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, user_id) references nurt.app_user (workspace_id, id)
);
call nurt.wall('nurt.invitation');

create table nurt.audit_event (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    at           timestamptz not null default now(),
    actor_id     uuid,
    kind         text        not null,
    subject_kind text,
    subject_id   uuid,
    details      jsonb       not null default '{}',
    address      text,
    primary key (workspace_id, id)
);
create index audit_event_at on nurt.audit_event (workspace_id, at desc, id desc);
call nurt.wall('nurt.audit_event');

-- Before a workspace exists, or across them: no workspace_id, nothing secret in clear.
create table nurt.setup_link (
    token_hash bytea primary key,
    created_at timestamptz not null default now(),
    used_at    timestamptz
);
create table nurt.sign_in_throttle (
    key           text primary key,
    failures      int         not null,
    last_failure  timestamptz not null,
    blocked_until timestamptz
);

-- The few look-ups that must work before the workspace is known. Each takes a secret or a normalised
-- e-mail and gives back only what signing in needs.
create function nurt.session_by_hash(hash bytea)
    returns table (workspace_id uuid, session_id uuid, user_id uuid, last_seen_at timestamptz)
    language sql stable security definer set search_path = nurt, pg_temp
as $$ select workspace_id, id, user_id, last_seen_at from nurt.user_session where token_hash = hash and expires_at > now() $$;

create function nurt.token_by_hash(hash bytea)
    returns table (workspace_id uuid, token_id uuid, user_id uuid, scopes text[])
    language sql stable security definer set search_path = nurt, pg_temp
as $$ select workspace_id, id, user_id, scopes from nurt.api_token where token_hash = hash and expires_at > now() $$;

create function nurt.sign_in_candidates(wanted text)
    returns table (workspace_id uuid, user_id uuid, password_hash text)
    language sql stable security definer set search_path = nurt, pg_temp
as $$ select workspace_id, id, password_hash from nurt.app_user
      where lower(email) = lower(wanted) and status = 'active' order by last_seen_at desc nulls last, id $$;

create function nurt.invitation_by_hash(hash bytea)
    returns table (workspace_id uuid, invitation_id uuid, user_id uuid)
    language sql stable security definer set search_path = nurt, pg_temp
as $$ select workspace_id, id, user_id from nurt.invitation
      where token_hash = hash and used_at is null and expires_at > now() $$;

create function nurt.any_workspace() returns boolean
    language sql stable security definer set search_path = nurt, pg_temp
as $$ select exists (select from nurt.workspace) $$;
