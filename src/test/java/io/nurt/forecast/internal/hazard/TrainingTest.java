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
    void aWorkspaceWithoutAClosedDealGetsTheTableAndSaysSo() {
        ForecastModel model = Training.train(new PeriodRows(ReferenceWorld.COLUMNS), TABLE, 1);
        assertThat(model.tier()).isEqualTo(Tier.PRIOR);
        double[] x = new double[ReferenceWorld.COLUMNS.size()];
        for (int s = 0; s < WIN.length; s++) {
            HazardModel best = model.best;
            assertThat(new Recursion(best, x).everWon(s, 0)).isBetween(WIN[s] - 0.12, WIN[s] + 0.12);
            ForecastModel.Chance chance = model.chance(s, 0, x);
            assertThat(chance.high() - chance.low())
                    .as("a wide range, stage " + s)
                    .isGreaterThan(0.05);
        }
    }

    @Test
    void withoutAnyDealTheTablesDifferencesBetweenStagesAreMostlyBelieved() {
        TableBelief belief = TableBelief.of(TABLE, new double[WIN.length][2]);
        double told = Logit.of(TABLE.advanceShare(4)) - Logit.of(TABLE.advanceShare(0));
        double kept = Logit.of(belief.mean(4)) - Logit.of(belief.mean(0));
        assertThat(kept / told).isBetween(0.5, 0.9);
        for (int s = 1; s < WIN.length; s++) {
            assertThat(belief.mean(s)).isGreaterThan(belief.mean(s - 1));
        }
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
                .isEqualTo(MODEL.everWon(deal.stage(), deal.age(), deal.x()));
    }

    /** The same model in the format before: without directions, rounds and trees. */
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
