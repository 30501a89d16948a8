-- The forecast's track record: what forecasts of past month starts, made from what had been recorded by then, told and what came.

-- Made afterwards, as it would have been told then; never the newest, never one of those kept each week.
alter table nurt.forecast_snapshot add column backtested boolean not null default false;

create table nurt.forecast_record (
    workspace_id   uuid        not null default nurt.workspace(),
    id             uuid        not null,
    run_id         uuid        not null,
    as_of          timestamptz not null,         -- what came is known up to here
    made_at        timestamptz not null default clock_timestamp(),
    shock          float8      not null,         -- what simulations take all deals to have in common from now on
    shock_origins  int         not null,         -- past forecasts that tell its size
    widening       jsonb       not null,         -- by measure: {"factor", "coverageBefore", "origins"}
    body           jsonb       not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, run_id) references nurt.forecast_run (workspace_id, id)
);
create index forecast_record_latest on nurt.forecast_record (workspace_id, made_at desc);
call nurt.wall('nurt.forecast_record');

create or replace function nurt.forecast_outlook_due()
    returns table (workspace_id uuid)
    language sql stable security definer set search_path = nurt, pg_temp
as $$
    select distinct m.workspace_id
    from nurt.forecast_model m
    where m.in_use
      and not exists (select from nurt.forecast_run r
                      where r.workspace_id = m.workspace_id and r.kind = 'simulation'
                        and (r.status in ('queued', 'running')
                             or r.status = 'failed' and r.ended_at > now() - interval '6 hours'))
      and not exists (select from nurt.forecast_snapshot s
                      where s.workspace_id = m.workspace_id and not s.backtested
                        and s.as_of > greatest(now() - interval '1 day',
                                               (select max(l.trained_at) from nurt.forecast_model l
                                                where l.workspace_id = m.workspace_id and l.in_use)))
$$;

-- Workspaces whose record is to be made anew: a month old, or never made though a model is in use and no pipeline waits for its
-- first one; over all workspaces, ids only.
create function nurt.forecast_record_due()
    returns table (workspace_id uuid)
    language sql stable security definer set search_path = nurt, pg_temp
as $$
    select distinct m.workspace_id
    from nurt.forecast_model m
    where m.in_use
      and not exists (select from nurt.forecast_run r
                      where r.workspace_id = m.workspace_id
                        and (r.status in ('queued', 'running') and r.kind in ('training', 'backtest')
                             or r.kind = 'backtest' and r.asked_at > now() - interval '1 day'))
      and not exists (select from nurt.forecast_record t
                      where t.workspace_id = m.workspace_id
                        and date_trunc('month', t.made_at at time zone 'UTC') = date_trunc('month', now() at time zone 'UTC'))
$$;
revoke all on function nurt.forecast_record_due() from public;
grant execute on function nurt.forecast_record_due() to nurt_app;
