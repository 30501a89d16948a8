package io.nurt.pipeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a stay in a stage ended. */
public enum ExitKind {
    /** To a later stage of the same pipeline, perhaps skipping some. */
    ADVANCED,
    WON,
    LOST,
    /** To an earlier stage of the same pipeline, within the pass. */
    BACK,
    /** For nurture: a new pass began. */
    RETURNED,
    /** To another pipeline. */
    MOVED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExitKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
