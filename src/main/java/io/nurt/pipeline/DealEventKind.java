package io.nurt.pipeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happened to a deal. */
public enum DealEventKind {
    CREATED,
    /** To another stage that is open too. */
    MOVED,
    /** A tracked or other field, without a change of stage. */
    CHANGED,
    WON,
    LOST,
    /** To an earlier stage for nurture: a new pass begins. */
    RETURNED,
    /** From won or lost to an open stage: a new pass begins. */
    REOPENED,
    ARCHIVED,
    UNARCHIVED,
    TRASHED,
    RESTORED,
    MERGED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static DealEventKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
