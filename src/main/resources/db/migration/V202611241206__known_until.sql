-- Until when an event was the last word on its deal: the earliest moment at which a later one was recorded. Derived, kept by
-- whoever records the next event, so that the state as of a moment is a condition on one row instead of a search for its
-- successors, and a page of a past day's list reads about as many rows as it shows.
alter table nurt.deal_event add column known_until timestamptz not null default 'infinity';
update nurt.deal_event e set known_until = l.until
from (select workspace_id, deal_id, seq,
             min(recorded_at) over (partition by workspace_id, deal_id order by seq rows between 1 following and unbounded following)
                 as until
      from nurt.deal_event) l
where l.workspace_id = e.workspace_id and l.deal_id = e.deal_id and l.seq = e.seq and l.until is not null;

-- In the order of the list; what follows the order is looked at in the index, so that states of other times are not fetched.
create index deal_event_amount on nurt.deal_event
    (workspace_id, amount desc nulls last, deal_id desc, status, known_until, recorded_at);
