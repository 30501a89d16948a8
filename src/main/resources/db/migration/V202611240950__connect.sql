-- Answers already given to requests that carried an Idempotency-Key.
create table nurt.idempotency_key (
    workspace_id uuid        not null default nurt.workspace(),
    user_id      uuid        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       int, -- null: the first request is still being answered
    headers      jsonb       not null default '{}',
    body         bytea,
    created_at   timestamptz not null default now(),
    primary key (workspace_id, user_id, key)
);
create index idempotency_key_age on nurt.idempotency_key (created_at);
call nurt.wall('nurt.idempotency_key');
