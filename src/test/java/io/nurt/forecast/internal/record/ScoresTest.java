package io.nurt.forecast.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nurt.forecast.internal.simulation.Range;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoresTest {
    @Test
    void chancesOfFourDealsAreScoredAsByHand() {
        ChanceScore score = ChanceScore.of(new double[] {0.9, 0.6, 0.4, 0.2}, new boolean[] {true, false, true, false});
        assertThat(score.brier()).isCloseTo((0.01 + 0.36 + 0.36 + 0.04) / 4, within(1e-12));
        assertThat(score.logLoss())
                .isCloseTo(-(Math.log(0.9) + Math.log(0.4) + Math.log(0.4) + Math.log(0.8)) / 4, within(1e-12));
        assertThat(score.auc()).isEqualTo(0.75);
    }

    @Test
    void chancesThatAreTooSureOfThemselvesHaveASlopeBelowOne() {
        SplittableRandom random = new SplittableRandom(1);
        double[] told = new double[20_000];
        boolean[] came = new boolean[told.length];
        for (int i = 0; i < told.length; i++) {
            double logit = 3 * (random.nextDouble() - 0.5);
            came[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit));
            told[i] = 1 / (1 + Math.exp(-2 * logit));
        }
        ChanceScore score = ChanceScore.of(told, came);
        assertThat(score.slope()).isCloseTo(0.5, within(4 * score.slopeError()));
        assertThat(score.intercept()).isCloseTo(0, within(0.1));
        assertThat(ChanceScore.bins(told, came, 10, 30))
                .hasSize(10)
                .allSatisfy(bin -> assertThat(bin.n()).isEqualTo(2_000));
    }

    @Test
    void whereAllCameTrueThereIsNoSlope() {
        ChanceScore score = ChanceScore.of(new double[] {0.4, 0.8}, new boolean[] {true, true});
        assertThat(score.slope()).isNaN();
        assertThat(score.auc()).isNaN();
    }

    @Test
    void amountsAreScoredAsByHand() {
        List<AmountScore.Past> past = List.of(
                new AmountScore.Past(new Range(50, 100, 200, 110), 120, 0.6),
                new AmountScore.Past(new Range(50, 100, 200, 110), 40, 0.02));
        AmountScore score = AmountScore.of(past);
        assertThat(score.wape()).isCloseTo((20 + 60) / 160.0, within(1e-12));
        assertThat(score.bias()).isCloseTo((220 - 160) / 160.0, within(1e-12));
        assertThat(score.coverage()).isEqualTo(0.5);
        assertThat(score.below()).isEqualTo(0.5);
        double first = 0.1 * 70 + 0.5 * 20 + 0.1 * 80;
        double second = 0.9 * 10 + 0.5 * 60 + 0.1 * 160;
        assertThat(score.pinball()).isCloseTo((first + second) / 3 / 160, within(1e-12));
        assertThat(AmountScore.pit(past, 10)).containsExactly(1, 0, 0, 0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void rangesDrawnFromTheTruthCoverEightOfTen() {
        SplittableRandom random = new SplittableRandom(2);
        List<AmountScore.Past> past = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            double[] futures = random.doubles(500).map(u -> 100 * u).toArray();
            past.add(AmountScore.Past.of(futures, 100 * random.nextDouble()));
        }
        assertThat(AmountScore.of(past).coverage()).isCloseTo(0.8, within(0.05));
        for (int count : AmountScore.pit(past, 10)) {
            assertThat(count).isBetween(60, 145);
        }
    }

    @Test
    void simpleWaysTellWhatAnybodyWouldCompute() {
        Map<YearMonth, Double> won = new TreeMap<>();
        for (int m = 1; m <= 12; m++) {
            won.put(YearMonth.of(2025, m), 10.0 * m);
        }
        YearMonth january = YearMonth.of(2026, 1);
        assertThat(RevenueBaselines.lastYear(won, january, 3)).isEqualTo(60);
        assertThat(RevenueBaselines.runRate(won, january, 3)).isEqualTo(330);
        assertThat(RevenueBaselines.lastYear(won, january.minusMonths(6), 3)).isNaN();
        double[] rates = RevenueBaselines.stageRates(new double[] {90, 40}, new double[] {30, 30});
        assertThat(rates[0]).isBetween(0.32, 0.35);
        assertThat(rates[1]).isBetween(0.6, 0.75);
        assertThat(RevenueBaselines.weighted(
                        List.of(
                                new RevenueBaselines.Open(0, 100, true),
                                new RevenueBaselines.Open(1, 200, true),
                                new RevenueBaselines.Open(1, 999, false)),
                        new double[] {0.1, 0.5}))
                .isEqualTo(110);
    }
}
