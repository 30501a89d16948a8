package io.nurt.pipeline;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Problem;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list: by one column and then by id, so that it is the same every time. Each direction has an index. Deals
 * without a value come last in the column's usual direction and first in the other.
 *
 * @param key the name in the API
 * @param descending newest, largest or last first
 */
public record DealSort(String key, boolean descending) {
    public static final DealSort LATEST = new DealSort("updatedAt", true);

    /** A column; {@code usualDescending} is null for one that always has a value. */
    private record Column(
            String name, String type, @Nullable Boolean usualDescending) {}

    private static final Map<String, Column> COLUMNS = Map.of(
            "updatedAt", new Column("d.updated_at", "timestamptz", null),
            "openedAt", new Column("d.opened_at", "timestamptz", null),
            "amount", new Column("d.amount", "numeric", true),
            "expectedClose", new Column("d.expected_close", "date", false),
            "closedAt", new Column("d.closed_at", "timestamptz", true),
            "title", new Column("d.title", "text", null));

    /** @throws Problem for a column that lists cannot be sorted by */
    public static DealSort of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return LATEST;
        }
        boolean descending = text.startsWith("-");
        String key = descending ? text.substring(1) : text;
        if (!COLUMNS.containsKey(key)) {
            throw new Problem(CommonProblem.INVALID).field("sort", "pipeline.sort");
        }
        return new DealSort(key, descending);
    }

    private Column column() {
        return Objects.requireNonNull(COLUMNS.get(key));
    }

    private boolean nullsLast() {
        return Objects.equals(column().usualDescending(), descending);
    }

    String order() {
        String direction = descending ? " desc" : " asc";
        String nulls = column().usualDescending() == null ? "" : nullsLast() ? " nulls last" : " nulls first";
        return column().name() + direction + nulls + ", d.id" + direction;
    }

    /**
     * The rows of a page, as a subquery named d: a plain scan in order or, around deals without a value, two of them, because
     * one condition for both could not start in the middle of the index.
     */
    String page(String from, String conditions, @Nullable Cursor after) {
        String all = "select d.* from " + from + " where " + conditions;
        String end = " order by " + order() + " limit :limit";
        if (after == null) {
            return "(" + all + end + ") d";
        }
        String compare = descending ? " < " : " > ";
        String beyond = "(" + column().name() + ", d.id)" + compare + "(cast(:afterKey as " + column().type()
                + "), cast(:afterId as uuid))";
        if (column().usualDescending() == null) {
            return "(" + all + " and " + beyond + end + ") d";
        }
        boolean atNull = after.values().get(0) == null;
        String none = column().name() + " is null";
        String noneBeyond = none + " and d.id" + compare + "cast(:afterId as uuid)";
        if (atNull && nullsLast()) {
            return "(" + all + " and " + noneBeyond + end + ") d";
        }
        if (!atNull && !nullsLast()) {
            return "(" + all + " and " + beyond + end + ") d";
        }
        String first = atNull ? noneBeyond : beyond;
        String second = atNull ? column().name() + " is not null" : none;
        return "(select d.* from ((" + all + " and " + first + end + ") union all (" + all + " and " + second + end
                + ")) d" + end + ") d";
    }

    /** Where the page after a row begins. */
    Cursor cursor(Deal deal) {
        Object value = switch (key) {
            case "openedAt" -> deal.openedAt();
            case "amount" -> deal.amount();
            case "expectedClose" -> deal.expectedClose();
            case "closedAt" -> deal.closedAt();
            case "title" -> deal.title();
            default -> deal.updatedAt();
        };
        return Cursor.of(value, deal.id());
    }
}
