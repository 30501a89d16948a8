package io.nurt.forecast.internal.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaymentTest {
    private static final PaymentDelay PLAIN = new PaymentDelays(List.of()).of(null, null);

    @Property
    void anInvoiceThatIsLateAlreadyIsNeverPaidOnADayThatIsPast(
            @ForAll @IntRange(min = -60, max = 800) int late,
            @ForAll @DoubleRange(max = 1, maxIncluded = false) double u) {
        assertThat(PLAIN.drawLaterThan(late, u)).isGreaterThan(late);
    }

    @Property
    void theLaterAnInvoiceTheLessItsChanceOfEverBeingPaid(@ForAll @IntRange(min = -30, max = 360) int late) {
        assertThat(unpaid(late + 5)).isGreaterThanOrEqualTo(unpaid(late) - 1e-9);
    }

    private static double unpaid(int late) {
        double never = 0;
        for (int i = 0; i < 500; i++) {
            never += PLAIN.drawLaterThan(late, (i + 0.5) / 500) == PaymentDelay.NEVER ? 1.0 / 500 : 0;
        }
        return never;
    }

    @Test
    void ofAnInvoiceThatIsLateCashComesOnlyAfterTodayWhateverTheFuture() {
        var claim = new Futures.Claim(1, 1000, -60, -45, PLAIN, new int[0]);
        var futures = new Futures(
                new Calendar(LocalDate.of(2026, 3, 10), 12),
                1,
                List.of(),
                List.of(claim),
                null,
                AmountRatio.none(1),
                0,
                0,
                0);
        double[] cash = Simulation.run(futures, 4_000, 1).total(Measure.CASH, 0, 11);
        double mean = java.util.Arrays.stream(cash).average().orElseThrow();
        double fresh = 0;
        double late = 0;
        for (int i = 0; i < 1000; i++) {
            fresh += PLAIN.draw((i + 0.5) / 1000) == PaymentDelay.NEVER ? 0 : 1;
            late += PLAIN.drawLaterThan(45, (i + 0.5) / 1000) == PaymentDelay.NEVER ? 0 : 1;
        }
        assertThat(mean).isCloseTo(late, within(30.0)).isLessThan(fresh - 15);
    }

    @Test
    void aCustomerWithManyInvoicesPaysAsItDidAndANewOneAsItsSegment() {
        List<PaymentDelays.Known> known = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            known.add(new PaymentDelays.Known("slow", "builders", 40 + i % 15, true));
            known.add(new PaymentDelays.Known("quick", "shops", 0, true));
        }
        PaymentDelays delays = new PaymentDelays(known);
        assertThat(delays.of("slow", "builders").draw(0.5)).isBetween(31, 60);
        assertThat(delays.of("quick", "shops").draw(0.5)).isBetween(-7, 7);
        assertThat(delays.of("new", "builders").draw(0.5)).isBetween(8, 60);
    }

    @Property
    void sharesOfAPlanSumToOne(
            @ForAll @IntRange(min = 1, max = 60) int months, @ForAll @DoubleRange(min = 0.01, max = 1) double deposit) {
        for (BillingPlan plan :
                List.of(BillingPlan.monthly(months, 14), BillingPlan.deposit(deposit, 60, 30), BillingPlan.atOnce(0))) {
            double sum = plan.instalments().stream()
                    .mapToDouble(BillingPlan.Instalment::share)
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void aPlanThatDoesNotSumToOneIsRefused() {
        assertThatThrownBy(() -> new BillingPlan(List.of(new BillingPlan.Instalment(0.4, 0)), 14))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void monthsOfTheCalendarEndWithTheirLastDay() {
        Calendar calendar = new Calendar(LocalDate.of(2026, 1, 31), 3);
        assertThat(calendar.monthOf(0)).isZero();
        assertThat(calendar.monthOf(1)).isEqualTo(1);
        assertThat(calendar.monthOf(29)).isEqualTo(2);
        assertThat(calendar.days()).isEqualTo(60);
    }
}
