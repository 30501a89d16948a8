-- New deals are taken as they come instead of being looked for again: imports write them by the thousand.
create or replace function nurt.search_deal_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        -- Folding is the dear part: each title once, each company's name once.
        with company as materialized (
            select c.id, c.name, nurt.fold(c.name) as key from nurt.company c where c.id in (select a.company_id from added a)
        ), deal as materialized (
            select d.id, d.owner_id, d.title, d.company_id, d.archived_at, d.status, d.updated_at, nurt.fold(d.title) as key
            from added d where d.deleted_at is null
        )
        insert into nurt.search_entry as e (record_kind, record_id, owner_id, title, subtitle, status, title_key, words, touched_at)
        select 'deal', d.id, d.owner_id, d.title, c.name, case when d.archived_at is not null then 'archived' else d.status end,
               d.key, concat_ws(' ', d.key, c.key), d.updated_at
        from deal d left join company c on c.id = d.company_id
        on conflict (workspace_id, record_kind, record_id) do update
            set owner_id = excluded.owner_id, title = excluded.title, subtitle = excluded.subtitle, status = excluded.status,
                title_key = excluded.title_key, words = excluded.words, touched_at = excluded.touched_at;
    elsif tg_op = 'DELETE' then
        delete from nurt.search_entry where record_kind = 'deal' and record_id in (select id from removed);
    else
        perform nurt.search_deals(array(
            select a.id from added a join removed r on r.id = a.id
            where (a.title, a.company_id, a.owner_id, a.status, a.deleted_at, a.archived_at)
                  is distinct from (r.title, r.company_id, r.owner_id, r.status, r.deleted_at, r.archived_at)));
    end if;
    return null;
end $$;
