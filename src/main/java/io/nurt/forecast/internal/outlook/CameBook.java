package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.history.DataEnd;
import io.nurt.forecast.internal.simulation.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What months and quarters brought of which an older outlook told. */
@Component
class CameBook {
    private final OutlookStore store;
    private final CashBook cash;

    CameBook(OutlookStore store, CashBook cash) {
        this.store = store;
        this.cash = cash;
    }

    /** @param day of the outlook: what came in the days before it in its quarter counts too */
    Came since(LocalDate day, Measure measure, ZoneId zone, DataEnd.Known known) {
        YearMonth start = YearMonth.from(day);
        YearMonth last = YearMonth.from(known.day());
        if (start.isAfter(last)) {
            return new Came(Map.of(), known.day(), null);
        }
        if (measure != Measure.BOOKED) {
            Map<YearMonth, Double> came = cash.came(measure, start.minusMonths(2), Instant.now());
            // Where nobody keeps invoices, nothing is known of what came; it was not nothing.
            return new Came(
                    came.values().stream().allMatch(amount -> amount == 0) ? Map.of() : came, known.day(), null);
        }
        return new Came(
                store.booked(start.minusMonths(2), zone, null, null),
                known.day(),
                known.day().isBefore(day) ? null : store.bookedBetween(last.atDay(1), known.day(), zone));
    }

    static OutlookViews.Row row(Snapshot.Row row) {
        return row(row, null, null);
    }

    private static OutlookViews.Row row(Snapshot.Row row, @Nullable String came, @Nullable String soFar) {
        return new OutlookViews.Row(
                row.label(),
                row.actual(),
                row.p10(),
                row.p50(),
                row.p90(),
                row.mean(),
                row.open(),
                row.fresh(),
                row.claims(),
                row.renewals(),
                row.outflows(),
                came,
                soFar);
    }

    /**
     * @param byMonth empty where nothing is known
     * @param until last day of which all is known
     * @param begun what that day's month brought by then; null where it is not told
     */
    record Came(
            Map<YearMonth, Double> byMonth,
            LocalDate until,
            @Nullable Double begun) {
        List<OutlookViews.Row> rows(List<Snapshot.Row> rows) {
            return rows.stream().map(this::told).toList();
        }

        private OutlookViews.Row told(Snapshot.Row row) {
            boolean quarter = row.label().contains("Q");
            YearMonth last = quarter
                    ? YearMonth.of(
                            Integer.parseInt(row.label().substring(0, 4)),
                            3 * Integer.parseInt(row.label().substring(6)))
                    : YearMonth.parse(row.label());
            YearMonth first = quarter ? last.minusMonths(2) : last;
            if (byMonth.isEmpty() || first.atDay(1).isAfter(until)) {
                return row(row);
            }
            if (!last.atEndOfMonth().isAfter(until)) {
                return CameBook.row(row, Rows.money(sum(first, last)), null);
            }
            return begun == null
                    ? row(row)
                    : CameBook.row(
                            row,
                            null,
                            Rows.money(sum(first, YearMonth.from(until).minusMonths(1)) + begun));
        }

        private double sum(YearMonth first, YearMonth last) {
            double sum = 0;
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                sum += byMonth.getOrDefault(month, 0.0);
            }
            return sum;
        }
    }
}
