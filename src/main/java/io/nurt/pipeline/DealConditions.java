package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import io.nurt.kernel.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL: conditions on {@code nurt.deal d}, only those that are asked for, and their parameters. Words and tags are
 * {@link DealFinder}'s.
 */
final class DealConditions {
    private static final String NO_OWNER = "'00000000-0000-0000-0000-000000000000'";
    private static final String TEAM = """
            %s in (
                with recursive below as (
                    select t.id from nurt.team t where t.id = any(cast(:teams as uuid[]))
                    union select t.id from nurt.team t join below on t.parent_id = below.id)
                select m.user_id from nurt.team_member m join below on below.id = m.team_id)""";

    final List<String> conditions = new ArrayList<>();
    final Map<String, @Nullable Object> parameters = new HashMap<>();

    /** @param state whether to ask for active, archived or trashed ones; not where another table tells it */
    static DealConditions of(DealFilter filter, Setup setup, boolean state) {
        DealConditions made = new DealConditions();
        Visibility visibility = Caller.current().visibility();
        made.conditions.add(visibility.sql("d.owner_id"));
        made.parameters.put(Visibility.PARAMETER, visibility.parameter());
        if (state) {
            made.state(filter.state());
        }
        made.references(filter);
        made.values(filter, setup);
        made.risks(filter.risks(), setup);
        return made;
    }

    /** What a filter and the caller's visibility ask of the owner alone, said of {@code nurt.deal_tally t}. */
    static String owners(DealFilter filter) {
        Visibility visibility = Caller.current().visibility();
        List<String> asked = new ArrayList<>();
        asked.add(
                visibility.all() ? "true" : "(t.owner_id = " + NO_OWNER + " or " + visibility.sql("t.owner_id") + ")");
        if (filter.withoutOwner()) {
            asked.add("(t.owner_id = " + NO_OWNER + " or t.owner_id = any(cast(:owners as uuid[])))");
        } else if (filter.owners().size() == 1) {
            asked.add("t.owner_id = :owners");
        } else if (!filter.owners().isEmpty()) {
            asked.add("t.owner_id = any(cast(:owners as uuid[]))");
        }
        if (!filter.teams().isEmpty()) {
            asked.add(TEAM.formatted("t.owner_id"));
        }
        return String.join(" and ", asked);
    }

    String sql() {
        return String.join("\n  and ", conditions);
    }

    private void state(String state) {
        switch (state) {
            case "trashed" -> conditions.add("d.deleted_at is not null");
            case "archived" -> conditions.add("d.deleted_at is null and d.archived_at is not null");
            case "counted" -> conditions.add("d.deleted_at is null and (d.archived_at is null or d.status <> 'open')");
            default -> conditions.add("d.deleted_at is null and d.archived_at is null");
        }
    }

    private void references(DealFilter filter) {
        ids("d.pipeline_id", "pipelines", filter.pipelines());
        ids("d.stage_id", "stages", filter.stages());
        texts("d.status", "statuses", filter.statuses());
        if (filter.withoutOwner()) {
            add(
                    "(d.owner_id is null or d.owner_id = any(cast(:owners as uuid[])))",
                    "owners",
                    Sql.uuids(filter.owners()));
        } else {
            ids("d.owner_id", "owners", filter.owners());
        }
        lackable(
                filter,
                "team",
                TEAM.formatted("d.owner_id"),
                "not exists (select from nurt.team_member m where m.user_id = d.owner_id)",
                "teams",
                filter.teams().isEmpty() ? null : Sql.uuids(filter.teams()));
        lackable(
                filter,
                "company",
                "d.company_id = any(cast(:companies as uuid[]))",
                "d.company_id is null",
                "companies",
                filter.companies().isEmpty() ? null : Sql.uuids(filter.companies()));
        if (!filter.contacts().isEmpty()) {
            add(
                    "exists (select from nurt.deal_contact c where c.deal_id = d.id and c.contact_id = any(cast(:contacts as"
                            + " uuid[])))",
                    "contacts",
                    Sql.uuids(filter.contacts()));
        }
        lackable(
                filter,
                "product",
                "exists (select from nurt.deal_product p where p.deal_id = d.id and p.product_id = any(cast(:products as"
                        + " uuid[])))",
                "not exists (select from nurt.deal_product p where p.deal_id = d.id)",
                "products",
                filter.products().isEmpty() ? null : Sql.uuids(filter.products()));
        if (filter.importId() != null) {
            add("d.import_id = :import", "import", filter.importId());
        }
    }

