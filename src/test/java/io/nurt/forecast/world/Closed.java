package io.nurt.forecast.world;

import io.nurt.forecast.internal.hazard.Exit;
import io.nurt.forecast.internal.hazard.PeriodRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The closed deals of a world as the simple ways see them: how they ended, and the rows of their life. */
record Closed(boolean won, List<Integer> rows) {

    static List<Closed> of(World world) {
        PeriodRows seen = world.seen();
        Map<Integer, List<Integer>> byDeal = new LinkedHashMap<>();
        for (int i = 0; i < seen.size(); i++) {
            byDeal.computeIfAbsent(seen.deal(i), d -> new ArrayList<>()).add(i);
        }
        List<Closed> closed = new ArrayList<>();
        for (List<Integer> rows : byDeal.values()) {
            int last = rows.get(rows.size() - 1);
            boolean won = seen.exit(last) == Exit.ADVANCE && seen.to(last) == world.stages();
            if (won || seen.exit(last) == Exit.LOSE) {
                closed.add(new Closed(won, rows));
            }
        }
        return closed;
    }

    int lastStage(World world) {
        return world.seen().stage(rows.get(rows.size() - 1));
    }
}
