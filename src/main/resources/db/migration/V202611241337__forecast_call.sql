-- What is asked of people (quotas), what they promise (submissions), and each week's table of both beside the figures.

-- Neither is ever changed: what was said then is what commitments are scored by. Only the privacy tool may, by a setting of its
-- own for its own transaction.
create function nurt.said_stays() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('nurt.erasing', true), '') = 'on' then
        return coalesce(new, old);
    end if;
    raise exception 'rows of % are neither changed nor deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

-- The newest row of a subject and period is in force; no foreign keys, for history outlives whom it names.
create table nurt.forecast_quota (
    workspace_id uuid           not null default nurt.workspace(),
    id           uuid           not null,
    subject_kind text           not null check (subject_kind in ('workspace', 'team', 'user')),
    subject_id   uuid           not null,
    period_kind  text           not null check (period_kind in ('quarter', 'month')),
    period_start date           not null,
    amount       numeric(18, 4) check (amount >= 0),      -- null: taken back
    currency     char(3)        not null,
    author_id    uuid           not null,
    recorded_at  timestamptz    not null default clock_timestamp(),
    primary key (workspace_id, id)
);
create index forecast_quota_of on nurt.forecast_quota
    (workspace_id, period_kind, period_start, subject_kind, subject_id, recorded_at desc);
call nurt.wall('nurt.forecast_quota');
create trigger said_stays before update or delete on nurt.forecast_quota for each row execute function nurt.said_stays();

create table nurt.forecast_submission (
    workspace_id uuid           not null default nurt.workspace(),
    id           uuid           not null,
    subject_kind text           not null check (subject_kind in ('workspace', 'team', 'user')),
    subject_id   uuid           not null,
    period_kind  text           not null check (period_kind in ('quarter', 'month')),
    period_start date           not null,
    kind         text           not null check (kind in ('commit', 'best_case', 'call')),
    amount       numeric(18, 4) not null check (amount >= 0), -- booked in the whole period, what is won already included
    currency     char(3)        not null,
    reason       text           check (length(reason) between 1 and 2000),
    base         jsonb          not null default '{}',    -- the figure it replaces, and what was won and the model said then
    author_id    uuid           not null,
    author_name  text           not null,
    recorded_at  timestamptz    not null default clock_timestamp(),
    primary key (workspace_id, id)
);
create index forecast_submission_of on nurt.forecast_submission
    (workspace_id, period_kind, period_start, subject_kind, subject_id, kind, recorded_at desc);
call nurt.wall('nurt.forecast_submission');
create trigger said_stays before update or delete on nurt.forecast_submission for each row execute function nurt.said_stays();

create table nurt.forecast_call_snapshot (
    workspace_id uuid        not null default nurt.workspace(),
    id           uuid        not null,
    period_kind  text        not null check (period_kind in ('quarter', 'month')),
    period_start date        not null,
    week         date        not null check (extract(isodow from week) = 1), -- its Monday
    taken_at     timestamptz not null default clock_timestamp(),
    answer       jsonb       not null,
    primary key (workspace_id, id),
    unique (workspace_id, period_kind, period_start, week)
);
call nurt.wall('nurt.forecast_call_snapshot');
create trigger said_stays before update or delete on nurt.forecast_call_snapshot for each row execute function nurt.said_stays();

-- Workspaces with deals whose week has no table yet; over all workspaces, ids only.
create function nurt.forecast_call_due() returns setof uuid
    language sql stable security definer set search_path = nurt, pg_temp
as $$
    select w.id from nurt.workspace w
    where exists (select from nurt.deal d where d.workspace_id = w.id)
      and not exists (select from nurt.forecast_call_snapshot s
                      where s.workspace_id = w.id
                        and s.week = cast(date_trunc('week', now() at time zone w.zone) as date))
$$;
revoke all on function nurt.forecast_call_due() from public;
grant execute on function nurt.forecast_call_due() to nurt_app;
