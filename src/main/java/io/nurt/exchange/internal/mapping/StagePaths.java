package io.nurt.exchange.internal.mapping;

import io.nurt.exchange.internal.values.Folding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How cases go through stages, as an event log tells: which of two stages cases come to first, and where they end. Many events
 * share a moment, so time alone does not order: of stages that a case enters at once, the order that other cases show counts,
 * and only where none does, the order of the file.
 */
public final class StagePaths {
    /** Nothing is known. */
    public static final StagePaths NONE = of(List.of());

    /**
     * A case came to a stage.
     *
     * @param order of events of the same moment
     */
    public record Visit(String deal, String stage, Instant at, long order) {
        private static final Comparator<Visit> ORDER =
                Comparator.comparing(Visit::at).thenComparingLong(Visit::order);
    }

    private static final class Known {
        private long cases;
        private long ended;
        private long places;
        /** Cases that come to the other stage at a later moment. */
        private final Map<String, Integer> before = new HashMap<>();
        /** Cases that come to both at once, the other one further down in the file. */
        private final Map<String, Integer> above = new HashMap<>();
    }

    private final Map<String, Known> stages = new LinkedHashMap<>();

    /** Few stages are named many times. */
    private final Map<String, String> keys = new HashMap<>();

    private StagePaths() {}

    private String key(String stage) {
        return keys.computeIfAbsent(stage, Folding::key);
    }

    public static StagePaths of(Collection<Visit> visits) {
        Map<String, List<Visit>> cases = new LinkedHashMap<>();
        StagePaths paths = new StagePaths();
        for (Visit visit : visits) {
            if (!paths.key(visit.stage()).isEmpty()) {
                cases.computeIfAbsent(visit.deal(), deal -> new ArrayList<>()).add(visit);
            }
        }
        cases.values().forEach(paths::add);
        return paths;
    }

    private void add(List<Visit> way) {
        way.sort(Visit.ORDER);
        Instant end = way.get(way.size() - 1).at();
        Map<String, Visit> firsts = new LinkedHashMap<>();
        Map<String, Instant> lasts = new HashMap<>();
        for (Visit visit : way) {
            String key = key(visit.stage());
            firsts.putIfAbsent(key, visit);
            lasts.put(key, visit.at());
        }
        List<Map.Entry<String, Visit>> entered = List.copyOf(firsts.entrySet());
        for (int i = 0; i < entered.size(); i++) {
            String key = entered.get(i).getKey();
            Known known = stages.computeIfAbsent(key, k -> new Known());
            known.cases++;
            known.places += i;
            if (end.equals(lasts.get(key))) {
                known.ended++;
            }
            Instant at = entered.get(i).getValue().at();
            for (Map.Entry<String, Visit> later : entered.subList(i + 1, entered.size())) {
                boolean atOnce = at.equals(later.getValue().at());
                (atOnce ? known.above : known.before).merge(later.getKey(), 1, Integer::sum);
            }
        }
    }

    public boolean isEmpty() {
        return stages.isEmpty();
    }

    /** Most cases that come to this stage go on from it, so it decides nothing, whatever it is called. */
    public boolean goesOn(String stage) {
        Known known = stages.get(Folding.key(stage));
        return known != null && known.ended * 2 < known.cases;
    }

    /** Most cases that come to this stage end there. */
    public boolean ends(String stage) {
        Known known = stages.get(Folding.key(stage));
        return known != null && known.ended * 2 >= known.cases;
    }

    /** The stages as cases come to them; of stages that no case has both of, the one that is usually early comes first. */
    List<StageProposal> order(List<StageProposal> proposed) {
        List<StageProposal> left = new ArrayList<>(proposed);
        List<StageProposal> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            StageProposal next = left.get(0);
            for (StageProposal other : left) {
                if (compare(other, next, left) < 0) {
                    next = other;
                }
            }
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private int compare(StageProposal a, StageProposal b, List<StageProposal> left) {
        int byWaiting = Integer.compare(waitsFor(a, left), waitsFor(b, left));
        if (byWaiting != 0) {
            return byWaiting;
        }
        int byWord = Integer.compare(Stages.place(a), Stages.place(b));
        return byWord != 0 ? byWord : Double.compare(place(a), place(b));
    }

    /** How many of the others usually come before it. */
    private int waitsFor(StageProposal stage, List<StageProposal> others) {
        int count = 0;
        for (StageProposal other : others) {
            if (comesBefore(other.name(), stage.name())) {
                count++;
            }
        }
        return count;
    }

    private boolean comesBefore(String a, String b) {
        Known first = stages.get(Folding.key(a));
        Known second = stages.get(Folding.key(b));
        if (first == null || second == null || first == second) {
            return false;
        }
        int strictly = first.before.getOrDefault(Folding.key(b), 0) - second.before.getOrDefault(Folding.key(a), 0);
        int above = first.above.getOrDefault(Folding.key(b), 0) - second.above.getOrDefault(Folding.key(a), 0);
        return strictly != 0 ? strictly > 0 : above > 0;
    }

    private double place(StageProposal stage) {
        Known known = stages.get(Folding.key(stage.name()));
        return known == null ? Double.MAX_VALUE : (double) known.places / known.cases;
    }
}
