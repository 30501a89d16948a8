package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.simulation.Replicates;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes a snapshot of futures drawn and of what is there already. */
@Component
class Telling {
    private static final int PAST_MONTHS = 12;
    private static final List<Measure> OF_GROUPS = List.of(Measure.BOOKED, Measure.CASH);

    private final OutlookStore store;

    Telling(OutlookStore store) {
        this.store = store;
    }

    Snapshot snapshot(
            Workbench.Laid laid, Groups groups, Replicates futures, Actuals actuals, List<Snapshot.Effect> levers) {
        YearMonth present = laid.calendar().month(0);
        YearMonth from = present.minusMonths(PAST_MONTHS);
        Rows rows = new Rows(futures, laid.calendar(), laid.corrections());
        List<Snapshot.OfMeasure> measures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (measure == Measure.CASH_FLOW && !laid.cash().outflows().entered()) {
                continue;
            }
            Map<YearMonth, Double> actual = actuals.of(measure, from);
            List<Snapshot.Actual> past = new ArrayList<>();
            for (YearMonth month = from; month.isBefore(present); month = month.plusMonths(1)) {
                past.add(new Snapshot.Actual(month.toString(), Rows.money(actual.getOrDefault(month, 0.0))));
            }
            Map<YearMonth, Double> received = measure == Measure.CASH_FLOW ? actuals.of(Measure.CASH, from) : actual;
            measures.add(rows.measure(measure, actual, received, past));
        }
        int unknown = (int) laid.parts().stream()
                .flatMap(p -> p.facts().values().stream())
                .filter(f -> Double.isNaN(f.amount()))
                .count();
        return new Snapshot(
                futures.futures(),
                laid.corrections().shock().size(),
                laid.tier(),
                laid.resolved(),
                laid.open(),
                unknown,
                measures,
                ofGroups(laid, groups, rows, actuals),
                levers);
    }

    private List<Snapshot.OfGroup> ofGroups(Workbench.Laid laid, Groups groups, Rows rows, Actuals actuals) {
        Map<UUID, String> names = new HashMap<>();
        for (String kind : List.of("owner", "team", "product")) {
            names.putAll(store.names(
                    kind,
                    groups.all().stream()
                            .filter(g -> g.kind().equals(kind))
                            .map(Groups.Group::id)
                            .toList()));
        }
        YearMonth present = laid.calendar().month(0);
        List<Snapshot.OfGroup> of = new ArrayList<>();
        for (int slot = 0; slot < groups.all().size(); slot++) {
            Groups.Group group = groups.all().get(slot);
            Map<String, Double> booked = new HashMap<>();
            actuals.booked(group, present.minusMonths(2))
                    .forEach((month, amount) -> booked.merge(Rows.quarter(month), amount, Double::sum));
            for (Measure measure : OF_GROUPS) {
                of.add(new Snapshot.OfGroup(
                        group.kind(),
                        group.id(),
                        names.get(group.id()),
                        Rows.code(measure),
                        rows.group(slot, measure, measure == Measure.BOOKED ? booked : Map.of())));
            }
        }
        return of;
    }
}
