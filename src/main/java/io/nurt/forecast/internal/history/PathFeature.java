package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.List;

/**
 * The way the deal has come: how long it took to come as far as it is for the first time, whether it went back or came again,
 * and whether it had been further than it is now.
 */
final class PathFeature implements Feature {
    @Override
    public List<Column> columns() {
        return List.of(
                Column.number("wayHere"),
                new Column("cameAgain", "cameAgain", Column.Kind.FLAG, false),
                new Column("wentBack", "cameAgain", Column.Kind.FLAG, false).falling(),
                new Column("wasFurther", "cameAgain", Column.Kind.FLAG, false));
    }

    @Override
    public void fill(View view, double[] x, int at) {
        Known now = view.now();
        long begun = Long.MIN_VALUE;
        long arrived = Long.MIN_VALUE;
        int highest = -1;
        for (int i = 0; i <= view.index(); i++) {
            Known known = view.trail().known().get(i);
            if (known.pass() == now.pass() && known.open()) {
                begun = begun == Long.MIN_VALUE ? known.effective() : begun;
                arrived = arrived == Long.MIN_VALUE && known.stage() >= now.stage() ? known.effective() : arrived;
                x[at + 2] = known.stage() < highest ? 1 : x[at + 2];
                highest = Math.max(highest, known.stage());
            }
        }
        x[at] = Math.log1p(Math.max(0, arrived - begun) / 86_400_000.0 / 7);
        x[at + 1] = now.pass() > 1 ? 1 : 0;
        x[at + 3] = highest > now.stage() ? 1 : 0;
    }
}
