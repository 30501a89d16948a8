package io.nurt.forecast.internal.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.forecast.internal.history.DataEnd;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static List<Instant> of(String first, String lastDealBegan) {
        return Origins.of(
                LocalDate.parse(first).atStartOfDay(ZONE).toInstant(),
                DataEnd.known(LocalDate.parse(lastDealBegan), TODAY).day(),
                ZONE);
    }

    private static List<String> days(List<Instant> origins) {
        return origins.stream()
                .map(origin -> LocalDate.ofInstant(origin, ZONE).toString())
                .toList();
    }

    @Test
    void forecastsBeginTwoMonthsAfterTheFirstDeal() {
        List<Instant> origins = of("2026-05-20", "2026-11-10");
        assertThat(days(origins)).containsExactly("2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01");
    }

    @Test
    void aPastThatEndedLongAgoIsToldToItsEnd() {
        List<Instant> origins = of("2011-10-01", "2012-02-14");
        assertThat(Origins.perMonth(origins, ZONE)).isEqualTo(1);
        assertThat(days(origins)).containsExactly("2011-12-01", "2012-01-01", "2012-02-01");
    }

    @Test
    void aShortPastIsLookedAtFourTimesAMonth() {
        List<Instant> origins = of("2011-10-01", "2011-12-19");
        assertThat(days(origins))
                .containsExactly(
                        "2011-11-01",
                        "2011-11-08",
                        "2011-11-15",
                        "2011-11-22",
                        "2011-12-01",
                        "2011-12-08",
                        "2011-12-15");
        assertThat(Origins.perMonth(origins, ZONE)).isEqualTo(3.5);
    }

    @Test
    void ofALongPastTheNewestThreeYearsAreTold() {
        List<Instant> origins = of("2015-01-01", "2026-11-10");
        assertThat(origins).hasSize(36);
        assertThat(days(origins).get(0)).isEqualTo("2023-12-01");
    }

    @Test
    void aNewWorkspaceHasNone() {
        assertThat(of("2026-10-30", "2026-11-10")).isEmpty();
    }

    @Test
    void horizonsEndWithTheirLastDay() {
        List<Horizon> horizons = Horizon.of(LocalDate.of(2026, 2, 1));
        assertThat(horizons.stream().map(Horizon::until).map(LocalDate::toString))
                .containsExactly("2026-03-02", "2026-04-01", "2026-05-01", "2026-03-31");
        assertThat(horizons.get(0).days()).isEqualTo(30);
        assertThat(horizons.get(3).over(LocalDate.of(2026, 3, 31))).isFalse();
        assertThat(horizons.get(3).over(LocalDate.of(2026, 4, 1))).isTrue();
    }
}
