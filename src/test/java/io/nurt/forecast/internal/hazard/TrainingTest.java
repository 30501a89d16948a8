package io.nurt.forecast.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nurt.forecast.world.ReferenceWorld;
import io.nurt.forecast.world.World;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final double[] WIN = {0.1, 0.3, 0.5, 0.7, 0.9};
    private static final StageTable TABLE = StageTable.of(WIN, 26);
    private static final World WORLD = ReferenceWorld.draw(78, 6, 3);
    private static final ForecastModel MODEL = Training.train(WORLD.seen(), TABLE, 1);

    @Test
    void aWorkspaceWithoutAClosedDealGetsTheTableWithAWideRangeAndSaysSo() {
        double[] typed = {0.1, 0.3, 0.6, 0.8};
        ForecastModel model = Training.train(new PeriodRows(ReferenceWorld.COLUMNS), StageTable.of(typed, 13), 1);
        assertThat(model.tier()).isEqualTo(Tier.PRIOR);
        double[] x = new double[ReferenceWorld.COLUMNS.size()];
        for (int s = 0; s < typed.length; s++) {
            for (int age : new int[] {0, 5, 30}) {
                ForecastModel.Chance chance = model.chance(s, age, x);
                assertThat(chance.best()).isCloseTo(typed[s], within(0.02));
                assertThat(model.everWon(s, age, x)).isEqualTo(chance.best());
                assertThat(model.outlook(s, age, x, 13).everWon()).isEqualTo(chance.best());
                assertThat(chance.low()).as("low, stage " + s).isLessThan(typed[s] - 0.08);
                assertThat(chance.high()).as("high, stage " + s).isGreaterThan(typed[s] + 0.08);
                assertThat(model.outlooks(s, age, x, 13).stream()
                                .mapToDouble(Outlook::everWon)
                                .average()
                                .orElse(0))
                        .isCloseTo(typed[s], within(0.02));
            }
        }
    }

    @Test
    void theTableGivesWayToTheDataStepByStepAsDealsClose() {
        PeriodRows seen = WORLD.seen();
        double[] x = new double[ReferenceWorld.COLUMNS.size()];
        double before = 0.9;
        for (int deals : new int[] {0, 2, 4, 6, 9, 12, 18, 25, 35, 50}) {
            PeriodRows rows = seen.where(i -> seen.deal(i) < deals);
            double now = Training.train(rows, TABLE, 1).everWon(4, 0, x);
            assertThat(now).as(deals + " deals").isCloseTo(before, within(0.12));
            before = now;
        }
        assertThat(before).as("what came, not what was typed").isLessThan(0.8);
    }

    @Test
    void aLeverMovesAChanceThatIsTheTablesAsMuchAsAnyOther() {
        ForecastModel model = Training.train(new PeriodRows(ReferenceWorld.COLUMNS), TABLE, 1);
        ForecastModel lifted = model.times(1, Exit.ADVANCE, 1.5);
        double[] x = new double[ReferenceWorld.COLUMNS.size()];
        double moved = Logit.of(lifted.everWon(1, 0, x)) - Logit.of(model.everWon(1, 0, x));
        double told = Logit.of(new Recursion(lifted.best, x).everWon(1, 0))
                - Logit.of(new Recursion(model.best, x).everWon(1, 0));
        assertThat(moved).isCloseTo(told, within(1e-9)).isGreaterThan(0.1);
        assertThat(lifted.chance(1, 0, x).low())
                .isGreaterThan(model.chance(1, 0, x).low());
        assertThat(lifted.everWon(3, 0, x)).isCloseTo(model.everWon(3, 0, x), within(0.01));
    }

    @Test
    void enoughDealsCarryTheColumnsAndTheSameSeedGivesTheSameModel() {
        assertThat(MODEL.tier()).isEqualTo(Tier.LOGIT);
        assertThat(ModelCodec.write(Training.train(WORLD.seen(), TABLE, 1))).isEqualTo(ModelCodec.write(MODEL));
    }

    @Test
    void aModelThatWasKeptTellsTheSame() {
        ForecastModel kept = ModelCodec.read(ModelCodec.write(MODEL));
        for (World.Open deal : WORLD.open()) {
            assertThat(kept.chance(deal.stage(), deal.age(), deal.x()))
                    .isEqualTo(MODEL.chance(deal.stage(), deal.age(), deal.x()));
            assertThat(kept.outlook(deal.stage(), deal.age(), deal.x(), 13).wonBy())
                    .isEqualTo(MODEL.outlook(deal.stage(), deal.age(), deal.x(), 13)
                            .wonBy());
        }
    }

    @Test
    void aModelOfAnotherVersionOfTheProgramIsKnownAsSuch() throws java.io.IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new java.io.DataOutputStream(new java.util.zip.GZIPOutputStream(bytes))) {
            out.writeInt(2);
        }
        assertThatThrownBy(() -> ModelCodec.read(bytes.toByteArray())).isInstanceOf(ModelCodec.OtherFormat.class);
    }

    @Test
    void aModelKeptBeforeThereWereTreesIsStillRead() throws java.io.IOException {
        ForecastModel kept = ModelCodec.read(withoutTrees(ModelCodec.write(MODEL)));
        World.Open deal = WORLD.open().get(0);
        assertThat(kept.tier()).isEqualTo(Tier.LOGIT);
        assertThat(kept.basis()).isEqualTo(MODEL.basis());
        assertThat(kept.everWon(deal.stage(), deal.age(), deal.x()))
                .isCloseTo(MODEL.everWon(deal.stage(), deal.age(), deal.x()), within(0.03));
    }

    /** The same model in the first format: without directions, rounds, trees and caution. */
    private static byte[] withoutTrees(byte[] now) throws java.io.IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var in = new java.io.DataInputStream(
                        new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(now)));
                var out = new java.io.DataOutputStream(new java.util.zip.GZIPOutputStream(bytes))) {
            in.readInt();
            out.writeInt(3);
            out.writeInt(in.readInt());
            int columns = in.readInt();
            out.writeInt(columns);
            for (int j = 0; j < columns; j++) {
                out.writeUTF(in.readUTF());
                out.writeUTF(in.readUTF());
                out.writeInt(in.readInt());
                out.writeBoolean(in.readBoolean());
                in.readInt();
            }
            out.write(in.readNBytes(2 * Double.BYTES));
            tables(1, in, out);
            out.write(in.readNBytes(3 * Integer.BYTES + Double.BYTES));
            in.readInt();
            in.readDouble();
            tables(2, in, new java.io.DataOutputStream(java.io.OutputStream.nullOutputStream()));
            tables(4, in, out);
            int typical = in.readInt();
            out.writeInt(typical);
            tables(typical, in, out);
            in.readInt();
            in.transferTo(out);
        }
        return bytes.toByteArray();
    }

    private static void tables(int number, java.io.DataInputStream in, java.io.DataOutputStream out)
            throws java.io.IOException {
        for (int t = 0; t < number; t++) {
            int rows = in.readInt();
            out.writeInt(rows);
            for (int row = 0; row < rows; row++) {
                int width = in.readInt();
                out.writeInt(width);
                out.write(in.readNBytes(width * Double.BYTES));
            }
        }
    }

    @Test
    void reasonsAddUpToTheChance() {
        for (World.Open deal : WORLD.open().subList(0, 20)) {
            ForecastModel.Explanation why = MODEL.explain(deal.stage(), deal.age(), deal.x());
            double sum = why.typical()
                    + why.reasons().stream()
                            .mapToDouble(ForecastModel.Reason::change)
                            .sum();
            assertThat(sum).isCloseTo(MODEL.everWon(deal.stage(), deal.age(), deal.x()), within(1e-9));
        }
    }

    @Test
    void aLeverOnAStageChangesNoDealThatIsPastIt() {
        ForecastModel lifted = MODEL.times(1, Exit.ADVANCE, 1.1);
        double[] x = WORLD.open().get(0).x();
        assertThat(lifted.everWon(2, 1, x)).isCloseTo(MODEL.everWon(2, 1, x), within(0.005));
        assertThat(lifted.everWon(1, 1, x)).isGreaterThan(MODEL.everWon(1, 1, x));
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void recalibrationUndoesAKnownDistortion() {
        SplittableRandom random = new SplittableRandom(4);
        int n = 40_000;
        int[] stage = new int[n];
        double[] told = new double[n];
        double[] came = new double[n];
        for (int i = 0; i < n; i++) {
            stage[i] = i % 2;
            double truth = 0.05 + 0.9 * random.nextDouble();
            told[i] = Logit.inverse((Logit.of(truth) - 0.4 - (stage[i] == 1 ? 0.5 : 0)) / 0.7);
            came[i] = random.nextDouble() < truth ? 1 : 0;
        }
        Recalibration found = Recalibration.fit(stage, told, came, ones(n), 2);
        assertThat(found.slope()).isCloseTo(0.7, within(0.03));
        assertThat(found.apply(0, told[0])).isCloseTo(Logit.inverse(0.4 + 0.7 * Logit.of(told[0])), within(0.02));
        assertThat(found.apply(1, told[1])).isCloseTo(Logit.inverse(0.9 + 0.7 * Logit.of(told[1])), within(0.02));
    }

    @Test
    void aFewForecastsAreNotEnoughToRecalibrate() {
        Recalibration found =
                Recalibration.fit(new int[3], new double[] {0.5, 0.5, 0.5}, new double[] {1, 1, 1}, ones(3), 1);
        assertThat(found.apply(0, 0.5)).isBetween(0.5, 0.6);
    }
}
