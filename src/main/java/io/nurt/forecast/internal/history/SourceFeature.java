package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.List;

/** Where the deal came from, for sources seen often enough. */
final class SourceFeature implements Feature {
    private final List<String> sources;

    SourceFeature(List<String> sources) {
        this.sources = sources;
    }

    @Override
    public List<Column> columns() {
        return sources.stream().map(s -> Column.effect("source", s)).toList();
    }

    @Override
    public void fill(View view, double[] x, int at) {
        int place = sources.indexOf(view.now().source());
        if (place >= 0) {
            x[at + place] = 1;
        }
    }
}
