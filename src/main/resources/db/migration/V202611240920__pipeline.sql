-- Pipelines, stages, deals and their history.

create table nurt.pipeline (
    workspace_id uuid not null default nurt.workspace(),
    id           uuid not null,
    name         text not null check (length(name) between 1 and 200),
    position     int  not null default 0,
    archived_at  timestamptz,
    import_id    uuid,
    created_at   timestamptz not null default now(),
    version      int  not null default 1,
    primary key (workspace_id, id)
);
call nurt.wall('nurt.pipeline');

create table nurt.stage (
    workspace_id uuid not null default nurt.workspace(),
    id           uuid not null,
    pipeline_id  uuid not null,
    name         text not null check (length(name) between 1 and 200),
    kind         text not null check (kind in ('open', 'won', 'lost')),
    position     int  not null,
    probability  numeric(5, 4) not null check (probability between 0 and 1),
    rotting_days int check (rotting_days > 0),
    purpose      text,
    help         text,
    archived_at  timestamptz,
    import_id    uuid,
    version      int  not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, pipeline_id, id),
    foreign key (workspace_id, pipeline_id) references nurt.pipeline (workspace_id, id),
    check (kind = 'open' or probability = case kind when 'won' then 1 else 0 end)
);
call nurt.wall('nurt.stage');

-- How each stage was defined at each moment, so that the past can be judged by the definitions of its time.
create table nurt.stage_history (
    workspace_id uuid        not null default nurt.workspace(),
    stage_id     uuid        not null,
    version      int         not null,
    recorded_at  timestamptz not null default clock_timestamp(),
    pipeline_id  uuid        not null,
    name         text        not null,
    kind         text        not null,
    position     int         not null,
    probability  numeric(5, 4) not null,
    rotting_days int,
    archived     boolean     not null,
    primary key (workspace_id, stage_id, version)
);
call nurt.wall('nurt.stage_history');
create function nurt.stage_remember() returns trigger language plpgsql as $$
begin
    insert into nurt.stage_history (workspace_id, stage_id, version, pipeline_id, name, kind, position, probability, rotting_days, archived)
    values (new.workspace_id, new.id, new.version, new.pipeline_id, new.name, new.kind, new.position, new.probability,
            new.rotting_days, new.archived_at is not null)
    on conflict (workspace_id, stage_id, version) do update
        set name = excluded.name, kind = excluded.kind, position = excluded.position, probability = excluded.probability,
            rotting_days = excluded.rotting_days, archived = excluded.archived, recorded_at = excluded.recorded_at;
    return null;
end $$;
create trigger stage_remember after insert or update on nurt.stage for each row execute function nurt.stage_remember();

create table nurt.lost_reason (
    workspace_id uuid not null default nurt.workspace(),
    id           uuid not null,
    name         text not null check (length(name) between 1 and 200),
    position     int  not null default 0,
    archived_at  timestamptz,
    import_id    uuid,
    primary key (workspace_id, id)
);
call nurt.wall('nurt.lost_reason');

create table nurt.product (
    workspace_id uuid not null default nurt.workspace(),
    id           uuid not null,
    name         text not null check (length(name) between 1 and 500),
    code         text,
    family       text,
    unit_price   numeric(18, 4),
    currency     char(3),
    active       boolean not null default true,
    custom       jsonb not null default '{}',
    import_id    uuid,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    version      int  not null default 1,
    primary key (workspace_id, id)
);
create index product_name on nurt.product (workspace_id, lower(name));
call nurt.wall('nurt.product');

-- What one unit of a currency is worth in the workspace's currency, from a day on.
create table nurt.exchange_rate (
    workspace_id uuid           not null default nurt.workspace(),
    currency     char(3)        not null,
    valid_from   date           not null,
    rate         numeric(18, 8) not null check (rate > 0),
    primary key (workspace_id, currency, valid_from)
);
call nurt.wall('nurt.exchange_rate');

