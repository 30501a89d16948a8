package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.List;
import java.util.UUID;

/** Whose deal it is, for owners with enough of them. A random effect, never shown as a reason to representatives. */
final class OwnerFeature implements Feature {
    private final List<UUID> owners;
    private final int[] place;

    OwnerFeature(List<UUID> owners, List<UUID> byNumber) {
        this.owners = owners;
        this.place = byNumber.stream().mapToInt(owners::indexOf).toArray();
    }

    @Override
    public List<Column> columns() {
        return owners.stream().map(o -> Column.effect("owner", o.toString())).toList();
    }

    @Override
    public void fill(View view, double[] x, int at) {
        int owner = view.now().owner();
        if (owner >= 0 && place[owner] >= 0) {
            x[at + place[owner]] = 1;
        }
    }
}
