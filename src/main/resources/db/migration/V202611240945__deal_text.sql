-- The deals of the current workspace in whose title or company's name every word occurs, whatever the case and accents. Runs as
-- the owner so that the trigram index serves it, and walls by workspace itself; who may see which is asked outside.
create function nurt.deals_named(wanted text) returns setof uuid
    language sql stable security definer set search_path = nurt, public, pg_temp
as $$
    select e.record_id from nurt.search_entry e
    where e.workspace_id = nurt.workspace() and e.record_kind = 'deal'
      and e.words like all(array(
          select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%'
          from unnest(regexp_split_to_array(trim(nurt.fold(wanted)), '\s+')) w))
$$;
revoke all on function nurt.deals_named(text) from public;
grant execute on function nurt.deals_named(text) to nurt_app;
