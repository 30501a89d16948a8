package io.nurt.forecast.internal.outlook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers the owners, teams and products of which totals are kept; the largest of each kind, in the order they are asked for. */
final class Groups {
    private static final int MOST_OF_A_KIND = 40;

    record Group(String kind, UUID id) {}

    private final List<Group> all = new ArrayList<>();
    private final Map<Group, Integer> slots = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Slots of a deal's groups; those beyond the limit have none. */
    int[] slots(@Nullable UUID owner, @Nullable UUID team, List<UUID> products) {
        List<Integer> of = new ArrayList<>();
        add(of, "owner", owner);
        add(of, "team", team);
        for (UUID product : products) {
            add(of, "product", product);
        }
        return of.stream().mapToInt(Integer::intValue).toArray();
    }

    private void add(List<Integer> of, String kind, @Nullable UUID id) {
        if (id == null) {
            return;
        }
        Group group = new Group(kind, id);
        Integer slot = slots.get(group);
        if (slot == null && counts.getOrDefault(kind, 0) < MOST_OF_A_KIND) {
            slot = all.size();
            all.add(group);
            slots.put(group, slot);
            counts.merge(kind, 1, Integer::sum);
        }
        if (slot != null) {
            of.add(slot);
        }
    }

    List<Group> all() {
        return all;
    }
}
