package io.nurt.pipeline;

import io.nurt.pipeline.BinaryArray.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows for one table, gathered column by column and stored by one statement: {@code insert ... select ... from unnest(...)}.
 * (COPY is not to be had under row-level security.) The columns are written in binary form while rows are gathered, which may
 * be done by another thread while the database works: to write them as text, and to read that, takes a fifth of an import's
 * time.
 */
final class Batch {
    private final String table;
    private final Map<String, BinaryArray> columns = new LinkedHashMap<>();
    private final Set<String> lists = new HashSet<>();
    private int rows;

    Batch(String table) {
        this.table = table;
    }

    Batch row() {
        rows++;
        return this;
    }

    Batch uuid(String column, @Nullable UUID value) {
        return put(column, Type.UUID, value, BinaryArray::add);
    }

    Batch text(String column, @Nullable String value) {
        return put(column, Type.TEXT, value, BinaryArray::add);
    }

    Batch number(String column, @Nullable BigDecimal value) {
        return put(column, Type.NUMERIC, value, BinaryArray::add);
    }

    Batch whole(String column, int value) {
        return put(column, Type.INT, value, BinaryArray::add);
    }

    Batch time(String column, @Nullable Instant value) {
        return put(column, Type.TIME, value, BinaryArray::add);
    }

    /** @param value null: for ever */
    Batch until(String column, @Nullable Instant value) {
        if (value != null) {
            return time(column, value);
        }
        column(column, Type.TIME).addInfinity();
        return this;
    }

    Batch day(String column, @Nullable LocalDate value) {
        return put(column, Type.DATE, value, BinaryArray::add);
    }

    Batch flag(String column, boolean value) {
        return put(column, Type.FLAG, value, BinaryArray::add);
    }

    Batch json(String column, String value) {
        return put(column, Type.JSON, value, BinaryArray::addJson);
    }

    /** A text[] column: an array of arrays would have to be a rectangle, so each travels as its own literal. */
    Batch texts(String column, Collection<String> values) {
        lists.add(column);
        StringBuilder literal = new StringBuilder("{");
        for (String value : values) {
            if (literal.length() > 1) {
                literal.append(',');
            }
            literal.append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text(column, literal.append('}').toString());
    }

    private <T> Batch put(String name, Type type, @Nullable T value, BiConsumer<BinaryArray, T> add) {
        BinaryArray column = column(name, type);
        if (value == null) {
            column.addNull();
        } else {
            add.accept(column, value);
        }
        return this;
    }

    private BinaryArray column(String name, Type type) {
        return columns.computeIfAbsent(name, first -> new BinaryArray(type));
    }

    /** Stores the rows gathered so far. */
    void store(JdbcClient jdbc) {
        if (rows == 0) {
            return;
        }
        List<String> selected = new ArrayList<>();
        for (String name : columns.keySet()) {
            selected.add(lists.contains(name) ? "cast(b." + name + " as text[])" : "b." + name);
        }
        String names = String.join(", ", columns.keySet());
        JdbcClient.StatementSpec statement = jdbc.sql("insert into " + table + " (" + names + ") select "
                + String.join(", ", selected) + " from unnest("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ") as b (" + names + ")");
        for (BinaryArray column : columns.values()) {
            statement = statement.param(column);
        }
        statement.update();
    }
}
