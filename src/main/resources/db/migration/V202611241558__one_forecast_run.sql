-- Why: two servers that were asked for the same work at the same moment each began it.
update nurt.forecast_run r set status = 'cancelled', ended_at = clock_timestamp()
where status in ('queued', 'running')
  and exists (select from nurt.forecast_run o
              where o.workspace_id = r.workspace_id and o.kind = r.kind and o.status in ('queued', 'running')
                and o.pipeline_id is not distinct from r.pipeline_id and o.id < r.id);
create unique index forecast_run_one on nurt.forecast_run (workspace_id, kind, pipeline_id) nulls not distinct
    where status in ('queued', 'running');
