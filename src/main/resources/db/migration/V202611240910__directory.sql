-- Companies and contacts, and what hangs on them.

create table nurt.company (
    workspace_id    uuid        not null default nurt.workspace(),
    id              uuid        not null,
    name            text        not null collate "pl-x-icu" check (length(name) between 1 and 500), -- as people sort it
    name_key        text        not null collate "C", -- lower case, no accents, no legal form: duplicates are looked for by it
    website         text,
    domain          text,
    industry        text,
    employees       int check (employees >= 0),
    annual_revenue  numeric(18, 4),
    revenue_currency char(3),
    founded_year    int,
    tax_country     char(2),
    tax_number      text,
    parent_id       uuid,
    owner_id        uuid,
    source          text,
    description     text,
    tags            text[]      not null default '{}',
    custom          jsonb       not null default '{}',
    archived_at     timestamptz,
    deleted_at      timestamptz,
    import_id       uuid,
    created_at      timestamptz not null default now(),
    created_by      uuid,
    updated_at      timestamptz not null default now(),
    version         int         not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, parent_id) references nurt.company (workspace_id, id),
    foreign key (workspace_id, owner_id) references nurt.app_user (workspace_id, id)
);
create index company_name on nurt.company (workspace_id, name, id) where deleted_at is null;
create index company_name_key on nurt.company (workspace_id, name_key) where deleted_at is null;
create index company_tax on nurt.company (workspace_id, tax_number) where tax_number is not null;
create index company_domain on nurt.company (workspace_id, domain) where domain is not null;
create index company_parent on nurt.company (workspace_id, parent_id) where parent_id is not null;
create index company_owner on nurt.company (workspace_id, owner_id);
create index company_updated on nurt.company (workspace_id, updated_at desc, id desc) where deleted_at is null;
create index company_created on nurt.company (workspace_id, created_at desc, id desc) where deleted_at is null;
create index company_name_like on nurt.company using gin (workspace_id, name_key public.gin_trgm_ops) where deleted_at is null;
create index company_import on nurt.company (workspace_id, import_id) where import_id is not null;
call nurt.wall('nurt.company');

create table nurt.contact (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    first_name   text,
    last_name    text,
    name         text        not null collate "pl-x-icu" check (length(name) between 1 and 500), -- as shown and sorted
    name_key     text        not null collate "C",
    job_title    text,
    company_id   uuid,
    owner_id     uuid,
    source       text,
    description  text,
    tags         text[]      not null default '{}',
    custom       jsonb       not null default '{}',
    archived_at  timestamptz,
    deleted_at   timestamptz,
    import_id    uuid,
    created_at   timestamptz not null default now(),
    created_by   uuid,
    updated_at   timestamptz not null default now(),
    version      int         not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, company_id) references nurt.company (workspace_id, id),
    foreign key (workspace_id, owner_id) references nurt.app_user (workspace_id, id)
);
create index contact_name on nurt.contact (workspace_id, name, id) where deleted_at is null;
create index contact_name_key on nurt.contact (workspace_id, name_key) where deleted_at is null;
create index contact_company on nurt.contact (workspace_id, company_id);
create index contact_owner on nurt.contact (workspace_id, owner_id);
create index contact_updated on nurt.contact (workspace_id, updated_at desc, id desc) where deleted_at is null;
create index contact_created on nurt.contact (workspace_id, created_at desc, id desc) where deleted_at is null;
create index contact_name_like on nurt.contact using gin (workspace_id, name_key public.gin_trgm_ops) where deleted_at is null;
create index contact_import on nurt.contact (workspace_id, import_id) where import_id is not null;
call nurt.wall('nurt.contact');

-- E-mails and phones of either.
create table nurt.contact_point (
    workspace_id uuid not null default nurt.workspace(),
    id           uuid not null,
    company_id   uuid,
    contact_id   uuid,
    kind         text not null check (kind in ('email', 'phone')),
    value        text not null, -- as entered
    value_key    text not null, -- lower-case address, or E.164 number where it could be read
    label        text,
    position     int  not null default 0, -- 0 is the primary one
    primary key (workspace_id, id),
    check ((company_id is null) <> (contact_id is null)),
    foreign key (workspace_id, company_id) references nurt.company (workspace_id, id) deferrable,
    foreign key (workspace_id, contact_id) references nurt.contact (workspace_id, id) deferrable
);
create index contact_point_company on nurt.contact_point (workspace_id, company_id) where company_id is not null;
create index contact_point_contact on nurt.contact_point (workspace_id, contact_id) where contact_id is not null;
create index contact_point_key on nurt.contact_point (workspace_id, kind, value_key);
call nurt.wall('nurt.contact_point');

