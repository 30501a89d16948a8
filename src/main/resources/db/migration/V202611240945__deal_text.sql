-- Deals by words and by tags. Both ask with operators that row-level security keeps from the indexes, so the asking is done by
-- functions that run as the owner and wall by workspace themselves; who may see which is asked outside.

-- What every word of a text looks like to LIKE, whatever the case and accents.
create function nurt.like_words(wanted text) returns text[]
    language sql immutable set search_path = nurt, public, pg_temp
as $$
    select array(select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%'
                 from unnest(regexp_split_to_array(trim(nurt.fold(wanted)), '\s+')) w)
$$;

-- At most so many (null: all) of the deals in whose title or company's name every word occurs. Planned each time anew, because
-- some words occur everywhere and others nowhere.
create function nurt.deals_named(wanted text, most int) returns setof uuid
    language plpgsql stable security definer set search_path = nurt, public, pg_temp
as $$
begin
    return query execute
        'select e.record_id from nurt.search_entry e
         where e.workspace_id = $1 and e.record_kind = ''deal'' and '
        || nurt.words_like(nurt.like_words(wanted)) || ' limit $2'
    using nurt.workspace(), most;
end $$;
revoke all on function nurt.deals_named(text, int) from public;
grant execute on function nurt.deals_named(text, int) to nurt_app;

-- At most so many (null: all) of the deals that have one of the tags.
create index deal_tags on nurt.deal using gin (workspace_id, tags) where tags <> '{}';
create function nurt.deals_tagged(wanted text[], most int) returns setof uuid
    language plpgsql stable security definer set search_path = nurt, public, pg_temp
as $$
begin
    return query execute
        'select d.id from nurt.deal d where d.workspace_id = $1 and d.tags && $2 and d.tags <> ''{}'' limit $3'
    using nurt.workspace(), wanted, most;
end $$;
revoke all on function nurt.deals_tagged(text[], int) from public;
grant execute on function nurt.deals_tagged(text[], int) to nurt_app;
