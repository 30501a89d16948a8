package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.List;

/** The way the deal has come: how long it took to come to its stage, and whether it went back or came again. */
final class PathFeature implements Feature {
    @Override
    public List<Column> columns() {
        return List.of(
                Column.number("wayHere"),
                new Column("cameAgain", "cameAgain", Column.Kind.FLAG, false),
                new Column("wentBack", "cameAgain", Column.Kind.FLAG, false));
    }

    @Override
    public void fill(View view, double[] x, int at) {
        double days = (view.trail().since(view.index()) - view.first().effective()) / 86_400_000.0;
        x[at] = Math.log1p(Math.max(0, days) / 7);
        x[at + 1] = view.now().pass() > 1 ? 1 : 0;
        int highest = -1;
        for (int i = 0; i <= view.index(); i++) {
            Known known = view.trail().known().get(i);
            if (known.pass() == view.now().pass() && known.open()) {
                if (known.stage() < highest) {
                    x[at + 2] = 1;
                }
                highest = Math.max(highest, known.stage());
            }
        }
    }
}
