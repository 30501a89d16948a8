package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.reading.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row becomes. Every row becomes exactly one of these.
 *
 * @param title of the record, for a person to recognise
 * @param refusals why not, of one that is refused
 */
record Effect(Kind kind, @Nullable String title, List<Refusal> refusals) {
    enum Kind {
        CREATE,
        UPDATE,
        UNCHANGED,
        /** The same record stood in an earlier row of the file; counts as refused. */
        DUPLICATE,
        REFUSE
    }

    static Effect created(String title) {
        return new Effect(Kind.CREATE, title, List.of());
    }

    static Effect updated(String title) {
        return new Effect(Kind.UPDATE, title, List.of());
    }

    static Effect unchanged(@Nullable String title) {
        return new Effect(Kind.UNCHANGED, title, List.of());
    }

    static Effect duplicate(List<Refusal> refusals) {
        return new Effect(Kind.DUPLICATE, null, refusals);
    }

    static Effect refused(List<Refusal> refusals) {
        return new Effect(Kind.REFUSE, null, refusals);
    }

    static Effect refused(Refusal refusal) {
        return refused(List.of(refusal));
    }
}
