package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.List;

/** How long ago anything was last recorded of the deal, and how much in the last six weeks. */
final class FreshnessFeature implements Feature {
    private static final long SIX_WEEKS = 42L * 86_400_000;

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("quietFor", "freshness", Column.Kind.NUMBER, true),
                new Column("lately", "freshness", Column.Kind.NUMBER, true));
    }

    @Override
    public void fill(View view, double[] x, int at) {
        x[at] = Math.log1p((view.moment() - view.now().recorded()) / (7 * 86_400_000.0));
        int lately = 0;
        for (int i = view.index(); i >= 0 && view.trail().known().get(i).recorded() > view.moment() - SIX_WEEKS; i--) {
            lately++;
        }
        x[at + 1] = Math.log1p(lately);
    }
}
