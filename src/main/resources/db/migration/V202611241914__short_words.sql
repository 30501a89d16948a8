-- Why: trigrams cannot find a word of which no three letters or digits stand together ("z", "o.o."), yet with such a word in
-- its condition the index was asked all the same and named nearly every entry: a third of a second at a million deals. Such
-- words are now only looked at in the entries that the other words give.
create or replace function nurt.words_like(patterns text[]) returns text language sql immutable
    set search_path = nurt, public, pg_temp
as $$
    select coalesce(string_agg(
        format(case when p ~ '[[:alnum:]]{3}' then 'e.words like %L' else '(e.words || '''') like %L' end, p), ' and '), 'true')
    from unnest(patterns) p
$$;
