-- What goes out: with it, the forecast tells a cash flow instead of cash-in only.

create table nurt.outflow (
    workspace_id  uuid          not null default nurt.workspace() primary key,
    commission    numeric(7, 6) not null check (commission between 0 and 1), -- share of what is won
    delivery      numeric(7, 6) not null check (delivery between 0 and 1),   -- share of what is invoiced, or recognised
    of_recognised boolean       not null,
    updated_at    timestamptz   not null default clock_timestamp(),
    updated_by    uuid,
    version       int           not null default 1
);
call nurt.wall('nurt.outflow');

-- A month's wages, from a month on until the next entry.
create table nurt.outflow_payroll (
    workspace_id uuid           not null default nurt.workspace(),
    month        date           not null check (extract(day from month) = 1),
    amount       numeric(18, 4) not null check (amount >= 0), -- in the workspace's currency
    primary key (workspace_id, month)
);
call nurt.wall('nurt.outflow_payroll');
