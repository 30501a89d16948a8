package io.nurt.forecast.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the data say: trees move the chance the declared way only. */
class TreeDirectionTest {
    private static final int STAGES = 2;
    private static final StageTable TABLE = StageTable.of(new double[] {0.3, 0.6}, 13);
    private static final List<Column> COLUMNS = List.of(
            Column.number("up").rising(),
            Column.number("down").falling(),
            Column.number("any"),
            Column.flag("flag").rising());

    /** Each column pulls some way, alone and together with another, as the seed has it: often against its direction. */
    private static PeriodRows rows(SplittableRandom random) {
        double[] alone = new double[COLUMNS.size()];
        double[] together = new double[COLUMNS.size()];
        for (int j = 0; j < alone.length; j++) {
            alone[j] = 3 * random.nextDouble() - 1.5;
            together[j] = 4 * random.nextDouble() - 2;
        }
        PeriodRows rows = new PeriodRows(COLUMNS);
        for (int i = 0; i < 3_000; i++) {
            double[] x = x(random);
            double pull = 0;
            for (int j = 0; j < x.length; j++) {
                pull += alone[j] * (x[j] - 0.5) + together[j] * (x[j] - 0.5) * (x[(j + 1) % x.length] - 0.5);
            }
            int stage = random.nextInt(STAGES);
            double u = random.nextDouble();
            double advance = Math.min(0.4, 0.2 * Math.exp(pull));
            double lose = Math.min(0.4, 0.15 * Math.exp(-pull));
            double back = stage == 0 ? 0 : Math.min(0.15, 0.05 * Math.exp(-pull));
            Exit exit = u < advance
                    ? Exit.ADVANCE
                    : u < advance + lose ? Exit.LOSE : u < advance + lose + back ? Exit.RETURN : Exit.STAY;
            rows.add(i, i / 60, stage, i % 5, exit, exit == Exit.RETURN ? 0 : stage + 1, x);
        }
        return rows;
    }

    private static double[] x(SplittableRandom random) {
        return new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextInt(2)};
    }

    @Property(tries = 25)
    void aColumnWithADirectionMovesTheExitsThatWayOnly(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PeriodRows rows = rows(random);
        HazardModel plain = HazardModel.of(StageAgeHazards.fit(rows, TABLE), Movement.of(rows, STAGES), rows.columns());
        BoostedTrees trees = new TreeBoosting(rows, plain).until(25);
        for (int i = 0; i < 300; i++) {
            double[] less = x(random);
            int stage = random.nextInt(STAGES);
            for (int j = 0; j < COLUMNS.size(); j++) {
                Column.Direction direction = COLUMNS.get(j).direction();
                if (direction != Column.Direction.ANY) {
                    double[] more = less.clone();
                    more[j] += (1 - more[j]) * random.nextDouble();
                    int way = direction == Column.Direction.UP ? 1 : -1;
                    double[] before = lift(trees, less, stage);
                    double[] after = lift(trees, more, stage);
                    assertThat(way * (after[0] - before[0])).isGreaterThanOrEqualTo(-1e-12);
                    assertThat(way * (before[1] - after[1])).isGreaterThanOrEqualTo(-1e-12);
                    assertThat(after[2]).isEqualTo(before[2]);
                }
            }
        }
    }

    private static double[] lift(BoostedTrees trees, double[] x, int stage) {
        double[] lift = new double[Exit.COMPETING];
        trees.add(x, stage, lift);
        return lift;
    }
}