create table nurt.address (
    workspace_id uuid not null default nurt.workspace(),
    id           uuid not null,
    company_id   uuid,
    contact_id   uuid,
    label        text,
    street       text,
    postal_code  text,
    city         text,
    region       text,
    country      text,
    position     int  not null default 0,
    primary key (workspace_id, id),
    check ((company_id is null) <> (contact_id is null)),
    foreign key (workspace_id, company_id) references nurt.company (workspace_id, id) deferrable,
    foreign key (workspace_id, contact_id) references nurt.contact (workspace_id, id) deferrable
);
create index address_company on nurt.address (workspace_id, company_id) where company_id is not null;
create index address_contact on nurt.address (workspace_id, contact_id) where contact_id is not null;
call nurt.wall('nurt.address');

create table nurt.custom_field (
    workspace_id uuid not null default nurt.workspace(),
    id           uuid not null,
    record_kind  text not null check (record_kind in ('company', 'contact', 'deal', 'product')),
    key          text not null check (key ~ '^[a-z][a-z0-9_]{0,62}$'), -- the name in the record's custom object
    label        text not null check (length(label) between 1 and 200),
    type         text not null check (type in ('text', 'number', 'date', 'boolean', 'choice', 'choices', 'url')),
    options      text[] not null default '{}',
    help         text,
    position     int  not null default 0,
    archived_at  timestamptz,
    import_id    uuid,
    version      int  not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, record_kind, key)
);
call nurt.wall('nurt.custom_field');

-- What happened to a company or a contact: its timeline.
create table nurt.directory_event (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    record_kind  text        not null check (record_kind in ('company', 'contact')),
    record_id    uuid        not null,
    kind         text        not null, -- created, changed, archived, restored, trashed, merged
    changes      jsonb       not null default '{}', -- field -> [before, after]
    actor_id     uuid,
    origin       text        not null default 'user',
    import_id    uuid,
    at           timestamptz not null default now(),
    primary key (workspace_id, id)
);
create index directory_event_record on nurt.directory_event (workspace_id, record_id, at desc, id desc);
create index directory_event_import on nurt.directory_event (workspace_id, import_id) where import_id is not null;
call nurt.wall('nurt.directory_event');

create table nurt.note (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    record_kind  text        not null check (record_kind in ('company', 'contact', 'deal')),
    record_id    uuid        not null,
    body         text        not null check (length(body) between 1 and 20000),
    author_id    uuid,
    created_at   timestamptz not null default now(),
    edited_at    timestamptz,
    deleted_at   timestamptz,
    version      int         not null default 1,
    primary key (workspace_id, id)
);
create index note_record on nurt.note (workspace_id, record_id, created_at desc);
call nurt.wall('nurt.note');

-- A named way to look at a list: filter, sort, group and columns, private or shared.
create table nurt.saved_view (
    workspace_id uuid    not null default nurt.workspace(),
    id           uuid    not null,
    record_kind  text    not null check (record_kind in ('company', 'contact', 'deal')),
    owner_id     uuid    not null,
    name         text    not null check (length(name) between 1 and 100),
    shared       boolean not null default false,
    config       jsonb   not null,
    position     int     not null default 0,
    version      int     not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, owner_id) references nurt.app_user (workspace_id, id)
);
call nurt.wall('nurt.saved_view');

-- Pattern and similarity operators are not leak-proof, so under row-level security they would read the whole workspace.
-- These two run as the owner and wall by workspace themselves; who may see a record is asked by the caller.
create function nurt.directory_like(kind text, pattern text) returns setof uuid
    language plpgsql stable security definer set search_path = nurt, public, pg_temp
as $$
begin
    if kind = 'company' then
        return query select c.id from company c
            where c.workspace_id = nurt.workspace() and c.deleted_at is null and c.name_key like pattern;
    else
        return query select c.id from contact c
            where c.workspace_id = nurt.workspace() and c.deleted_at is null and c.name_key like pattern;
    end if;
end $$;

create function nurt.directory_similar(kind text, key text, most int) returns table (id uuid, similarity real)
    language plpgsql stable security definer set search_path = nurt, public, pg_temp set pg_trgm.similarity_threshold = 0.5
as $$
begin
    if kind = 'company' then
        return query select c.id, similarity(c.name_key, key) as s from company c
            where c.workspace_id = nurt.workspace() and c.deleted_at is null and c.name_key % key
            order by s desc, c.id limit most;
    else
        return query select c.id, similarity(c.name_key, key) as s from contact c
            where c.workspace_id = nurt.workspace() and c.deleted_at is null and c.name_key % key
            order by s desc, c.id limit most;
    end if;
end $$;

-- After thousands of rows came or went the planner must learn of it before the next thousands, not when autovacuum comes by:
-- a plan made for empty tables looks rows up by workspace alone, which makes bulk work quadratic. The application does not
-- own the tables, so it asks here.
create function nurt.refresh_statistics() returns void
    language plpgsql security definer set search_path = nurt, pg_temp
as $$
declare known text;
begin
    foreach known in array array['company', 'contact', 'contact_point', 'address', 'directory_event', 'note', 'deal',
                                 'deal_event', 'deal_contact', 'deal_product', 'stage_stay', 'deal_pass', 'search_entry',
                                 'external_ref'] loop
        if to_regclass('nurt.' || known) is not null then
            execute format('analyze nurt.%I', known);
        end if;
    end loop;
end $$;