create table nurt.deal (
    workspace_id     uuid           not null default nurt.workspace(),
    id               uuid           not null,
    pipeline_id      uuid           not null,
    stage_id         uuid           not null,
    title            text           not null check (length(title) between 1 and 500),
    company_id       uuid,
    owner_id         uuid,
    amount           numeric(18, 4),
    currency         char(3)        not null,
    expected_close   date,
    source           text,
    tags             text[]         not null default '{}',
    next_step        text,
    next_step_on     date,
    category         text check (category in ('commit', 'best_case', 'pipeline', 'omitted')),
    status           text           not null default 'open' check (status in ('open', 'won', 'lost')),
    outcome          text check (outcome in ('disqualified', 'competitor', 'no_decision')), -- of a lost deal
    lost_reason_id   uuid,
    lost_note        text,
    competitor       text,
    resume_on        date, -- returned for nurture: sleeps until this day
    rank             text collate "C" not null, -- fractional key: order within the stage
    pass_no          int            not null default 1,
    last_seq         int            not null default 0, -- of deal_event
    opened_at        timestamptz    not null, -- effective: when the sale began
    stage_entered_at timestamptz    not null,
    closed_at        timestamptz,
    custom           jsonb          not null default '{}',
    archived_at      timestamptz,
    deleted_at       timestamptz,
    import_id        uuid,
    created_at       timestamptz    not null default now(),
    created_by       uuid,
    updated_at       timestamptz    not null default now(),
    version          int            not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, pipeline_id, stage_id) references nurt.stage (workspace_id, pipeline_id, id),
    foreign key (workspace_id, company_id) references nurt.company (workspace_id, id),
    foreign key (workspace_id, owner_id) references nurt.app_user (workspace_id, id),
    foreign key (workspace_id, lost_reason_id) references nurt.lost_reason (workspace_id, id),
    check ((status = 'open') = (closed_at is null))
);
create index deal_board on nurt.deal (workspace_id, stage_id, rank, id)
    where status = 'open' and deleted_at is null and archived_at is null;
create index deal_updated on nurt.deal (workspace_id, updated_at desc, id desc) where deleted_at is null;
create index deal_opened on nurt.deal (workspace_id, opened_at desc, id desc) where deleted_at is null;
create index deal_amount on nurt.deal (workspace_id, amount desc nulls last, id desc) where deleted_at is null;
create index deal_expected_close on nurt.deal (workspace_id, expected_close, id) where deleted_at is null;
create index deal_closed on nurt.deal (workspace_id, closed_at desc nulls last, id desc) where deleted_at is null;
create index deal_title on nurt.deal (workspace_id, title, id) where deleted_at is null;
create index deal_owner on nurt.deal (workspace_id, owner_id, status);
create index deal_company on nurt.deal (workspace_id, company_id);
create index deal_import on nurt.deal (workspace_id, import_id) where import_id is not null;
call nurt.wall('nurt.deal');

-- What hangs on a deal is written in the transaction that made or locked the deal's row, and goes before it goes; so it has no
-- foreign key to it, whose check, row by row, would be an eighth of the work of an import.
create table nurt.deal_contact (
    workspace_id uuid    not null default nurt.workspace(),
    deal_id      uuid    not null,
    contact_id   uuid    not null,
    role         text check (role in ('decision_maker', 'influencer', 'champion', 'user', 'buyer', 'blocker', 'other')),
    is_primary   boolean not null default false,
    primary key (workspace_id, deal_id, contact_id),
    foreign key (workspace_id, contact_id) references nurt.contact (workspace_id, id)
);
create index deal_contact_contact on nurt.deal_contact (workspace_id, contact_id);
call nurt.wall('nurt.deal_contact');

create table nurt.deal_product (
    workspace_id uuid           not null default nurt.workspace(),
    deal_id      uuid           not null,
    product_id   uuid           not null,
    quantity     numeric(18, 4) not null default 1,
    unit_price   numeric(18, 4),
    primary key (workspace_id, deal_id, product_id),
    foreign key (workspace_id, product_id) references nurt.product (workspace_id, id)
);
create index deal_product_product on nurt.deal_product (workspace_id, product_id);
call nurt.wall('nurt.deal_product');

-- The memory. One row per change, in the order recorded; each carries the whole tracked state after it, so the
-- state as recorded at T is the row with the highest seq among those recorded by T. Never updated; no foreign
-- keys: to what it names, because history outlives them; to the deal, as said above.
create table nurt.deal_event (
    workspace_id   uuid        not null default nurt.workspace(),
    deal_id        uuid        not null,
    seq            int         not null,
    kind           text        not null check (kind in ('created', 'moved', 'changed', 'won', 'lost', 'returned', 'reopened',
                                                        'archived', 'unarchived', 'trashed', 'restored', 'merged')),
    effective_at   timestamptz not null, -- when it was true
    recorded_at    timestamptz not null, -- when it was known here; imported history: the same as effective_at
    actor_id       uuid,
    origin         text        not null default 'user' check (origin in ('user', 'api', 'import', 'automation', 'demo')),
    import_id      uuid,
    title          text        not null,
    company_id     uuid,
    pipeline_id    uuid        not null,
    stage_id       uuid        not null,
    status         text        not null,
    outcome        text,
    lost_reason_id uuid,
    pass_no        int         not null,
    amount         numeric(18, 4),
    currency       char(3)     not null,
    expected_close date,
    owner_id       uuid,
    category       text,
    resume_on      date,
    present        boolean     not null default true, -- neither archived nor in the trash
    final_only     text[]      not null default '{}', -- fields whose value is known only as it ended: masked in backtests
    before         jsonb       not null default '{}', -- tracked fields this event changed -> their value before
    details        jsonb       not null default '{}', -- other fields it changed -> [before, after]
    note           text,
    batch_id       uuid, -- changes made in one act, to be taken back together
    primary key (workspace_id, deal_id, seq)
);
create index deal_event_recorded on nurt.deal_event (workspace_id, recorded_at desc, deal_id desc);
create index deal_event_batch on nurt.deal_event (workspace_id, batch_id) where batch_id is not null;
call nurt.wall('nurt.deal_event');

