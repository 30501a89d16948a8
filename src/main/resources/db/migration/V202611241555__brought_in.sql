-- Numbers that were said, invoices and plans that came in with an import or the demo company, so that they can be taken out with it.
alter table nurt.forecast_quota add column import_id uuid;
alter table nurt.forecast_submission add column import_id uuid;
alter table nurt.invoice add column import_id uuid;
create index forecast_quota_import on nurt.forecast_quota (workspace_id, import_id) where import_id is not null;
create index forecast_submission_import on nurt.forecast_submission (workspace_id, import_id) where import_id is not null;
create index invoice_import on nurt.invoice (workspace_id, import_id) where import_id is not null;

-- What was said stays, but what was brought in may be taken out whole by the one who names its import in their own transaction:
-- nobody said it here.
create or replace function nurt.said_stays() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('nurt.erasing', true), '') = 'on' then
        return coalesce(new, old);
    end if;
    if tg_op = 'DELETE' and to_jsonb(old) ->> 'import_id' = current_setting('nurt.taking_out', true) then
        return old;
    end if;
    raise exception 'rows of % are neither changed nor deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
