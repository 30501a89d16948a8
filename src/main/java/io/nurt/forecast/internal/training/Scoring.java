package io.nurt.forecast.internal.training;

import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.Outlook;
import io.nurt.forecast.internal.history.Periods;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a model about a deal. */
final class Scoring {
    private static final int YEARS = 2;
    private static final int REASONS = 6;
    private static final double WORTH_SAYING = 0.005;
    private static final String OWNER = "owner";

    private Scoring() {}

    static DealChance chance(StoredModel stored, Periods.Open deal, LocalDate today) {
        ForecastModel model = stored.model();
        int days = stored.periodDays();
        int horizon = YEARS * 366 / days;
        ForecastModel.Chance chance = model.chance(deal.stage(), deal.age(), deal.x());
        Outlook outlook = model.outlook(deal.stage(), deal.age(), deal.x(), horizon, chance.best());
        ForecastModel.Explanation why = model.explain(deal.stage(), deal.age(), deal.x(), chance.best());
        LocalDate awake = today.plusDays(deal.asleepDays());
        return new DealChance(
                deal.dealId(),
                chance.low(),
                chance.best(),
                chance.high(),
                within(outlook, awake, quarterEnd(today, 0), days),
                within(outlook, awake, quarterEnd(today, 1), days),
                date(outlook, awake, 0.5, days),
                date(outlook, awake, 0.8, days),
                why.typical(),
                reasons(why));
    }

    /** Whose deal it is is in the chance, not among the reasons: nobody is told that it is them. */
    private static List<DealChance.Reason> reasons(ForecastModel.Explanation why) {
        return why.reasons().stream()
                .filter(reason -> !reason.group().equals(OWNER) && Math.abs(reason.change()) >= WORTH_SAYING)
                .limit(REASONS)
                .map(reason -> new DealChance.Reason(reason.group(), reason.change()))
                .toList();
    }

    static LocalDate quarterEnd(LocalDate day, int later) {
        int first = (day.getMonthValue() - 1) / 3 * 3 + 1;
        return LocalDate.of(day.getYear(), first, 1)
                .plusMonths(3L * (later + 1))
                .minusDays(1);
    }

    /** Between the ends of two periods, linearly. */
    private static double within(Outlook outlook, LocalDate from, LocalDate to, int days) {
        double periods = (ChronoUnit.DAYS.between(from, to) + 1) / (double) days;
        if (periods <= 0) {
            return 0;
        }
        int whole = (int) periods;
        double before = outlook.wonWithin(whole);
        return before + (periods - whole) * (outlook.wonWithin(whole + 1) - before);
    }

    private static @Nullable LocalDate date(Outlook outlook, LocalDate from, double share, int days) {
        int periods = outlook.periodsUntil(share);
        return periods < 0 ? null : from.plusDays((long) periods * days);
    }
}
