-- One row per record that can be found, kept by statement triggers, so that imports cost one statement per batch and
-- nothing can be forgotten. Trigram operators are not leak-proof, so under row-level security they would scan the whole
-- workspace; search therefore goes through one function that runs as the owner and walls by workspace itself.

create function nurt.fold(value text) returns text language sql immutable parallel safe strict
    set search_path = nurt, public, pg_temp
as $$ select lower(public.unaccent('public.unaccent', value)) $$;

create table nurt.search_entry (
    workspace_id uuid        not null default nurt.workspace(),
    record_kind  text        not null check (record_kind in ('company', 'contact', 'deal')),
    record_id    uuid        not null,
    owner_id     uuid,
    title        text        not null,
    subtitle     text,
    status       text,
    title_key    text collate "C" not null, -- folded title
    words        text collate "C" not null, -- folded text that is searched
    touched_at   timestamptz not null,
    primary key (workspace_id, record_kind, record_id)
);
create index search_entry_title on nurt.search_entry (workspace_id, title_key);
create index search_entry_words on nurt.search_entry using gin (workspace_id, words public.gin_trgm_ops);
call nurt.wall('nurt.search_entry');

create function nurt.search_companies(ids uuid[]) returns void language sql as $$
    delete from nurt.search_entry e using nurt.company c
    where e.record_kind = 'company' and e.record_id = any(ids) and c.id = e.record_id and c.deleted_at is not null;
    insert into nurt.search_entry as e (record_kind, record_id, owner_id, title, subtitle, status, title_key, words, touched_at)
    select 'company', c.id, c.owner_id, c.name, coalesce(c.domain, c.industry), case when c.archived_at is not null then 'archived' end,
           nurt.fold(c.name),
           nurt.fold(concat_ws(' ', c.name, c.domain, c.tax_number, p.points)), c.updated_at
    from nurt.company c
    left join lateral (select string_agg(value_key, ' ') as points from nurt.contact_point where company_id = c.id) p on true
    where c.id = any(ids) and c.deleted_at is null
    on conflict (workspace_id, record_kind, record_id) do update
        set owner_id = excluded.owner_id, title = excluded.title, subtitle = excluded.subtitle, status = excluded.status,
            title_key = excluded.title_key, words = excluded.words, touched_at = excluded.touched_at;
$$;

create function nurt.search_contacts(ids uuid[]) returns void language sql as $$
    delete from nurt.search_entry e using nurt.contact c
    where e.record_kind = 'contact' and e.record_id = any(ids) and c.id = e.record_id and c.deleted_at is not null;
    insert into nurt.search_entry as e (record_kind, record_id, owner_id, title, subtitle, status, title_key, words, touched_at)
    select 'contact', c.id, c.owner_id, c.name, concat_ws(' · ', c.job_title, co.name), case when c.archived_at is not null then 'archived' end,
           nurt.fold(c.name), nurt.fold(concat_ws(' ', c.name, co.name, p.points)), c.updated_at
    from nurt.contact c
    left join nurt.company co on co.id = c.company_id
    left join lateral (select string_agg(value_key, ' ') as points from nurt.contact_point where contact_id = c.id) p on true
    where c.id = any(ids) and c.deleted_at is null
    on conflict (workspace_id, record_kind, record_id) do update
        set owner_id = excluded.owner_id, title = excluded.title, subtitle = excluded.subtitle, status = excluded.status,
            title_key = excluded.title_key, words = excluded.words, touched_at = excluded.touched_at;
$$;

create function nurt.search_deals(ids uuid[]) returns void language sql as $$
    delete from nurt.search_entry e using nurt.deal d
    where e.record_kind = 'deal' and e.record_id = any(ids) and d.id = e.record_id and d.deleted_at is not null;
    insert into nurt.search_entry as e (record_kind, record_id, owner_id, title, subtitle, status, title_key, words, touched_at)
    select 'deal', d.id, d.owner_id, d.title, co.name, case when d.archived_at is not null then 'archived' else d.status end,
           nurt.fold(d.title), nurt.fold(concat_ws(' ', d.title, co.name)), d.updated_at
    from nurt.deal d left join nurt.company co on co.id = d.company_id
    where d.id = any(ids) and d.deleted_at is null
    on conflict (workspace_id, record_kind, record_id) do update
        set owner_id = excluded.owner_id, title = excluded.title, subtitle = excluded.subtitle, status = excluded.status,
            title_key = excluded.title_key, words = excluded.words, touched_at = excluded.touched_at;
