-- When won amounts are invoiced and fall due, what has been invoiced, and what came in.

create table nurt.billing_plan (
    workspace_id uuid            not null default nurt.workspace(),
    id           uuid            not null,
    scope        text            not null check (scope in ('workspace', 'product', 'deal')),
    product_id   uuid,
    deal_id      uuid,
    kind         text            not null check (kind in ('at_once', 'deposit', 'milestones', 'monthly')),
    shares       numeric(12, 10)[] not null, -- of the won amount; they sum to 1
    after_days   int[]           not null,   -- from winning to each invoice
    net_days     int             not null check (net_days between 0 and 365),
    updated_at   timestamptz     not null default clock_timestamp(),
    updated_by   uuid,
    version      int             not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, product_id) references nurt.product (workspace_id, id) on delete cascade,
    foreign key (workspace_id, deal_id) references nurt.deal (workspace_id, id) on delete cascade,
    check (cardinality(shares) between 1 and 120 and cardinality(shares) = cardinality(after_days)),
    check ((scope = 'product') = (product_id is not null) and (scope = 'deal') = (deal_id is not null))
);
create unique index billing_plan_workspace on nurt.billing_plan (workspace_id) where scope = 'workspace';
create unique index billing_plan_product on nurt.billing_plan (workspace_id, product_id) where scope = 'product';
create unique index billing_plan_deal on nurt.billing_plan (workspace_id, deal_id) where scope = 'deal';
call nurt.wall('nurt.billing_plan');

-- A row is what is known now; what was known before stands in invoice_past. A deal or company that an undone import takes away
-- leaves its invoices behind, for money that was owed was owed.
create table nurt.invoice (
    workspace_id uuid           not null default nurt.workspace(),
    id           uuid           not null,
    number       text           not null check (length(number) between 1 and 100),
    deal_id      uuid,
    company_id   uuid,                     -- the payer; null: the deal's company
    amount       numeric(18, 4) not null check (amount <> 0), -- negative: a correction
    currency     char(3)        not null,
    issued_on    date           not null,
    due_on       date           not null,
    cancelled    boolean        not null default false,
    paid         numeric(18, 4) not null default 0, -- sum of its receipts, kept with them
    unpaid       boolean        not null generated always as (
                     not cancelled and (case when amount > 0 then paid < amount else paid > amount end)) stored,
    origin       text           not null check (origin in ('user', 'api', 'import')),
    known_from   timestamptz    not null default clock_timestamp(), -- when this state was recorded; imported: when it was issued
    created_by   uuid,
    version      int            not null default 1,
    primary key (workspace_id, id),
    unique (workspace_id, number),
    foreign key (workspace_id, deal_id) references nurt.deal (workspace_id, id) on delete set null (deal_id),
    foreign key (workspace_id, company_id) references nurt.company (workspace_id, id) on delete set null (company_id)
);
create index invoice_unpaid on nurt.invoice (workspace_id, due_on, id) where unpaid;
create index invoice_issued on nurt.invoice (workspace_id, issued_on desc, id desc);
create index invoice_deal on nurt.invoice (workspace_id, deal_id) where deal_id is not null;
create index invoice_company on nurt.invoice (workspace_id, company_id) where company_id is not null;
call nurt.wall('nurt.invoice');

-- States that an invoice had, so that what was known at a past moment can be read again, and a change taken back.
create table nurt.invoice_past (
    workspace_id uuid           not null default nurt.workspace(),
    invoice_id   uuid           not null,
    version      int            not null,
    number       text           not null,
    deal_id      uuid,
    company_id   uuid,
    amount       numeric(18, 4) not null,
    currency     char(3)        not null,
    issued_on    date           not null,
    due_on       date           not null,
    cancelled    boolean        not null,
    known_from   timestamptz    not null,
    known_until  timestamptz    not null default clock_timestamp(),
    primary key (workspace_id, invoice_id, version),
    foreign key (workspace_id, invoice_id) references nurt.invoice (workspace_id, id)
);
call nurt.wall('nurt.invoice_past');

create table nurt.receipt (
    workspace_id uuid           not null default nurt.workspace(),
    id           uuid           not null,
    invoice_id   uuid           not null,
    amount       numeric(18, 4) not null check (amount <> 0), -- in the invoice's currency; negative: paid back
    received_on  date           not null,
    origin       text           not null check (origin in ('user', 'api', 'import')),
    recorded_at  timestamptz    not null default clock_timestamp(), -- imported: when it was received
    removed_at   timestamptz,                                       -- entered by mistake
    created_by   uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, invoice_id) references nurt.invoice (workspace_id, id)
);
create index receipt_invoice on nurt.receipt (workspace_id, invoice_id);
create index receipt_received on nurt.receipt (workspace_id, received_on);
call nurt.wall('nurt.receipt');
