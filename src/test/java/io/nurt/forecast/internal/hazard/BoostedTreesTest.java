package io.nurt.forecast.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
    private static final StageTable TABLE = StageTable.of(new double[] {0.3, 0.6}, 13);
    private static final List<Column> COLUMNS =
            List.of(Column.flag("one"), Column.flag("other"), Column.number("size"), Column.flag("idle"));
    private static final ForecastModel TOGETHER = Training.train(world(1.2, 0), TABLE, 1);

    /** Two stages; both flags or neither speak for a deal ({@code together}), or each for itself ({@code alone}). */
    private static PeriodRows world(double together, double alone) {
        SplittableRandom random = new SplittableRandom(11);
        PeriodRows rows = new PeriodRows(COLUMNS);
        for (int deal = 0; deal < 2_200; deal++) {
            double[] x = {random.nextInt(2), random.nextInt(2), 4 * random.nextDouble(), random.nextInt(2)};
            double pull = together * (x[0] == x[1] ? 0.5 : -0.5) + alone * (x[0] + x[1] - 1 + 0.3 * (x[2] - 2));
            int stage = 0;
            int age = 0;
            for (int period = deal / 20; stage >= 0 && stage < 2 && period < 110; period++) {
                double u = random.nextDouble();
                double advance = 0.2 * Math.exp(pull);
                double lose = 0.12 * Math.exp(-pull);
                Exit exit = u < advance ? Exit.ADVANCE : u < advance + lose ? Exit.LOSE : Exit.STAY;
                rows.add(deal, period, stage, age, exit, stage + 1, x);
                age = exit == Exit.STAY ? age + 1 : 0;
                stage = exit == Exit.LOSE ? -1 : exit == Exit.ADVANCE ? stage + 1 : stage;
            }
        }
        return rows;
    }

    @Test
    void whereColumnsMeanSomethingTogetherTreesAreChosenAndSeeIt() {
        assertThat(TOGETHER.tier()).isEqualTo(Tier.BOOSTED);
        double both = TOGETHER.everWon(0, 0, new double[] {1, 1, 2, 0});
        double one = TOGETHER.everWon(0, 0, new double[] {1, 0, 2, 0});
        assertThat(both).isGreaterThan(one + 0.15);
        assertThat(TOGETHER.everWon(0, 0, new double[] {0, 0, 2, 0})).isCloseTo(both, within(0.12));
    }

    @Test
    void whereEachColumnSpeaksForItselfTreesAreNotChosen() {
        assertThat(Training.train(world(0, 0.5), TABLE, 1).tier()).isEqualTo(Tier.LOGIT);
    }

    @Test
    void aModelWithTreesThatWasKeptTellsTheSame() {
        ForecastModel kept = ModelCodec.read(ModelCodec.write(TOGETHER));
        double[] x = {1, 0, 3, 1};
        assertThat(kept.chance(1, 2, x)).isEqualTo(TOGETHER.chance(1, 2, x));
        assertThat(kept.outlook(1, 2, x, 13).wonBy())
                .isEqualTo(TOGETHER.outlook(1, 2, x, 13).wonBy());
    }

    @Test
    void theReasonsOfAModelWithTreesAddUpToTheChance() {
        double[] x = {1, 0, 3, 1};
        ForecastModel.Explanation why = TOGETHER.explain(0, 1, x);
        double sum = why.typical()
                + why.reasons().stream()
                        .mapToDouble(ForecastModel.Reason::change)
                        .sum();
        assertThat(sum).isCloseTo(TOGETHER.everWon(0, 1, x), within(1e-9));
        assertThat(why.reasons().get(0).group()).isEqualTo("other");
    }

    @Test
    void theComparisonOfWaysToMakeAModelSeesWhatTreesBring() {
        PeriodRows rows = world(1.2, 0);
        ForecastModel.Basis with = TOGETHER.basis();
        var without = new ForecastModel.Basis(with.rows(), with.resolved(), with.won(), with.strength(), 0);
        assertThat(with.rounds()).isPositive();
        assertThat(Training.rollingLoss(rows, TABLE, with))
                .isLessThan(Training.rollingLoss(rows, TABLE, without) * 0.99);
    }

    @Test
    void withFewerClosedDealsThanTreesNeedTheyAreNotTried() {
        PeriodRows rows = world(1.2, 0);
        PeriodRows fewer = rows.where(i -> rows.deal(i) < 1_400);
        assertThat(Training.train(fewer, TABLE, 1).tier()).isNotEqualTo(Tier.BOOSTED);
    }
}
