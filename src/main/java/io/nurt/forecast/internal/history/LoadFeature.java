package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.List;

/** How many open deals the owner has besides; little and much may both be bad. */
final class LoadFeature implements Feature {
    @Override
    public List<Column> columns() {
        return List.of(
                new Column("load", "load", Column.Kind.NUMBER, true),
                new Column("overload", "load", Column.Kind.NUMBER, true));
    }

    @Override
    public void fill(View view, double[] x, int at) {
        int owner = view.now().owner();
        if (owner >= 0) {
            double load = Math.log1p(view.around().load(owner, view.moment()));
            x[at] = load;
            x[at + 1] = Math.max(0, load - Math.log1p(30));
        }
    }
}
