-- A board of one source counts and sums its open deals from this alone, instead of reading all open deals of each stage.
create index deal_board_source on nurt.deal (workspace_id, stage_id, source) include (amount, currency)
    where status = 'open' and deleted_at is null and archived_at is null;
