package io.nurt.forecast.internal.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Trail;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LearntTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    /** Two deals a day from a day on. */
    private static int[] arrivals(String first, String asOf) {
        LocalDate end = LocalDate.parse(asOf);
        List<Trail> trails = new ArrayList<>();
        for (LocalDate day = LocalDate.parse(first); day.isBefore(end); day = day.plusDays(1)) {
            for (int i = 0; i < 2; i++) {
                long at = day.atTime(10, i).atZone(ZONE).toInstant().toEpochMilli();
                Known entered = new Known(at, at, 0, 1, 10, Known.NO_DAY, -1, -1, Known.NO_DAY, null, true, false);
                trails.add(new Trail(trails.size(), new UUID(7, trails.size()), List.of(entered)));
            }
        }
        History history = new History(
                end.atStartOfDay(ZONE).toInstant(),
                ZONE,
                List.of(new UUID(1, 0)),
                new double[] {0.5},
                trails,
                List.of(),
                List.of());
        return new Learnt(history).arrivals();
    }

    @Test
    void newDealsAreCountedByWholeMonths() {
        assertThat(arrivals("2026-01-20", "2026-04-10")).containsExactly(56, 62);
        assertThat(arrivals("2026-01-02", "2026-04-10")).containsExactly(60, 56, 62);
    }

    @Test
    void beforeThereIsAWholeMonthTheirPaceSoFarTells() {
        assertThat(arrivals("2026-01-20", "2026-02-19")).containsExactly(61);
        assertThat(arrivals("2026-01-20", "2026-01-28")).isEmpty();
    }
}
