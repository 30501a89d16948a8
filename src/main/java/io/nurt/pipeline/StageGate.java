package io.nurt.pipeline;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Has a say before a deal changes its stage. Every bean of this type is asked, within the transaction of the change; what they
 * all require is answered together.
 */
public interface StageGate {

    /** What is still needed; empty to let the deal pass. */
    List<Requirement> check(StageChange change);

    /**
     * A change about to be made.
     *
     * @param before the state now; null for a deal being created
     * @param from the stage now; null for a deal being created
     */
    record StageChange(
            UUID dealId,
            @Nullable DealState before,
            DealState after,
            @Nullable Stage from,
            Stage to,
            @Nullable String lostNote) {}

    /**
     * Something to do first.
     *
     * @param code message key of a sentence that says what to do, in the module's message files
     * @param arguments what the sentence names
     * @param field the field of the move request that would satisfy it; null when there is none
     */
    record Requirement(
            String code, List<Object> arguments, @Nullable String field) {
        public static Requirement of(String code, @Nullable String field) {
            return new Requirement(code, List.of(), field);
        }
    }
}
