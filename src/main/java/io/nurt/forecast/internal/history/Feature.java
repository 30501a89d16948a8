package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.List;

/** One thing the model may know of a deal; adding another kind of knowledge is adding another of these. */
public interface Feature {
    List<Column> columns();

    /** Fills its columns, from {@code at} on, with what was known at the view's moment. */
    void fill(View view, double[] x, int at);
}
