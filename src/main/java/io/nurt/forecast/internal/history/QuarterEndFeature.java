package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.time.LocalDate;
import java.util.List;

/** Whether the quarter ends within two weeks. */
final class QuarterEndFeature implements Feature {
    private static final int DAYS = 14;

    @Override
    public List<Column> columns() {
        return List.of(Column.flag("quarterEnd").fading());
    }

    @Override
    public void fill(View view, double[] x, int at) {
        LocalDate ahead = view.day().plusDays(DAYS);
        boolean ends = (view.day().getMonthValue() - 1) / 3 != (ahead.getMonthValue() - 1) / 3;
        x[at] = ends ? 1 : 0;
    }
}
