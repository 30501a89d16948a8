package io.nurt.pipeline;

import io.nurt.kernel.Sql;
import java.sql.Array;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns a filter into conditions, and words and tags into what suits them: the deals themselves where few have them, otherwise
 * a question put to each deal in the order of the list, which soon has its page full.
 */
@Component
class DealFinder {
    /** Above this many, walking in order meets enough of them before long, up to some hundred thousand deals. */
    private static final int FEW = 2000;

    private final JdbcClient jdbc;

    DealFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For the first deals in some order. */
    DealConditions some(DealFilter filter, Setup setup, boolean state) {
        DealConditions conditions = DealConditions.of(filter, setup, state);
        if (filter.text() != null && !filter.text().isEmpty()) {
            named(conditions, filter.text());
        }
        if (!filter.tags().isEmpty()) {
            tagged(conditions, filter.tags());
        }
        boolean byAmount = filter.amountFrom() != null || filter.amountTo() != null;
        if (byAmount && state && !filter.state().equals("trashed")) {
            valued(conditions, filter);
        }
        return conditions;
    }

    /** For all of them, to be counted or changed. */
    DealConditions all(DealFilter filter, Setup setup, boolean state) {
        DealConditions conditions = DealConditions.of(filter, setup, state);
        if (filter.text() != null && !filter.text().isEmpty()) {
            conditions.add("d.id = any(array(select nurt.deals_named(:text, null)))", "text", filter.text());
        }
        if (!filter.tags().isEmpty()) {
            conditions.add(
                    "d.id = any(array(select nurt.deals_tagged(cast(:tags as text[]), null)))",
                    "tags",
                    filter.tags().toArray(String[]::new));
        }
        return conditions;
    }

    private void named(DealConditions conditions, String text) {
        record Named(List<UUID> ids, String[] patterns) {}
        Named named = jdbc.sql(
                        "select array(select nurt.deals_named(:text, :most)) as ids, nurt.like_words(:text) as patterns")
                .param("text", text)
                .param("most", FEW + 1)
                .query((row, n) -> new Named(ids(row.getArray("ids")), (String[])
                        row.getArray("patterns").getArray()))
                .single();
        if (named.ids.size() <= FEW) {
            conditions.add("d.id = any(cast(:named as uuid[]))", "named", Sql.uuids(named.ids));
        } else {
            // As a value, because the planner would turn "exists" into a join with all entries.
            conditions.add("""
                    (select e.words like all(cast(:patterns as text[])) from nurt.search_entry e
                     where e.record_kind = 'deal' and e.record_id = d.id)""", "patterns", named.patterns);
        }
    }

    private void tagged(DealConditions conditions, List<String> tags) {
        String[] wanted = tags.toArray(String[]::new);
        List<UUID> tagged = jdbc.sql("select array(select nurt.deals_tagged(cast(:tags as text[]), :most))")
                .param("tags", wanted)
                .param("most", FEW + 1)
                .query((row, n) -> ids(row.getArray(1)))
                .single();
        if (tagged.size() <= FEW) {
            conditions.add("d.id = any(cast(:tagged as uuid[]))", "tagged", Sql.uuids(tagged));
        } else {
            conditions.add("d.tags && cast(:tags as text[])", "tags", wanted);
        }
    }

    /** Few are named, beside the condition on their amounts; of many the first are soon found in whatever order. */
    private void valued(DealConditions conditions, DealFilter filter) {
        List<UUID> valued = jdbc.sql(
                        "select array(select nurt.deals_valued(cast(:low as numeric), cast(:high as numeric), :most))")
                .param("low", filter.amountFrom())
                .param("high", filter.amountTo())
                .param("most", FEW + 1)
                .query((row, n) -> ids(row.getArray(1)))
                .single();
        if (valued.size() <= FEW) {
            conditions.add("d.id = any(cast(:valued as uuid[]))", "valued", Sql.uuids(valued));
        }
    }

    private static List<UUID> ids(Array array) throws java.sql.SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }
}
