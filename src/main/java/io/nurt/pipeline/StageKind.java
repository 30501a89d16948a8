package io.nurt.pipeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What being in a stage means; also what a deal in it is. */
public enum StageKind {
    OPEN,
    WON,
    LOST;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static StageKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
