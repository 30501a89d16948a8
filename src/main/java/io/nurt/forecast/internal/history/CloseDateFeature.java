package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** How often and how far the expected close was put off to a later month, whether it is past, and whether there is one. */
final class CloseDateFeature implements Feature {
    private static final int MOST_DAYS = 365;

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("pushes", "closeDate", Column.Kind.NUMBER, false).falling(),
                new Column("daysPushed", "closeDate", Column.Kind.NUMBER, false).falling(),
                new Column("pastDue", "closeDate", Column.Kind.FLAG, true).falling(),
                new Column("noCloseDate", "closeDate", Column.Kind.FLAG, false));
    }

    @Override
    public void fill(View view, double[] x, int at) {
        int before = Known.NO_DAY;
        int pushes = 0;
        int days = 0;
        for (int i = 0; i <= view.index(); i++) {
            int day = view.trail().known().get(i).closeDay();
            if (before != Known.NO_DAY && day != Known.NO_DAY && day > before) {
                days += day - before;
                pushes += month(day).isAfter(month(before)) ? 1 : 0;
            }
            before = day == Known.NO_DAY ? before : day;
        }
        int now = view.now().closeDay();
        x[at] = Math.min(6, pushes);
        x[at + 1] = Math.log1p(Math.min(MOST_DAYS, days) / 7.0);
        x[at + 2] = now != Known.NO_DAY && now < view.day().toEpochDay() ? 1 : 0;
        x[at + 3] = now == Known.NO_DAY ? 1 : 0;
    }

    private static YearMonth month(int day) {
        return YearMonth.from(LocalDate.ofEpochDay(day));
    }
}
