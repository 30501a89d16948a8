package io.nurt.directory;

import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.node.JsonNodeFactory;

/** The condition, order and parameters of a list of companies or contacts {@code c}; every part is a constant of the code. */
final class ListQuery {
    private static final String WON = "wonAmount";
    private static final Map<String, Sort> SORTS = Map.of(
            "name",
            new Sort("c.name", "text"),
            "updatedAt",
            new Sort("c.updated_at", "timestamptz"),
            "createdAt",
            new Sort("c.created_at", "timestamptz"),
            WON,
            new Sort("coalesce(won.amount, 0)", "numeric"));
    private static final int SHORT = 3;

    private record Sort(String column, String type) {}

    private final ListRequest request;
    private final RecordKind kind;
    private final Sort sort;
    private final boolean descending;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ListQuery(RecordKind kind, ListRequest request, Visibility visibility) {
        this.kind = kind;
        this.request = request;
        this.descending = request.sort().startsWith("-");
        Sort wanted = SORTS.get(descending ? request.sort().substring(1) : request.sort());
        if (wanted == null || wanted.type().equals("numeric") && kind != RecordKind.COMPANY) {
            throw new Problem(CommonProblem.INVALID).field("sort", "directory.unknown-choice", request.sort());
        }
        this.sort = wanted;
        conditions.add(visibility.sql("c.owner_id"));
        parameters.put(Visibility.PARAMETER, visibility.parameter());
        state();
        filters();
        words();
    }

    private void state() {
        conditions.add(
                switch (request.state()) {
                    case "active" -> "c.deleted_at is null and c.archived_at is null";
                    case "archived" -> "c.deleted_at is null and c.archived_at is not null";
                    case "trashed" -> "c.deleted_at is not null";
                    default ->
                        throw new Problem(CommonProblem.INVALID)
                                .field("state", "directory.unknown-choice", request.state());
                });
    }

    private void filters() {
        if (!request.owners().isEmpty()) {
            add("c.owner_id = any(cast(:owners as uuid[]))", "owners", Sql.uuids(request.owners()));
        }
        for (String tag : request.tags()) {
            String name = "tag" + parameters.size();
            add("c.tags @> array[cast(:" + name + " as text)]", name, CleanText.storable(tag));
        }
        if (request.industry() != null) {
            add("c.industry = :industry", "industry", CleanText.storable(request.industry()));
        }
        if (request.company() != null) {
            add("c.company_id = :company", "company", request.company());
        }
        request.custom().forEach((key, value) -> {
            String name = "custom" + parameters.size();
            parameters.put(name + "Key", CleanText.storable(key));
            parameters.put(name + "Text", CleanText.storable(value));
            // A single value is compared as text, a choice of several by what it contains.
            var chosen = JsonNodeFactory.instance.objectNode();
            chosen.putArray(CleanText.storable(key)).add(CleanText.storable(value));
            add(
                    "(c.custom ->> cast(:%1$sKey as text) = :%1$sText or c.custom @> cast(:%1$s as jsonb))"
                            .formatted(name),
                    name,
                    Json.text(chosen));
        });
    }

    /** An e-mail address and a tax number are looked up as a whole, anything else as a part of the name. */
    private void words() {
        String text = CleanText.line(request.q());
        if (text == null) {
            return;
        }
        String table = kind.code() + "_id";
        if (text.indexOf('@') > 0) {
            add(
                    "c.id in (select p." + table
                            + " from nurt.contact_point p where p.kind = 'email' and p.value_key = :q)",
                    "q",
                    text.toLowerCase(Locale.ROOT));
            return;
        }
        String key = NameKey.of(text);
        String named = key.length() < SHORT
                ? "c.name_key >= :q and c.name_key < :qEnd"
                : "c.id in (select nurt.directory_like('" + kind.code() + "', :qLike))";
        String digits = text.replaceAll("[\\s-]", "");
        if (kind == RecordKind.COMPANY && digits.matches("\\d{8,}")) {
            named = "(" + named + " or c.tax_number = :qDigits)";
            parameters.put("qDigits", digits);
        }
        conditions.add(named);
        parameters.put("q", key);
        parameters.put("qEnd", key + Character.toString(Character.MAX_CODE_POINT));
        parameters.put("qLike", "%" + Sql.likeLiteral(key) + "%");
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    /** What the rows are ordered by, to be read with them: the key of the next page needs it. */
    String sortedBy() {
        return sort.column();
    }

    /** What the order needs beside the list itself. */
    String joined(ObjectProvider<DealUse> deals) {
        if (!sort.type().equals("numeric")) {
            return "";
        }
        DealUse use = deals.getIfAvailable();
        String won =
                use == null ? "select cast(null as uuid) as company_id, 0 as amount where false" : use.wonAmountsSql();
        return "left join (" + won + ") won on won.company_id = c.id\n";
    }

    /** The text from {@code where} on; one row more than the page has is asked for. */
    String tail() {
        Cursor cursor = Cursor.decode(request.cursor(), 2);
        if (cursor != null) {
            conditions.add("(%s, c.id) %s (cast(:afterKey as %s), cast(:afterId as uuid))"
                    .formatted(sort.column(), descending ? "<" : ">", sort.type()));
            parameters.put("afterKey", checkedKey(cursor.values().get(0)));
            parameters.put("afterId", checkedId(cursor.values().get(1)));
        }
        parameters.put("limit", request.limit() + 1);
        String direction = descending ? " desc" : "";
        return "where " + String.join("\n and ", conditions) + "\norder by " + sort.column() + direction + ", c.id"
                + direction + " limit :limit";
    }

    private Object checkedKey(@Nullable String key) {
        try {
            if (key == null) {
                throw new Problem(CommonProblem.BAD_CURSOR);
            }
            return switch (sort.type()) {
                case "text" -> CleanText.storable(key);
                case "numeric" -> new BigDecimal(key);
                default -> Instant.parse(key).toString();
            };
        } catch (DateTimeException | NumberFormatException notOurs) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
    }

    private static UUID checkedId(@Nullable String id) {
        try {
            return UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException notOurs) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
    }

    Map<String, Object> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** The key of a row in this order. */
    Cursor key(String name, Instant updatedAt, Instant createdAt, BigDecimal won, UUID id) {
        return switch (sort.column()) {
            case "c.name" -> Cursor.of(name, id);
            case "c.updated_at" -> Cursor.of(updatedAt, id);
            case "coalesce(won.amount, 0)" -> Cursor.of(won.toPlainString(), id);
            default -> Cursor.of(createdAt, id);
        };
    }
}
