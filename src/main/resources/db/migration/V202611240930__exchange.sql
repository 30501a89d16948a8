-- Imports and what they touched, so that each can be resumed, explained and taken back.

create table nurt.import (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    name         text        not null,
    status       text        not null check (status in ('draft', 'queued', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
    options      jsonb       not null default '{}', -- accepted unifications, stage kinds, target pipeline, ...
    total_rows   bigint      not null default 0,
    done_rows    bigint      not null default 0,
    created      bigint      not null default 0,
    updated      bigint      not null default 0,
    unchanged    bigint      not null default 0,
    refused      bigint      not null default 0,
    cursor       jsonb       not null default '{}', -- where to go on after an interruption
    failure      text,
    created_by   uuid,
    created_at   timestamptz not null default now(),
    started_at   timestamptz,
    finished_at  timestamptz,
    version      int         not null default 1,
    primary key (workspace_id, id)
);
call nurt.wall('nurt.import');

create table nurt.import_file (
    workspace_id uuid   not null default nurt.workspace(),
    id           uuid   not null,
    import_id    uuid   not null,
    position     int    not null,
    name         text   not null,
    bytes        bigint not null,
    rows         bigint not null default 0,
    detection    jsonb  not null default '{}',
    mapping      jsonb  not null default '{}',
    primary key (workspace_id, id),
    foreign key (workspace_id, import_id) references nurt.import (workspace_id, id)
);
call nurt.wall('nurt.import_file');

create table nurt.import_chunk (
    workspace_id uuid  not null default nurt.workspace(),
    file_id      uuid  not null,
    no           int   not null,
    content      bytea not null,
    primary key (workspace_id, file_id, no),
    foreign key (workspace_id, file_id) references nurt.import_file (workspace_id, id)
);
call nurt.wall('nurt.import_chunk');

create table nurt.import_refusal (
    workspace_id uuid   not null default nurt.workspace(),
    import_id    uuid   not null,
    file_id      uuid   not null,
    row_no       bigint not null,
    code         text   not null,
    params       jsonb  not null default '{}',
    cells        text[] not null,
    primary key (workspace_id, import_id, file_id, row_no),
    foreign key (workspace_id, import_id) references nurt.import (workspace_id, id)
);
call nurt.wall('nurt.import_refusal');

-- Records that existed before and were changed by the import, as they were before.
create table nurt.import_change (
    workspace_id uuid   not null default nurt.workspace(),
    import_id    uuid   not null,
    record_kind  text   not null,
    record_id    uuid   not null,
    before       jsonb  not null,
    version_after int   not null,
    primary key (workspace_id, import_id, record_kind, record_id),
    foreign key (workspace_id, import_id) references nurt.import (workspace_id, id)
);
call nurt.wall('nurt.import_change');

-- What a record is called in the system it came from: a repeated import finds it again.
create table nurt.external_ref (
    workspace_id uuid not null default nurt.workspace(),
    record_kind  text not null,
    source       text not null,
    external_id  text not null,
    record_id    uuid not null,
    import_id    uuid,
    primary key (workspace_id, record_kind, source, external_id)
);
create index external_ref_record on nurt.external_ref (workspace_id, record_id);
create index external_ref_import on nurt.external_ref (workspace_id, import_id) where import_id is not null;
call nurt.wall('nurt.external_ref');
