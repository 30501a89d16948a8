package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.List;

/**
 * How much fresher the last recording is than the stay in the stage (0: nothing was recorded since the deal came there), and how
 * much besides moves was recorded in the last six weeks. How long ago something happened is the deal's age until something
 * happens, and the model knows the age; told apart from it, what is known today can fade.
 */
final class FreshnessFeature implements Feature {
    private static final long DAY = 86_400_000;
    private static final long SIX_WEEKS = 42L * 86_400_000;

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("fresherBy", "freshness", Column.Kind.NUMBER, true),
                new Column("lately", "freshness", Column.Kind.NUMBER, true));
    }

    @Override
    public void fill(View view, double[] x, int at) {
        x[at] = Math.max(
                0,
                weeks(view, view.trail().since(view.index()))
                        - weeks(view, view.now().recorded()));
        int lately = 0;
        for (int i = view.index(); i >= 0 && view.trail().known().get(i).recorded() > view.moment() - SIX_WEEKS; i--) {
            lately += view.trail().known().get(i).transition() ? 0 : 1;
        }
        x[at + 1] = Math.log1p(lately);
    }

    /** Logarithm of whole days in weeks: minutes between two events of one act say nothing. */
    private static double weeks(View view, long since) {
        return Math.log1p(Math.max(0, (view.moment() - since) / DAY) / 7.0);
    }
}
