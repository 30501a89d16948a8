package io.nurt.forecast.internal.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.forecast.internal.record.ForecastRecord;
import io.nurt.forecast.internal.simulation.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final Horizon D30 = Horizon.of(JULY).get(0);

    private static UUID id(int n) {
        return new UUID(1, n);
    }

    private static Outcome won(int n, String on, double value) {
        return new Outcome(id(n), true, LocalDate.parse(on), value, new UUID(2, n), false);
    }

    @Test
    void whatCameIsEveryDealWonSinceOnceAndNoOther() {
        Outcomes outcomes = new Outcomes(List.of(
                won(1, "2026-07-01", 10),
                won(2, "2026-07-30", 20),
                won(3, "2026-07-31", 1_000),
                // Stood as won then, came again and was won again: it is in what was there already.
                won(4, "2026-07-10", 2_000),
                // Won before, which was put down later: open then, so it came after.
                won(5, "2026-06-20", 40),
                // Entered later with a day long past: no forecast of July could tell it.
                won(6, "2026-06-21", 4_000),
                new Outcome(id(7), false, LocalDate.parse("2026-07-05"), 8_000, null, false),
                new Outcome(id(8), true, LocalDate.parse("2026-07-05"), 16_000, null, true),
                won(9, "2026-07-06", Double.NaN)));
        assertThat(outcomes.came(D30, Set.of(id(4)), Set.of(id(1), id(5)), o -> true))
                .isEqualTo(70);
    }

    @Test
    void forecastsOfAmountsAreScoredPerWayOverTheOriginsAtWhichItTold() {
        List<Judged> judged = List.of(
                judged(new Range(80, 100, 130, 105), 120, Map.of("run_rate", 60.0)),
                judged(new Range(80, 100, 130, 105), 40, Map.of()),
                judged(new Range(80, 100, 130, 105), Double.NaN, Map.of("run_rate", 60.0)));
        Map<String, ForecastRecord.OfMeasure> measures = Scoreboard.measures(judged, List.of("booked", "cash"), 1);
        assertThat(measures).containsOnlyKeys("booked");
        ForecastRecord.OfMeasure booked = Objects.requireNonNull(measures.get("booked"));
        assertThat(booked.origins()).hasSize(3);
        assertThat(booked.origins().get(2).horizons().get(0).came()).isNull();
        ForecastRecord.AmountRow nurt = booked.amounts().get(0);
        assertThat(nurt.method()).isEqualTo("nurt");
        assertThat(nurt.origins()).isEqualTo(2);
        assertThat(nurt.wape()).isEqualTo((20 + 60) / 160.0);
        assertThat(nurt.bias()).isEqualTo((210 - 160) / 160.0);
        assertThat(nurt.coverage()).isEqualTo(0.5);
        ForecastRecord.AmountRow run = booked.amounts().get(1);
        assertThat(run.method()).isEqualTo("run_rate");
        assertThat(run.origins()).isEqualTo(1);
        assertThat(run.wape()).isEqualTo(0.5);
        assertThat(run.wapeOfNurt()).isEqualTo(20 / 120.0);
        assertThat(booked.pit().get(0).counts()).containsExactly(1, 0, 0, 0, 0, 0, 0, 1, 0, 0);
    }

    private static Judged judged(Range range, double came, Map<String, Double> others) {
        double pit = Double.isNaN(came) ? Double.NaN : came > 100 ? 0.75 : 0.01;
        return new Judged(
                id(1),
                Instant.EPOCH,
                "prior",
                0,
                1,
                0,
                Map.of("booked", List.of(new Forecast(D30, range, came, pit, others))));
    }

    @Test
    void commitmentsAreScoredAgainstTheWholeQuarterAsTheyStoodAtTheStartOfItsLaterMonths() {
        UUID ola = new UUID(2, 1);
        Outcomes outcomes = new Outcomes(List.of(won(1, "2026-07-02", 100), won(2, "2026-07-02", 5_000)));
        ZoneId zone = ZoneId.of("UTC");
        List<Said> said = List.of(
                said(ola, "2026-07-06T08:00:00Z", 50),
                said(ola, "2026-08-03T08:00:00Z", 150),
                said(ola, "2026-09-07T08:00:00Z", 100));
        List<ForecastRecord.CommitRow> rows = Commits.rows(said, outcomes, LocalDate.of(2026, 11, 24), zone);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).periods()).isEqualTo(1);
        assertThat(rows.get(0).wape()).isEqualTo((50 + 50) / 200.0);
        assertThat(rows.get(0).bias()).isEqualTo(0);
        assertThat(Commits.rows(said, outcomes, LocalDate.of(2026, 9, 30), zone))
                .isEmpty();
    }

    private static Said said(UUID person, String at, double amount) {
        return new Said("user", person, "commit", JULY, Instant.parse(at), "Ola", amount);
    }
}
