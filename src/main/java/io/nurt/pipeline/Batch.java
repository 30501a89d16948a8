package io.nurt.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows for one table, gathered column by column and stored by one statement: {@code insert ... select ... from unnest(...)}.
 * (COPY is not to be had under row-level security.)
 */
final class Batch {
    private record Column(String type, List<@Nullable String> values) {}

    private final String table;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private int rows;

    Batch(String table) {
        this.table = table;
    }

    Batch row() {
        rows++;
        return this;
    }

    Batch uuid(String column, @Nullable Object value) {
        return put(column, "uuid", value);
    }

    Batch text(String column, @Nullable String value) {
        return put(column, "text", value);
    }

    Batch number(String column, @Nullable Object value) {
        return put(column, "numeric", value);
    }

    Batch whole(String column, int value) {
        return put(column, "int", value);
    }

    Batch time(String column, @Nullable Instant value) {
        return put(column, "timestamptz", value);
    }

    /** @param value null: for ever */
    Batch until(String column, @Nullable Instant value) {
        return put(column, "timestamptz", value == null ? "infinity" : value);
    }

    Batch day(String column, java.time.@Nullable LocalDate value) {
        return put(column, "date", value);
    }

    Batch flag(String column, boolean value) {
        return put(column, "boolean", value);
    }

    Batch json(String column, String value) {
        return put(column, "jsonb", value);
    }

    /** A text[] column: an array of arrays would have to be a rectangle, so each travels as its own literal. */
    Batch texts(String column, Collection<String> values) {
        return put(column, "text[]", literal(values));
    }

    private Batch put(String name, String type, @Nullable Object value) {
        columns.computeIfAbsent(name, n -> new Column(type, new ArrayList<>()))
                .values
                .add(value == null ? null : value.toString());
        return this;
    }

    private static String literal(Collection<String> values) {
        if (values.isEmpty()) {
            return "{}";
        }
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Stores the rows gathered so far. */
    void store(JdbcClient jdbc) {
        if (rows == 0) {
            return;
        }
        List<String> selected = new ArrayList<>();
        List<String> arrays = new ArrayList<>();
        columns.forEach((name, column) -> {
            boolean nested = column.type.equals("text[]");
            selected.add(nested ? "cast(b." + name + " as text[])" : "b." + name);
            arrays.add("cast(? as " + (nested ? "text" : column.type) + "[])");
        });
        String names = String.join(", ", columns.keySet());
        JdbcClient.StatementSpec statement = jdbc.sql("insert into " + table + " (" + names + ") select "
                + String.join(", ", selected) + " from unnest(" + String.join(", ", arrays) + ") as b (" + names + ")");
        for (Column column : columns.values()) {
            statement = statement.param(column.values.toArray(String[]::new));
        }
        statement.update();
    }
}