-- Derived from deal_event, kept in the same transaction, and derivable anew at any time: so without foreign keys, whose checks
-- would be a tenth of the work of an import.
create table nurt.deal_pass (
    workspace_id uuid        not null default nurt.workspace(),
    deal_id      uuid        not null,
    pass_no      int         not null,
    started_at   timestamptz not null,
    ended_at     timestamptz,
    outcome      text check (outcome in ('won', 'lost', 'returned')),
    primary key (workspace_id, deal_id, pass_no)
);
call nurt.wall('nurt.deal_pass');

create table nurt.stage_stay (
    workspace_id uuid        not null default nurt.workspace(),
    deal_id      uuid        not null,
    stay_no      int         not null, -- 1.. over all passes
    pass_no      int         not null,
    stage_id     uuid        not null,
    entered_at   timestamptz not null,
    left_at      timestamptz,
    exit_kind    text check (exit_kind in ('advanced', 'won', 'lost', 'back', 'returned', 'moved')),
    to_stage_id  uuid,
    primary key (workspace_id, deal_id, stay_no),
    check ((left_at is null) = (exit_kind is null))
);
create index stage_stay_stage on nurt.stage_stay (workspace_id, stage_id, entered_at);
call nurt.wall('nurt.stage_stay');

-- Open deals counted and summed per stage, owner and currency, so that board totals cost the same at any size.
create table nurt.deal_tally (
    workspace_id uuid           not null default nurt.workspace(),
    stage_id     uuid           not null,
    owner_id     uuid           not null, -- all zeros: no owner
    currency     char(3)        not null,
    deals        bigint         not null,
    valued       bigint         not null, -- of them with an amount
    amount       numeric(24, 4) not null,
    primary key (workspace_id, stage_id, owner_id, currency)
);
call nurt.wall('nurt.deal_tally');

-- Set-wise, so that a bulk write costs one upsert per (stage, owner, currency); ordered, so that two writers
-- cannot wait for each other in a circle.
create function nurt.deal_tally_apply() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into nurt.deal_tally as t (workspace_id, stage_id, owner_id, currency, deals, valued, amount)
        select workspace_id, stage_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'), currency,
               count(*), count(amount), coalesce(sum(amount), 0)
        from added where status = 'open' and deleted_at is null and archived_at is null
        group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (workspace_id, stage_id, owner_id, currency)
            do update set deals = t.deals + excluded.deals, valued = t.valued + excluded.valued, amount = t.amount + excluded.amount;
    elsif tg_op = 'DELETE' then
        insert into nurt.deal_tally as t (workspace_id, stage_id, owner_id, currency, deals, valued, amount)
        select workspace_id, stage_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'), currency,
               -count(*), -count(amount), -coalesce(sum(amount), 0)
        from removed where status = 'open' and deleted_at is null and archived_at is null
        group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (workspace_id, stage_id, owner_id, currency)
            do update set deals = t.deals + excluded.deals, valued = t.valued + excluded.valued, amount = t.amount + excluded.amount;
    else
        insert into nurt.deal_tally as t (workspace_id, stage_id, owner_id, currency, deals, valued, amount)
        select workspace_id, stage_id, owner, currency, sum(n), sum(v), sum(a)
        from (select workspace_id, stage_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000') as owner, currency,
                     1 as n, (amount is not null)::int as v, coalesce(amount, 0) as a
              from added where status = 'open' and deleted_at is null and archived_at is null
              union all
              select workspace_id, stage_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'), currency,
                     -1, -(amount is not null)::int, -coalesce(amount, 0)
              from removed where status = 'open' and deleted_at is null and archived_at is null) as delta
        group by 1, 2, 3, 4
        having sum(n) <> 0 or sum(v) <> 0 or sum(a) <> 0
        order by 1, 2, 3, 4
        on conflict (workspace_id, stage_id, owner_id, currency)
            do update set deals = t.deals + excluded.deals, valued = t.valued + excluded.valued, amount = t.amount + excluded.amount;
    end if;
    return null;
end $$;
create trigger deal_tally_insert after insert on nurt.deal referencing new table as added
    for each statement execute function nurt.deal_tally_apply();
create trigger deal_tally_delete after delete on nurt.deal referencing old table as removed
    for each statement execute function nurt.deal_tally_apply();
create trigger deal_tally_update after update on nurt.deal referencing old table as removed new table as added
    for each statement execute function nurt.deal_tally_apply();
