-- Lists of companies show, and can be ordered by, what their won deals come to: read from this index alone.
create index deal_won_company on nurt.deal (workspace_id, company_id)
    include (owner_id, currency, amount, closed_at) where status = 'won' and deleted_at is null;
