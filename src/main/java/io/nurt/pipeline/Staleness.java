package io.nurt.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a deal has stood still for too long. */
final class Staleness {
    private Staleness() {}

    /** Whole days from then to now; 0 when then lies ahead. */
    static long days(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toDays());
    }

    /** Of each stage with a limit: a deal that entered it by then has been in it for longer than the limit. */
    static Map<UUID, Instant> limits(Collection<Stage> stages, Instant now) {
        Map<UUID, Instant> limits = new LinkedHashMap<>();
        for (Stage stage : stages) {
            if (stage.kind() == StageKind.OPEN && stage.rottingDays() != null) {
                limits.put(stage.id(), now.minus(Duration.ofDays(stage.rottingDays() + 1L)));
            }
        }
        return limits;
    }

    /** A dated next step that is not over, or a day to resume, keeps a deal fresh. */
    static boolean rotting(
            @Nullable Stage stage,
            long days,
            @Nullable LocalDate nextStepOn,
            @Nullable LocalDate resumeOn,
            LocalDate today) {
        if (stage == null || stage.kind() != StageKind.OPEN || stage.rottingDays() == null) {
            return false;
        }
        boolean stepAhead = nextStepOn != null && !nextStepOn.isBefore(today);
        boolean asleep = resumeOn != null && resumeOn.isAfter(today);
        return days > stage.rottingDays() && !stepAhead && !asleep;
    }
}
