package io.nurt.insights;

import io.nurt.insights.Answers.Cohort;
import io.nurt.insights.Answers.Cycle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The headline figures from what one pass over the deals gave. */
final class SummaryFigures {
    private SummaryFigures() {}

    static Answers.Summary of(SummaryStore.Row row, Population population, String described) {
        Question question = population.question();
        Drill closed = Drill.closed(question, "won", "lost");
        Drill won = Drill.closed(question, "won");
        Drill open = Drill.open(question);
        SummaryStore.Value wonValue = row.wonValue();
        LeftOut left = LeftOut.value(wonValue.noAmount(), wonValue.noRate());
        long n = row.won() + row.lost();
        Cycle cycleWon = cycle(Measure.CYCLE_WON, row.cycleWon(), won);
        return new Answers.Summary(
                population.now(),
                population.currency(),
                described,
                Figure.share(Measure.WIN_RATE_CLOSED, row.won(), n, closed),
                new Cohort(
                        Figure.rate(row.cohortWon(), row.cohort()),
                        row.cohort(),
                        row.cohort() >= Figure.ENOUGH,
                        Figure.rate(row.cohortResolved(), row.cohort()),
                        Measure.WIN_RATE_COHORT.key(),
                        Drill.opened(question).parameters()),
                Figure.count(Measure.WON_COUNT, row.won(), won),
                Figure.sum(Measure.WON_VALUE, wonValue.sum(), wonValue.n(), won, left),
                Figure.count(Measure.LOST_COUNT, row.lost(), Drill.closed(question, "lost")),
                Figure.count(Measure.OPEN_COUNT, row.open(), open),
                Figure.sum(
                        Measure.OPEN_VALUE,
                        row.openValue().sum(),
                        row.openValue().n(),
                        open,
                        LeftOut.value(
                                row.openValue().noAmount(), row.openValue().noRate())),
                Figure.typical(Measure.AVERAGE_DEAL, average(wonValue.sum(), wonValue.n()), wonValue.n(), won, left),
                Figure.typical(Measure.MEDIAN_DEAL, row.median(), wonValue.n(), won, left),
                cycleWon,
                cycle(Measure.CYCLE_LOST, row.cycleLost(), Drill.closed(question, "lost")),
                velocity(row, n, cycleWon, closed));
    }

    private static Velocity velocity(SummaryStore.Row row, long n, Cycle cycle, Drill closed) {
        Double rate = Figure.rate(row.won(), n);
        BigDecimal average = row.wonValue().n() < Figure.ENOUGH
                ? null
                : average(row.wonValue().sum(), row.wonValue().n());
        BigDecimal value = Velocity.of(row.open(), rate, average, cycle.mean());
        return new Velocity(
                value == null ? null : Figure.text(value),
                n,
                n >= Figure.ENOUGH && average != null && cycle.enough(),
                Measure.VELOCITY.key(),
                closed.parameters(),
                row.open(),
                rate,
                average == null ? null : Figure.text(average),
                cycle.mean());
    }

    /** Rounded to four decimals; null of nothing. */
    static @Nullable BigDecimal average(BigDecimal sum, long n) {
        return n == 0 ? null : sum.divide(BigDecimal.valueOf(n), 4, RoundingMode.HALF_EVEN);
    }

    private static Cycle cycle(Measure measure, SummaryStore.Days days, Drill drill) {
        boolean enough = days.n() >= Figure.ENOUGH;
        return new Cycle(
                enough ? days.median() : null,
                enough ? days.mean() : null,
                enough ? days.p80() : null,
                days.n(),
                enough,
                measure.key(),
                drill.parameters(),
                LeftOut.reversed(days.reversed()));
    }
}
