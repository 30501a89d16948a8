package io.nurt.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows for one table, gathered column by column and stored by one statement: {@code insert ... select ... from unnest(...)}.
 * (COPY is not to be had under row-level security.) The columns are written as array literals while rows are gathered, which
 * may be done by another thread while the database works; the driver would take a fifth of an import's time for it.
 */
final class Batch {
    private static final class Column {
        private final String type;
        private final boolean quoted;
        private final StringBuilder literal = new StringBuilder(1 << 14).append('{');

        Column(String type) {
            this.type = type;
            this.quoted = type.equals("text") || type.equals("jsonb") || type.equals("text[]");
        }

        void add(@Nullable Object value) {
            if (literal.length() > 1) {
                literal.append(',');
            }
            if (value == null) {
                literal.append("NULL");
            } else if (quoted) {
                quote(literal, value.toString());
            } else {
                literal.append(value);
            }
        }
    }

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

    Batch day(String column, @Nullable LocalDate value) {
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
        if (values.isEmpty()) {
            return put(column, "text[]", "{}");
        }
        StringBuilder literal = new StringBuilder("{");
        for (String value : values) {
            if (literal.length() > 1) {
                literal.append(',');
            }
            quote(literal, value);
        }
        return put(column, "text[]", literal.append('}'));
    }

    private Batch put(String name, String type, @Nullable Object value) {
        Column column = columns.get(name);
        if (column == null) {
            column = new Column(type);
            columns.put(name, column);
        }
        column.add(value);
        return this;
    }

    private static void quote(StringBuilder literal, String value) {
        literal.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\');
            }
            literal.append(c);
        }
        literal.append('"');
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
            arrays.add("cast(cast(? as text) as " + (nested ? "text" : column.type) + "[])");
        });
        String names = String.join(", ", columns.keySet());
        JdbcClient.StatementSpec statement = jdbc.sql("insert into " + table + " (" + names + ") select "
                + String.join(", ", selected) + " from unnest(" + String.join(", ", arrays) + ") as b (" + names + ")");
        for (Column column : columns.values()) {
            statement = statement.param(column.literal + "}");
        }
        statement.update();
    }
}
