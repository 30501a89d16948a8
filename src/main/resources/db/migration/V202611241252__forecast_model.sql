-- Models that tell the chance of open deals, the work of making them, and what they tell of each deal.

create table nurt.forecast_model (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    pipeline_id  uuid        not null,
    version      int         not null,           -- 1.. per pipeline
    as_of        timestamptz not null,           -- learnt from what was recorded by then
    trained_at   timestamptz not null default clock_timestamp(),
    period_days  int         not null check (period_days in (1, 7)),
    tier         text        not null check (tier in ('prior', 'stage_age', 'logit')),
    seen_rows    int         not null,
    resolved     int         not null,
    won          int         not null,
    strength     float8,                         -- of the penalty; null: columns are not used
    intercept    float8      not null,           -- of the recalibration
    slope        float8      not null,
    loss         float8,                         -- per row, of models of past moments on what followed; null: too little to tell
    loss_before  float8,                         -- the same of the model in use until then
    in_use       boolean     not null,
    seed         bigint      not null,
    stages       uuid[]      not null,           -- open stages in their order
    choice       jsonb       not null,           -- owners and sources with columns of their own
    body         bytea       not null,
    primary key (workspace_id, id),
    unique (workspace_id, pipeline_id, version),
    foreign key (workspace_id, pipeline_id) references nurt.pipeline (workspace_id, id)
);
create unique index forecast_model_in_use on nurt.forecast_model (workspace_id, pipeline_id) where in_use;
call nurt.wall('nurt.forecast_model');

-- Work in the background that people follow: training, simulating, backtesting.
create table nurt.forecast_run (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    kind         text        not null check (kind in ('training', 'simulation', 'backtest')),
    pipeline_id  uuid,
    status       text        not null default 'queued' check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
    done         int         not null default 0, -- of a hundred
    error        text,                           -- code of a problem
    asked_by     uuid,                           -- null: the product itself
    asked_at     timestamptz not null default clock_timestamp(),
    started_at   timestamptz,
    ended_at     timestamptz,
    result       jsonb       not null default '{}',
    primary key (workspace_id, id)
);
create index forecast_run_latest on nurt.forecast_run (workspace_id, kind, pipeline_id, asked_at desc);
call nurt.wall('nurt.forecast_run');

-- What the model in use tells of an open deal; gone when the deal is closed.
create table nurt.deal_chance (
    workspace_id uuid        not null default nurt.workspace(),
    deal_id      uuid        not null,
    model_id     uuid        not null,
    low          float8      not null,           -- one of ten models that the data allow is lower
    chance       float8      not null check (chance between 0 and 1),
    high         float8      not null,
    by_quarter   float8      not null,           -- won by the end of this quarter
    by_next      float8      not null,           -- won by the end of the next one
    median_on    date,                           -- when half of those that will be won are won; null: further than two years
    p80_on       date,
    typical      float8      not null,           -- of the typical deal of its stage and age
    reasons      jsonb       not null,           -- what its own facts add to that: [{"group", "change"}]
    scored_at    timestamptz not null default clock_timestamp(),
    primary key (workspace_id, deal_id)
);
call nurt.wall('nurt.deal_chance');

-- Pipelines whose model is to be trained; over all workspaces, ids only.
create function nurt.forecast_due()
    returns table (workspace_id uuid, pipeline_id uuid)
    language sql stable security definer set search_path = nurt, pg_temp
as $$
    select p.workspace_id, p.id
    from nurt.pipeline p
    left join lateral (select m.trained_at, m.resolved from nurt.forecast_model m
                       where m.workspace_id = p.workspace_id and m.pipeline_id = p.id
                       order by m.version desc limit 1) m on true
    where p.archived_at is null
      and exists (select from nurt.deal d where d.workspace_id = p.workspace_id and d.pipeline_id = p.id)
      and not exists (select from nurt.forecast_run r
                      where r.workspace_id = p.workspace_id and r.pipeline_id = p.id and r.kind = 'training'
                        and (r.status in ('queued', 'running')
                             or r.status = 'failed' and r.ended_at > now() - interval '6 hours'))
      and (m.trained_at is null
           or m.trained_at < now() - interval '7 days'
           or m.trained_at < now() - interval '1 day'
              and (select count(*) from nurt.deal d
                   where d.workspace_id = p.workspace_id and d.pipeline_id = p.id and d.status <> 'open'
                     and d.closed_at > m.trained_at) > 0.1 * m.resolved)
$$;
revoke all on function nurt.forecast_due() from public;
grant execute on function nurt.forecast_due() to nurt_app;
