package io.nurt.forecast;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings in quotas and what people said of quarters, as said at their own moments, and takes them out again. The caller checks
 * who may do it. Amounts are in the workspace's currency.
 */
public interface SaidImport {
    /** Who a number is about: a team, or a person. */
    record About(boolean team, UUID id) {}

    /**
     * What is asked of a team or person in a quarter.
     *
     * @param quarter its first day
     * @param author who set it
     */
    record Quota(About about, LocalDate quarter, BigDecimal amount, UUID author, Instant at) {}

    enum Kind {
        /** What a person will bring for sure; only of people. */
        COMMIT,
        /** What they bring when most goes well; only of people. */
        BEST_CASE,
        /** What those who lead them count on. */
        CALL
    }

    /**
     * A number that somebody said of a quarter.
     *
     * @param quarter its first day
     * @param amount booked in the whole quarter, what was won by then included
     * @param won what was won of it when it was said
     * @param author and the name they had
     */
    record Said(
            About about,
            LocalDate quarter,
            Kind kind,
            BigDecimal amount,
            @Nullable String reason,
            BigDecimal won,
            UUID author,
            String authorName,
            Instant at) {}

    void quotas(UUID importId, List<Quota> quotas);

    void said(UUID importId, List<Said> said);

    /** Takes out all quotas and numbers of an import. */
    void takeOut(UUID importId);
}
