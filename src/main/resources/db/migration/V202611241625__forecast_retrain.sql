-- Models are kept in another format from here on: those kept so far are told of no deal any more and are trained anew.
update nurt.forecast_model set in_use = false where in_use;

create or replace function nurt.forecast_due()
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
           or not exists (select from nurt.forecast_model u
                          where u.workspace_id = p.workspace_id and u.pipeline_id = p.id and u.in_use)
           or m.trained_at < now() - interval '7 days'
           or m.trained_at < now() - interval '1 day'
              and (select count(*) from nurt.deal d
                   where d.workspace_id = p.workspace_id and d.pipeline_id = p.id and d.status <> 'open'
                     and d.closed_at > m.trained_at) > 0.1 * m.resolved)
$$;