    private void values(DealFilter filter, Setup setup) {
        lackable(
                filter,
                "source",
                "d.source = any(cast(:sources as text[]))",
                "d.source is null",
                "sources",
                filter.sources().isEmpty() ? null : filter.sources().toArray(String[]::new));
        bound("d.amount >= ", "amountFrom", filter.amountFrom());
        if (filter.amountFrom() != null && filter.amountTo() != null) {
            // Not as a range: without statistics, which row-level security keeps from the planner, it takes ranges for
            // empty.
            add("coalesce(d.amount <= :amountTo, false)", "amountTo", filter.amountTo());
        } else {
            bound("d.amount <= ", "amountTo", filter.amountTo());
        }
        bound("d.opened_at >= ", "createdFrom", start(filter.createdFrom(), 0, setup));
        bound("d.opened_at < ", "createdTo", start(filter.createdTo(), 1, setup));
        bound("d.expected_close >= ", "closeFrom", filter.closeFrom());
        bound("d.expected_close <= ", "closeTo", filter.closeTo());
        if (filter.without().contains("close")) {
            conditions.add("d.expected_close is null");
        }
        bound("d.closed_at >= ", "closedFrom", start(filter.closedFrom(), 0, setup));
        bound("d.closed_at < ", "closedTo", start(filter.closedTo(), 1, setup));
        nextStep(filter, setup);
        int n = 0;
        for (Map.Entry<String, String> custom : filter.custom().entrySet()) {
            String key = "customKey" + n;
            String value = "customValue" + n++;
            parameters.put(key, custom.getKey());
            add(
                    "(d.custom ->> :" + key + " = :" + value + " or d.custom -> :" + key + " @> to_jsonb(cast(:" + value
                            + " as text)))",
                    value,
                    custom.getValue());
        }
    }

    private void risks(Set<DealRisk> risks, Setup setup) {
        if (risks.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        List<String> any = new ArrayList<>();
        for (DealRisk risk : risks) {
            any.add(
                    switch (risk) {
                        case NO_STEP ->
                            "d.next_step is null and d.next_step_on is null and (d.resume_on is null or d.resume_on <= :today)";
                        case STEP_OVERDUE -> "d.next_step_on < :today";
                        case STALLED -> stalled(setup, now);
                        case CLOSE_OVERDUE -> "d.expected_close < :today";
                    });
        }
        conditions.add("d.status = 'open' and ((" + String.join(") or (", any) + "))");
        parameters.put("today", LocalDate.ofInstant(now, setup.zone()));
    }

    /** As {@link Staleness} says it of one deal. */
    private String stalled(Setup setup, Instant now) {
        Map<UUID, Instant> limits = Staleness.limits(setup.stages().values(), now);
        parameters.put("limited", Sql.uuids(List.copyOf(limits.keySet())));
        parameters.put(
                "enteredBefore", limits.values().stream().map(Instant::toString).toArray(String[]::new));
        return """
                (d.next_step_on is null or d.next_step_on < :today) and (d.resume_on is null or d.resume_on <= :today)
                and exists (select from unnest(cast(:limited as uuid[]), cast(:enteredBefore as timestamptz[])) as l (id, entered)
                            where l.id = d.stage_id and d.stage_entered_at <= l.entered)""";
    }

    private void nextStep(DealFilter filter, Setup setup) {
        bound("d.next_step_on >= ", "nextStepFrom", filter.nextStepFrom());
        bound("d.next_step_on <= ", "nextStepTo", filter.nextStepTo());
        if (!filter.nextSteps().isEmpty()) {
            String any = filter.nextSteps().stream()
                    .distinct()
                    .map(DealFilterReader.NEXT_STEPS::get)
                    .collect(Collectors.joining(" or ", "(", ")"));
            add("(d.resume_on is null or d.resume_on <= :today) and " + any, "today", LocalDate.now(setup.zone()));
        }
    }

    private static @Nullable Object start(@Nullable LocalDate day, int plus, Setup setup) {
        return day == null
                ? null
                : Sql.at(day.plusDays(plus).atStartOfDay(setup.zone()).toInstant());
    }

    private void bound(String comparison, String name, @Nullable Object value) {
        if (value != null) {
            add(comparison + ":" + name, name, value);
        }
    }

    private void ids(String column, String name, List<UUID> ids) {
        if (ids.size() == 1) {
            add(column + " = :" + name, name, ids.get(0));
        } else if (!ids.isEmpty()) {
            add(column + " = any(cast(:" + name + " as uuid[]))", name, Sql.uuids(ids));
        }
    }

    private void texts(String column, String name, List<String> texts) {
        if (texts.size() == 1) {
            add(column + " = :" + name, name, texts.get(0));
        } else if (!texts.isEmpty()) {
            add(column + " = any(cast(:" + name + " as text[]))", name, texts.toArray(String[]::new));
        }
    }

    /** @param value null when none is asked for by value */
    private void lackable(
            DealFilter filter, String what, String having, String lacking, String name, @Nullable Object value) {
        boolean without = filter.without().contains(what);
        if (value != null) {
            add(without ? "(" + having + " or " + lacking + ")" : having, name, value);
        } else if (without) {
            conditions.add(lacking);
        }
    }

    void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }
}