$$;

-- A new record has no entry yet: it is made straight from the new rows, without looking for one to replace, because that is
-- where imports spend their time.
create function nurt.search_company_changed() returns trigger language plpgsql as $$
declare
    changed uuid[];
    renamed uuid[];
begin
    if tg_op = 'INSERT' then
        insert into nurt.search_entry (record_kind, record_id, owner_id, title, subtitle, status, title_key, words, touched_at)
        select 'company', c.id, c.owner_id, c.name, coalesce(c.domain, c.industry), case when c.archived_at is not null then 'archived' end,
               nurt.fold(c.name),
               nurt.fold(concat_ws(' ', c.name, c.domain, c.tax_number, p.points)), c.updated_at
        from added c
        left join lateral (select string_agg(value_key, ' ') as points from nurt.contact_point where company_id = c.id) p on true
        where c.deleted_at is null;
    elsif tg_op = 'DELETE' then
        delete from nurt.search_entry where record_kind = 'company' and record_id in (select id from removed);
    else
        changed := array(
            select a.id from added a join removed r on r.id = a.id
            where (a.name, a.domain, a.industry, a.tax_number, a.owner_id, a.deleted_at, a.archived_at)
                  is distinct from (r.name, r.domain, r.industry, r.tax_number, r.owner_id, r.deleted_at, r.archived_at));
        -- Most changes, such as a move, touch nothing that is searched.
        if cardinality(changed) > 0 then
            perform nurt.search_companies(changed);
        end if;
        renamed := array(select a.id from added a join removed r on r.id = a.id where a.name <> r.name);
        if cardinality(renamed) > 0 then
            perform nurt.search_contacts(array(select id from nurt.contact where company_id = any(renamed)));
            perform nurt.search_deals(array(select id from nurt.deal where company_id = any(renamed)));
        end if;
    end if;
    return null;
end $$;
create trigger search_company_insert after insert on nurt.company referencing new table as added
    for each statement execute function nurt.search_company_changed();
create trigger search_company_update after update on nurt.company referencing old table as removed new table as added
    for each statement execute function nurt.search_company_changed();
create trigger search_company_delete after delete on nurt.company referencing old table as removed
    for each statement execute function nurt.search_company_changed();

create function nurt.search_contact_changed() returns trigger language plpgsql as $$
declare changed uuid[];
begin
    if tg_op = 'INSERT' then
        insert into nurt.search_entry (record_kind, record_id, owner_id, title, subtitle, status, title_key, words, touched_at)
        select 'contact', c.id, c.owner_id, c.name, concat_ws(' · ', c.job_title, co.name), case when c.archived_at is not null then 'archived' end,
               nurt.fold(c.name), nurt.fold(concat_ws(' ', c.name, co.name, p.points)), c.updated_at
        from added c
        left join nurt.company co on co.id = c.company_id
        left join lateral (select string_agg(value_key, ' ') as points from nurt.contact_point where contact_id = c.id) p on true
        where c.deleted_at is null;
    elsif tg_op = 'DELETE' then
        delete from nurt.search_entry where record_kind = 'contact' and record_id in (select id from removed);
    else
        changed := array(
            select a.id from added a join removed r on r.id = a.id
            where (a.name, a.job_title, a.company_id, a.owner_id, a.deleted_at, a.archived_at)
                  is distinct from (r.name, r.job_title, r.company_id, r.owner_id, r.deleted_at, r.archived_at));
        -- Most changes, such as a move, touch nothing that is searched.
        if cardinality(changed) > 0 then
            perform nurt.search_contacts(changed);
        end if;
    end if;
    return null;
end $$;
create trigger search_contact_insert after insert on nurt.contact referencing new table as added
    for each statement execute function nurt.search_contact_changed();
create trigger search_contact_update after update on nurt.contact referencing old table as removed new table as added
    for each statement execute function nurt.search_contact_changed();
create trigger search_contact_delete after delete on nurt.contact referencing old table as removed
    for each statement execute function nurt.search_contact_changed();

create function nurt.search_point_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        perform nurt.search_companies(array(select distinct company_id from removed where company_id is not null));
        perform nurt.search_contacts(array(select distinct contact_id from removed where contact_id is not null));
    else
        perform nurt.search_companies(array(select distinct company_id from added where company_id is not null));
        perform nurt.search_contacts(array(select distinct contact_id from added where contact_id is not null));
    end if;
    return null;
