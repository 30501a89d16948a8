package io.nurt.exchange.internal.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nurt.exchange.internal.Codes;

/** In which order an all-numeric date with the year last is written; other dates need no order. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    @JsonCreator
    static DateOrder ofCode(String code) {
        return Codes.read(DateOrder.class, code);
    }
}
