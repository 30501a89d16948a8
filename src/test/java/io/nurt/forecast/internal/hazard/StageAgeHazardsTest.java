package io.nurt.forecast.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StageAgeHazardsTest {
    private static final StageTable TABLE = StageTable.of(new double[] {0.3, 0.6}, 20);

    /** Deals of one stage that are lost with one hazard, and with another one in their 31st period. */
    private static PeriodRows lapsing(int deals, double hazard, double lapse) {
        SplittableRandom random = new SplittableRandom(7);
        PeriodRows rows = new PeriodRows(List.of());
        for (int deal = 0; deal < deals; deal++) {
            boolean open = true;
            for (int age = 0; open && age < 60; age++) {
                open = random.nextDouble() >= (age == 30 ? lapse : hazard);
                rows.add(deal, age, 0, age, open ? Exit.STAY : Exit.LOSE, 0, new double[0]);
            }
        }
        return rows;
    }

    @Test
    void anOfferThatLapsesAfterThirtyPeriodsIsSeenToLapseThenAndNotBefore() {
        StageAgeHazards hazards = StageAgeHazards.fit(lapsing(400, 0.01, 0.95), TABLE);
        int lose = Exit.LOSE.ordinal() - 1;
        assertThat(hazards.at(0, 30, lose)).isGreaterThan(0.85);
        assertThat(hazards.at(0, 29, lose)).isLessThan(0.05);
        assertThat(hazards.at(0, 27, lose)).isLessThan(0.05);
    }

    @Test
    void whereNothingHappensAtASingleAgeChanceMakesNoStep() {
        StageAgeHazards hazards = StageAgeHazards.fit(lapsing(400, 0.04, 0.04), TABLE);
        int lose = Exit.LOSE.ordinal() - 1;
        for (int age = 26; age < 60; age++) {
            assertThat(hazards.at(0, age, lose)).as("age " + age).isCloseTo(0.04, within(0.02));
        }
    }

    @Test
    void aTableThatIsTooSteepIsBelievedLessTheMoreDealsSaySo() {
        StageTable steep = StageTable.of(new double[] {0.04, 0.2, 0.95}, 20);
        double[] flat = new double[3];
        for (int deals : new int[] {0, 20, 200}) {
            double[][] exits = {{deals * 0.6, deals * 0.4}, {deals * 0.6, deals * 0.4}, {deals * 0.6, deals * 0.4}};
            TableBelief belief = TableBelief.of(steep, exits);
            flat[deals == 0 ? 0 : deals == 20 ? 1 : 2] = belief.mean(2) - belief.mean(0);
        }
        assertThat(flat[0]).isGreaterThan(0.2);
        assertThat(flat[1]).isLessThan(flat[0] - 0.05);
        assertThat(flat[2]).isBetween(-0.01, flat[1]);
    }
}
