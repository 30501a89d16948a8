-- At most so many of the deals, outside the trash, worth between two amounts. Comparisons of numbers are not leak-proof, so under
-- row-level security they use neither the index nor what the planner knows of the amounts: it takes a range for empty and reads
-- all deals. Planned each time anew, because some ranges hold everything and others nothing.
create function nurt.deals_valued(low numeric, high numeric, most int) returns setof uuid
    language plpgsql stable security definer set search_path = nurt, public, pg_temp
as $$
begin
    return query execute
        'select d.id from nurt.deal d
         where d.workspace_id = $1 and d.amount >= $2 and d.amount <= $3 and d.deleted_at is null limit $4'
    using nurt.workspace(), coalesce(low, '-infinity'), coalesce(high, 'infinity'), most;
end $$;
revoke all on function nurt.deals_valued(numeric, numeric, int) from public;
grant execute on function nurt.deals_valued(numeric, numeric, int) to nurt_app;
