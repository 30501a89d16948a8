package io.nurt.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;
import org.postgresql.util.ByteConverter;
import org.springframework.jdbc.core.SqlTypeValue;

/** Values of one type as PostgreSQL's binary form of an array, written as they come and read by the server without parsing. */
final class BinaryArray implements SqlTypeValue {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long ENDLESS = Long.MAX_VALUE;

    /** Types of elements, with their binary forms. */
    enum Type {
        UUID(Oid.UUID, Oid.UUID_ARRAY),
        TEXT(Oid.TEXT, Oid.TEXT_ARRAY),
        NUMERIC(Oid.NUMERIC, Oid.NUMERIC_ARRAY),
        INT(Oid.INT4, Oid.INT4_ARRAY),
        TIME(Oid.TIMESTAMPTZ, Oid.TIMESTAMPTZ_ARRAY),
        DATE(Oid.DATE, Oid.DATE_ARRAY),
        FLAG(Oid.BOOL, Oid.BOOL_ARRAY),
        JSON(Oid.JSONB, Oid.JSONB_ARRAY);

        private final int element;
        private final int array;

        Type(int element, int array) {
            this.element = element;
            this.array = array;
        }
    }

    private final Type type;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    private final DataOutputStream elements = new DataOutputStream(bytes);
    private int size;

    BinaryArray(Type type) {
        this.type = type;
    }

    void addNull() {
        write(null);
    }

    void add(UUID value) {
        write(ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array());
    }

    void add(String value) {
        write(value.getBytes(StandardCharsets.UTF_8));
    }

    void add(BigDecimal value) {
        write(ByteConverter.numeric(value));
    }

    void add(int value) {
        write(ByteBuffer.allocate(4).putInt(value).array());
    }

    /** Microseconds since 2000. */
    void add(Instant value) {
        addMicros(ChronoUnit.MICROS.between(EPOCH, value));
    }

    /** The time after all others. */
    void addInfinity() {
        addMicros(ENDLESS);
    }

    private void addMicros(long micros) {
        write(ByteBuffer.allocate(8).putLong(micros).array());
    }

    void add(LocalDate value) {
        add(Math.toIntExact(value.toEpochDay() - FIRST_DAY));
    }

    void add(boolean value) {
        write(new byte[] {(byte) (value ? 1 : 0)});
    }

    /** Its version goes before the text of a jsonb. */
    void addJson(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        write(ByteBuffer.allocate(text.length + 1).put((byte) 1).put(text).array());
    }

    private void write(byte @Nullable [] value) {
        try {
            size++;
            elements.writeInt(value == null ? -1 : value.length);
            if (value != null) {
                elements.write(value);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    @Override
    public void setTypeValue(PreparedStatement statement, int index, int sqlType, @Nullable String typeName)
            throws SQLException {
        byte[] array = ByteBuffer.allocate(20 + bytes.size())
                .putInt(1) // dimensions
                .putInt(1) // may have nulls
                .putInt(type.element)
                .putInt(size)
                .putInt(1) // number of the first
                .put(bytes.toByteArray())
                .array();
        statement.setArray(
                index, new PgArray(statement.getConnection().unwrap(BaseConnection.class), type.array, array));
    }
}
