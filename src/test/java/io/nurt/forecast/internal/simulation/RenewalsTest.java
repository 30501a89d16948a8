package io.nurt.forecast.internal.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewalsTest {
    private static final PaymentDelay PLAIN = new PaymentDelays(List.of()).of(null, null);

    private static Renewals.Won contract(String deal, String customer, int won, int ends) {
        return new Renewals.Won(deal, customer, 1200, won, ends);
    }

    @Test
    void withoutAnyContractThatHasEndedTheBeliefHolds() {
        Renewals renewals = new Renewals(List.of(contract("a", "mill", -300, 65)));
        assertThat(renewals.ending()).hasSize(1);
        assertThat(renewals.ending().get(0).chance()).isCloseTo(Renewals.BELIEVED, within(1e-9));
    }

    @Test
    void whoCameBackEveryYearIsLikelierToComeBackThanWhoDidNot() {
        List<Renewals.Won> all = new ArrayList<>();
        for (int year = 4; year >= 1; year--) {
            all.add(contract("true" + year, "true", -365 * year + 20, -365 * (year - 1) + 20));
        }
        all.add(contract("once", "once", -800, -435));
        Renewals renewals = new Renewals(all);
        assertThat(renewals.rate("true")).isGreaterThan(renewals.rate("new"));
        assertThat(renewals.rate("once")).isLessThan(renewals.rate("new"));
        assertThat(renewals.renewed()).containsExactlyInAnyOrder("true3", "true2", "true1");
        assertThat(renewals.ending()).extracting(e -> e.contract().deal()).containsExactly("true1");
    }

    @Test
    void anEndedContractLosesItsChanceWithTheDaysUntilItIsGivenUp() {
        double before = 1;
        for (int gone : new int[] {0, 30, 60, 89}) {
            double chance = new Renewals(List.of(contract("a", "mill", -365 - gone, -gone)))
                    .ending()
                    .get(0)
                    .chance();
            assertThat(chance).isLessThan(before).isGreaterThan(0);
            before = chance;
        }
        assertThat(new Renewals(List.of(contract("a", "mill", -500, -90))).ending())
                .isEmpty();
    }

    @Test
    void aDealThatIsNoContractIsNeverRenewed() {
        assertThat(new Renewals(List.of(contract("a", "mill", -10, -10))).ending())
                .isEmpty();
    }

    @Test
    void aRenewedContractIsBookedAfterItsEndAndEndsAgain() {
        BillingPlan quarterly = BillingPlan.monthly(3, 14);
        var renewal = new Futures.Renewal(7, 3000, 100, 0.5, AmountRatio.none(1), quarterly, PLAIN, new int[] {0});
        var futures = new Futures(
                new Calendar(LocalDate.of(2026, 1, 1), 12),
                1,
                List.of(),
                List.of(),
                null,
                AmountRatio.none(1),
                0,
                0,
                1,
                List.of(new Futures.Earned(500, 40, new int[] {0})),
                List.of(renewal));
        Replicates run = Simulation.run(futures, 8_000, 1);
        assertThat(mean(run.component(Component.RENEWALS, Measure.BOOKED, 0, 2)))
                .isZero();
        // Half are renewed in April, half of those in July or August, half of those in October or November.
        assertThat(mean(run.component(Component.RENEWALS, Measure.BOOKED, 3, 4)))
                .isCloseTo(1500, within(50.0));
        assertThat(mean(run.total(Measure.BOOKED, 0, 11))).isCloseTo(1500 + 750 + 375, within(90.0));
        assertThat(run.slot(0, Measure.CASH, 0, 11)).isEqualTo(run.total(Measure.CASH, 0, 11));
        assertThat(mean(run.component(Component.CLAIMS, Measure.RECOGNISED, 1, 1)))
                .isEqualTo(500);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
