package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.List;

/** How large the deal is, and how its amount has changed since it was first known. */
final class AmountFeature implements Feature {
    private static final double LARGEST_CHANGE = 1;

    @Override
    public List<Column> columns() {
        return List.of(
                Column.number("amount"),
                new Column("amountUnknown", "amount", Column.Kind.FLAG, false),
                Column.number("amountChange"));
    }

    @Override
    public void fill(View view, double[] x, int at) {
        double amount = view.now().amount();
        if (Double.isNaN(amount) || amount <= 0) {
            x[at + 1] = 1;
            return;
        }
        x[at] = Math.log10(amount);
        for (Known known : view.trail().known()) {
            if (known.amount() > 0) {
                double change = Math.log(amount / known.amount());
                x[at + 2] = Math.max(-LARGEST_CHANGE, Math.min(LARGEST_CHANGE, change));
                return;
            }
        }
    }
}
