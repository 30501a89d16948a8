package io.nurt.forecast.internal.simulation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the futures are drawn from.
 *
 * @param calendar months ahead
 * @param draws models that the data allow; each future uses one of them
 * @param deals open today
 * @param claims invoices open, or to be made by plans of deals already won
 * @param newDeals what is not in the pipeline yet; null when nothing is known of arrivals
 * @param ratio what deals are won for against what they stand at
 * @param shock deviation of what all deals have in common, on the log-odds of winning; {@code teamShock} of what a team has
 * @param earned revenue of deals already won whose service is still to be given
 * @param renewals contracts that may be renewed
 * @param slots number of groups that totals are kept of (owners, teams, products), see {@link Deal#slots()}
 */
public record Futures(
        Calendar calendar,
        int draws,
        List<Deal> deals,
        List<Claim> claims,
        @Nullable NewDeals newDeals,
        AmountRatio ratio,
        double shock,
        double teamShock,
        int slots,
        List<Earned> earned,
        List<Renewal> renewals) {

    public Futures(
            Calendar calendar,
            int draws,
            List<Deal> deals,
            List<Claim> claims,
            @Nullable NewDeals newDeals,
            AmountRatio ratio,
            double shock,
            double teamShock,
            int slots) {
        this(calendar, draws, deals, claims, newDeals, ratio, shock, teamShock, slots, List.of(), List.of());
    }

    /** The same with totals of more groups. */
    public Futures withSlots(int more) {
        return new Futures(calendar, draws, deals, claims, newDeals, ratio, shock, teamShock, more, earned, renewals);
    }

    /** The same under another shock of the company as a whole; what its teams have of it changes in proportion. */
    public Futures withShock(double whole) {
        TeamShock changed = new TeamShock(shock, teamShock).withWhole(whole);
        return new Futures(
                calendar,
                draws,
                deals,
                claims,
                newDeals,
                ratio,
                changed.common(),
                changed.team(),
                slots,
                earned,
                renewals);
    }

    /** The same with months cut before each of these days, see {@link Calendar#cutAt}. */
    public Futures cutAt(Collection<LocalDate> days) {
        Calendar cut = calendar.cutAt(days);
        NewDeals arriving = newDeals;
        if (arriving != null) {
            double[] factors = new double[cut.months()];
            for (int piece = 0; piece < factors.length; piece++) {
                factors[piece] = arriving.factors()[calendar.monthOf(cut.firstDay(piece))];
            }
            arriving = arriving.withFactors(factors);
        }
        return new Futures(cut, draws, deals, claims, arriving, ratio, shock, teamShock, slots, earned, renewals);
    }

    /**
     * An open deal.
     *
     * @param key tells its random numbers from those of others; the same in every scenario
     * @param team number of its team, 0 first
     * @param chance of winning ever, by draw
     * @param wonBy chance of having been won by the end of each week, by draw
     * @param delayedDays how much later than foreseen it is taken to come: a scenario's slip
     */
    public record Deal(
            long key,
            int stage,
            int team,
            double amount,
            double[] chance,
            float[][] wonBy,
            int delayedDays,
            BillingPlan plan,
            PaymentDelay delay,
            int[] slots) {}

    /**
     * An amount that is owed or will be.
     *
     * @param invoiceDay counted from the forecast's day; negative: invoiced already
     * @param dueDay counted likewise; negative: late already, and then it is known to be unpaid for so many days
     */
    public record Claim(long key, double amount, int invoiceDay, int dueDay, PaymentDelay delay, int[] slots) {}

    /** @param day from today on, counted from the forecast's day */
    public record Earned(double amount, int day, int[] slots) {}

    /**
     * A contract by the month whose end comes.
     *
     * @param amount of the contract
     * @param day of its end counted from the forecast's day, 0 when that has passed
     * @param chance of being renewed
     * @param ratio of the renewed contract's amount to this one's; of one stage
     */
    public record Renewal(
            long key,
            double amount,
            int day,
            double chance,
            AmountRatio ratio,
            BillingPlan plan,
            PaymentDelay delay,
            int[] slots) {}

    /**
     * Deals that will be entered.
     *
     * @param key tells their random numbers from those of other pipelines
     * @param factors by month: planned changes of arrivals, visible as assumptions; 1 for none
     * @param chance of winning ever from entry, by draw
     * @param wonBy chance of having been won by the end of each week after entry, by draw
     * @param amounts of deals entered lately, to be drawn from; zero where a deal had none
     * @param owners whom a new deal may fall to, each as likely as it occurs here
     */
    public record NewDeals(
            long key,
            Arrivals arrivals,
            double[] factors,
            double[] chance,
            float[][] wonBy,
            double[] amounts,
            BillingPlan plan,
            PaymentDelay delay,
            List<Owner> owners) {

        NewDeals withFactors(double[] other) {
            return new NewDeals(key, arrivals, other, chance, wonBy, amounts, plan, delay, owners);
        }
    }

    /**
     * Whom a new deal falls to.
     *
     * @param team its number, as of {@link Deal#team()}
     */
    public record Owner(int team, int[] slots) {}
}
