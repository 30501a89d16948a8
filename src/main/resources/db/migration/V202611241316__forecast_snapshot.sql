-- What the simulation told, kept as it stood: at least one a week, never changed.
create table nurt.forecast_snapshot (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    as_of        timestamptz not null,           -- nothing recorded later is in it
    taken_at     timestamptz not null default clock_timestamp(),
    weekly       boolean     not null,           -- kept for the track record
    futures      int         not null,
    shock        float8      not null,
    body         jsonb       not null,           -- ranges by measure, month, quarter and group
    primary key (workspace_id, id)
);
create index forecast_snapshot_latest on nurt.forecast_snapshot (workspace_id, as_of desc);
call nurt.wall('nurt.forecast_snapshot');

-- Workspaces whose outlook is to be drawn anew: a model in use, and no outlook of the last day.
create function nurt.forecast_outlook_due()
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
                      where s.workspace_id = m.workspace_id
                        and s.as_of > greatest(now() - interval '1 day',
                                               (select max(l.trained_at) from nurt.forecast_model l
                                                where l.workspace_id = m.workspace_id and l.in_use)))
$$;
revoke all on function nurt.forecast_outlook_due() from public;
grant execute on function nurt.forecast_outlook_due() to nurt_app;
