package io.nurt.exchange.internal.values;

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
}
