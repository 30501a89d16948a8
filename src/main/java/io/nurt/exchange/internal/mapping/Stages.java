package io.nurt.exchange.internal.mapping;

import io.nurt.exchange.internal.values.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proposes stages, their order and kind from the names in a file; words alone decide, so the user has the last one. */
public final class Stages {
    private static final Set<String> WON = Set.of(
            "won",
            "closedwon",
            "wygrana",
            "wygrane",
            "wygrany",
            "zamknietawygrana",
            "sukces",
            "gewonnen",
            "gagne",
            "ganado",
            "closedwonsalespipeline");
    private static final Set<String> LOST = Set.of(
            "lost",
            "closedlost",
            "przegrana",
            "przegrane",
            "przegrany",
            "zamknietaprzegrana",
            "utracona",
            "verloren",
            "perdu",
            "perdido");
    /** Outcomes of processes other than sales: accepted for a column that holds outcomes, not as names of stages. */
    private static final Set<String> SUCCESS = Set.of("approved", "accepted", "zatwierdzona", "zaakceptowana");

    private static final Set<String> FAILURE =
            Set.of("declined", "cancelled", "canceled", "rejected", "odrzucona", "anulowana");
    private static final Set<String> OPEN = Set.of("open", "otwarta", "otwarte", "inprogress", "wtoku");

    /** Typical progression; the first word found in a name gives its place. */
    private static final List<List<String>> ORDER = List.of(
            List.of("new", "lead", "prospect", "nowa", "nowy", "submitted"),
            List.of("qualif", "kwalif"),
            List.of("contact", "appointment", "meeting", "kontakt", "spotkan"),
            List.of("engag"),
            List.of("need", "analys", "analiz", "potrzeb", "discovery"),
            List.of("value", "presentation", "demo", "prezentac"),
            List.of("decision", "decyz"),
            List.of("perception"),
            List.of("initialoffer"),
            List.of("proposal", "quote", "offer", "ofert", "wycen"),
            List.of("negotiat", "review", "negocjac"),
            List.of("contract", "verbal", "commit", "umow"));

    private Stages() {}

    /** @param counts names of stages with their number of deals, in the order in which they appear */
    public static List<StageProposal> propose(Map<String, Integer> counts) {
        return propose(counts, StagePaths.NONE);
    }

    /** @param paths how deals go through them: where that is known, words decide nothing */
    public static List<StageProposal> propose(Map<String, Integer> counts, StagePaths paths) {
        List<StageProposal> stages = new ArrayList<>();
        counts.forEach((name, deals) -> stages.add(new StageProposal(name, kind(name), deals)));
        stages.sort((a, b) -> Integer.compare(place(a), place(b)));
        return paths.isEmpty() ? List.copyOf(stages) : paths.order(stages);
    }

    public static StageProposal.Kind kind(String name) {
        String key = Folding.key(name);
        if (WON.contains(key)) return StageProposal.Kind.WON;
        return LOST.contains(key) ? StageProposal.Kind.LOST : StageProposal.Kind.OPEN;
    }

    /** What a value of a status column means; empty when only the user can tell. */
    public static Optional<StageProposal.Kind> outcome(String status) {
        String key = Folding.key(status);
        if (key.isEmpty() || OPEN.contains(key)) return Optional.of(StageProposal.Kind.OPEN);
        if (WON.contains(key) || SUCCESS.contains(key)) return Optional.of(StageProposal.Kind.WON);
        if (LOST.contains(key) || FAILURE.contains(key)) return Optional.of(StageProposal.Kind.LOST);
        return Optional.empty();
    }

    static int place(StageProposal stage) {
        if (stage.kind() == StageProposal.Kind.WON) return 1_000;
        if (stage.kind() == StageProposal.Kind.LOST) return 1_001;
        String key = Folding.key(stage.name());
        for (int i = ORDER.size() - 1; i >= 0; i--) {
            for (String word : ORDER.get(i)) if (key.contains(word)) return i * 10;
        }
        return 55;
    }
}
