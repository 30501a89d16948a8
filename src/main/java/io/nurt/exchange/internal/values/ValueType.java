package io.nurt.exchange.internal.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nurt.exchange.internal.Codes;

/** What the values of a column are, by the look of all of them. */
public enum ValueType {
    EMPTY,
    TEXT,
    /** Text with few different values. */
    CHOICE,
    NUMBER,
    MONEY,
    PERCENT,
    DATE,
    DATE_TIME,
    BOOLEAN,
    EMAIL;

    public boolean temporal() {
        return this == DATE || this == DATE_TIME;
    }

    public boolean numeric() {
        return this == NUMBER || this == MONEY || this == PERCENT;
    }

    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    @JsonCreator
    static ValueType ofCode(String code) {
        return Codes.read(ValueType.class, code);
    }
}
