package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.simulation.Measure;
import java.time.YearMonth;
import java.util.Map;

/** What is there already at a snapshot's moment, by month. */
interface Actuals {
    Map<YearMonth, Double> of(Measure measure, YearMonth from);

    /** What was booked by an owner's, a team's or a product's deals. */
    Map<YearMonth, Double> booked(Groups.Group group, YearMonth from);

    /** As it is now. */
    record Now(Workbench.Laid laid, OutlookStore store) implements Actuals {
        @Override
        public Map<YearMonth, Double> of(Measure measure, YearMonth from) {
            return measure == Measure.BOOKED
                    ? store.booked(from, laid.place().zone(), null, null)
                    : laid.cash().actual(measure);
        }

        @Override
        public Map<YearMonth, Double> booked(Groups.Group group, YearMonth from) {
            return store.booked(from, laid.place().zone(), group.kind(), group.id());
        }
    }
}
