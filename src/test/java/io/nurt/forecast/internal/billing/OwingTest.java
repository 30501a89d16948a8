package io.nurt.forecast.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.forecast.internal.simulation.BillingPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OwingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final BillingPlan DEPOSIT = BillingPlan.deposit(0.3, 30, 14);

    private static List<OpenClaim> owed(double invoiced, int wonDaysAgo, BillingPlan plan) {
        Owing.Won won = new Owing.Won(
                UUID.randomUUID(), null, List.of(), null, null, 1000, invoiced, TODAY.minusDays(wonDaysAgo));
        return Owing.of(won, plan, TODAY);
    }

    @Test
    void aDealWonTodayOwesItsDepositNowAndTheRestOnItsDay() {
        List<OpenClaim> owed = owed(0, 0, DEPOSIT);
        assertThat(owed).extracting(OpenClaim::amount).containsExactly(300.0, 700.0);
        assertThat(owed).extracting(OpenClaim::invoiceOn).containsExactly(TODAY, TODAY.plusDays(30));
        assertThat(owed.get(1).dueOn()).isEqualTo(TODAY.plusDays(44));
        assertThat(owed).noneMatch(OpenClaim::invoiced);
    }

    @Test
    void invoicesFillInstalmentsInTheirOrder() {
        assertThat(owed(300, 10, DEPOSIT)).extracting(OpenClaim::amount).containsExactly(700.0);
        assertThat(owed(500, 10, DEPOSIT)).extracting(OpenClaim::amount).containsExactly(500.0);
        assertThat(owed(999, 10, DEPOSIT)).isEmpty();
        assertThat(owed(1400, 10, DEPOSIT)).isEmpty();
    }

    @Test
    void anInstalmentWhoseDayHasPassedIsInvoicedTodayAndAnOldOneIsTakenAsInvoicedElsewhere() {
        assertThat(owed(0, 20, BillingPlan.atOnce(14)))
                .extracting(OpenClaim::invoiceOn)
                .containsExactly(TODAY);
        assertThat(owed(0, 400, BillingPlan.atOnce(14))).isEmpty();
        assertThat(owed(0, 80, DEPOSIT)).extracting(OpenClaim::amount).containsExactly(700.0);
    }

    @Property(tries = 200)
    void neverMoreIsOwedThanIsNotInvoiced(
            @ForAll @IntRange(max = 1500) int invoiced,
            @ForAll @IntRange(max = 500) int wonDaysAgo,
            @ForAll @IntRange(min = 1, max = 24) int months) {
        List<OpenClaim> owed = owed(invoiced, wonDaysAgo, BillingPlan.monthly(months, 30));
        assertThat(owed.stream().mapToDouble(OpenClaim::amount).sum())
                .isLessThanOrEqualTo(Math.max(0, 1000 - invoiced) + 1e-6);
        assertThat(owed).noneMatch(claim -> claim.invoiceOn().isBefore(TODAY));
    }
}
