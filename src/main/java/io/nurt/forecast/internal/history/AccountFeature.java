package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.List;

/** Whether the company has bought before, and whether there is one at all. */
final class AccountFeature implements Feature {
    @Override
    public List<Column> columns() {
        return List.of(
                new Column("boughtBefore", "account", Column.Kind.FLAG, false).rising(),
                new Column("noCompany", "account", Column.Kind.FLAG, false));
    }

    @Override
    public void fill(View view, double[] x, int at) {
        int company = view.now().company();
        x[at] = company >= 0 && view.around().wins(company, view.moment()) > 0 ? 1 : 0;
        x[at + 1] = company < 0 ? 1 : 0;
    }
}
