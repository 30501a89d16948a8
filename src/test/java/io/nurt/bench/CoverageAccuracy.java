package io.nurt.bench;

import io.nurt.forecast.internal.record.AmountScore;
import io.nurt.forecast.world.RevenueWorld;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Ranges of a quarter's revenue, in a world whose common shock nobody sees. */
final class CoverageAccuracy {
    private static final int WARM = 24;
    private static final int SCORED = 400;

    private final AccuracyPart part = new AccuracyPart("2-coverage.md", "Ranges of revenue: the coverage world");

    void measure() throws java.io.IOException {
        part.line(
                "Quarters with so many open deals each; the wins of a quarter have a shock of 0.35 on the log-odds in common,"
                        + " the model's chances are off by 0.15, amounts change until they are won, new deals come"
                        + " (`RevenueWorld`). The size of the shock, the change of amounts and the arrivals are estimated from the"
                        + " quarters before. %d quarters teach, %d are scored; coverage is the share of quarters whose revenue lay"
                                .formatted(WARM, SCORED)
                        + " between P10 and P90. PIT: in which tenth of the forecast's futures the revenue lay, counted.");
        part.line("");
        part.line(
                "| open deals | seed | coverage | below P10 | above P90 | WAPE | bias | pinball | mean shock found | verdict |");
        part.line("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        StringBuilder pits = new StringBuilder();
        for (int open : new int[] {20, 60, 200}) {
            long seed = 31_000 + open;
            List<RevenueWorld.Quarter> quarters = new RevenueWorld(open, seed).run(WARM, SCORED);
            List<AmountScore.Past> past = quarters.stream()
                    .map(q -> new AmountScore.Past(q.forecast(), q.came(), q.pit()))
                    .toList();
            AmountScore score = AmountScore.of(past);
            double shock = quarters.stream()
                    .mapToDouble(RevenueWorld.Quarter::shock)
                    .average()
                    .orElseThrow();
            double error = Math.sqrt(score.coverage() * (1 - score.coverage()) / SCORED);
            part.line(
                    "| %d | %d | %.3f ± %.3f | %.3f | %.3f | %.3f | %+.3f | %.3f | %.2f | %s |",
                    open,
                    seed,
                    score.coverage(),
                    error,
                    score.below(),
                    score.above(),
                    score.wape(),
                    score.bias(),
                    score.pinball(),
                    shock,
                    AccuracyPart.verdict(score.coverage() >= 0.75 && score.coverage() <= 0.85));
            pits.append("- PIT at ")
                    .append(open)
                    .append(" open deals: ")
                    .append(Arrays.stream(AmountScore.pit(past, 10))
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        part.line("");
        part.line(pits.toString().strip());
        part.write();
    }
}
