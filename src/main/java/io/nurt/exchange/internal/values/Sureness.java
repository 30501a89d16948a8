package io.nurt.exchange.internal.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nurt.exchange.internal.Codes;

/** How it is known in which order or style a column is written. */
public enum Sureness {
    /** The values can be read in one way only. */
    CERTAIN,
    /** Another column of the same file shows it. */
    FROM_OTHER_COLUMN,
    /** Nothing shows it: the user must be asked. */
    ASSUMED,
    /** Some values can only be read one way, others only the other way: the user must be asked. */
    MIXED;

    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    @JsonCreator
    static Sureness ofCode(String code) {
        return Codes.read(Sureness.class, code);
    }
}