end $$;
create trigger search_point_insert after insert on nurt.contact_point referencing new table as added
    for each statement execute function nurt.search_point_changed();
create trigger search_point_update after update on nurt.contact_point referencing old table as removed new table as added
    for each statement execute function nurt.search_point_changed();
create trigger search_point_delete after delete on nurt.contact_point referencing old table as removed
    for each statement execute function nurt.search_point_changed();

create function nurt.search_deal_changed() returns trigger language plpgsql as $$
declare changed uuid[];
begin
    if tg_op = 'INSERT' then
        insert into nurt.search_entry (record_kind, record_id, owner_id, title, subtitle, status, title_key, words, touched_at)
        select 'deal', d.id, d.owner_id, d.title, co.name, case when d.archived_at is not null then 'archived' else d.status end,
               nurt.fold(d.title), nurt.fold(concat_ws(' ', d.title, co.name)), d.updated_at
        from added d left join nurt.company co on co.id = d.company_id
        where d.deleted_at is null;
    elsif tg_op = 'DELETE' then
        delete from nurt.search_entry where record_kind = 'deal' and record_id in (select id from removed);
    else
        changed := array(
            select a.id from added a join removed r on r.id = a.id
            where (a.title, a.company_id, a.owner_id, a.status, a.deleted_at, a.archived_at)
                  is distinct from (r.title, r.company_id, r.owner_id, r.status, r.deleted_at, r.archived_at));
        -- Most changes, such as a move, touch nothing that is searched.
        if cardinality(changed) > 0 then
            perform nurt.search_deals(changed);
        end if;
    end if;
    return null;
end $$;
create trigger search_deal_insert after insert on nurt.deal referencing new table as added
    for each statement execute function nurt.search_deal_changed();
create trigger search_deal_update after update on nurt.deal referencing old table as removed new table as added
    for each statement execute function nurt.search_deal_changed();
create trigger search_deal_delete after delete on nurt.deal referencing old table as removed
    for each statement execute function nurt.search_deal_changed();

-- The condition that every pattern occurs, with the patterns written out: "like all (array)" does not use the index, and written
-- out the planner sees which words are rare.
create function nurt.words_like(patterns text[]) returns text language sql immutable
    set search_path = nurt, public, pg_temp
as $$ select coalesce(string_agg(format('e.words like %L', p), ' and '), 'true') from unnest(patterns) p $$;

-- The one door. Every word must occur; titles that begin with the text come first, then titles with a word that begins
-- with it, then the rest, the latest touched first. Of a text that occurs everywhere only some hundred rows are ranked,
-- so that the time stays the same at any size.
create function nurt.search(wanted text, kinds text[], owners uuid[], most int)
    returns table (record_kind text, record_id uuid, title text, subtitle text, status text)
    language plpgsql stable security definer set search_path = nurt, public, pg_temp
as $$
declare
    ws uuid := nurt.workspace();
    key text := trim(regexp_replace(nurt.fold(wanted), '\s+', ' ', 'g'));
    prefix text := replace(replace(replace(key, '\', '\\'), '%', '\%'), '_', '\_');
    patterns text[] := array(select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%'
                             from unnest(string_to_array(key, ' ')) w where w <> '');
begin
    if ws is null or key is null or key = '' then
        return;
    end if;
    return query execute
        'with beginning as materialized (
             select e.* from nurt.search_entry e
             where e.workspace_id = $1 and e.title_key >= $2 and e.title_key < $2 || chr(1114111)
               and e.record_kind = any($4) and ($5 is null or e.owner_id is null or e.owner_id = any($5))
             order by e.title_key limit 300
         ), anywhere as materialized (
             select e.* from nurt.search_entry e
             where (select count(*) < $6 from beginning) and length($2) >= 3 and e.workspace_id = $1 and (' || nurt.words_like(patterns) || ')
               and e.record_kind = any($4) and ($5 is null or e.owner_id is null or e.owner_id = any($5))
             limit 300
         ), found as (select * from beginning union select * from anywhere)
         select f.record_kind, f.record_id, f.title, f.subtitle, f.status from found f
         order by case when f.title_key = $2 then 0 when f.title_key like $3 || ''%'' then 1
                       when f.title_key like ''% '' || $3 || ''%'' then 2 else 3 end, f.touched_at desc, f.record_id
         limit $6'
    using ws, key, prefix, kinds, owners, most;
end $$;
revoke all on function nurt.search(text, text[], uuid[], int) from public;
grant execute on function nurt.search(text, text[], uuid[], int) to nurt_app;
