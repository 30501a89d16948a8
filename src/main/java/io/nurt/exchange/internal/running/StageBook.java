package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.StageProposal.Kind;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.pipeline.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stages of an import by their names in the files, whatever the case and punctuation. */
final class StageBook {
    private final Map<String, Stage> byName = new HashMap<>();
    private final Map<String, Stage> byKey = new HashMap<>();
    private final Map<String, Stage> named;
    private final List<Stage> stages;

    /** @param named name in the files to stage, in the order of the pipeline */
    StageBook(Map<String, Stage> named) {
        named.forEach((name, stage) -> byKey.put(Folding.key(name), stage));
        this.named = named;
        this.stages = List.copyOf(named.values());
    }

    @Nullable
    Stage find(String name) {
        Stage known = byName.get(name);
        if (known == null) {
            known = byKey.get(Folding.key(name));
            if (known != null) {
                byName.put(name, known);
            }
        }
        return known;
    }

    Map<String, Stage> named() {
        return named;
    }

    Stage first(Kind kind) {
        return stages.stream()
                .filter(stage -> is(stage, kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no stage is " + kind));
    }

    /** Where a deal of this outcome ends: a stage called like it, else the first of the kind. */
    Stage closing(Kind kind, String outcome) {
        String key = Folding.key(outcome);
        return stages.stream()
                .filter(stage -> is(stage, kind)
                        && !key.isEmpty()
                        && Folding.key(stage.name()).endsWith(key))
                .findFirst()
                .orElseGet(() -> first(kind));
    }

    static boolean is(Stage stage, Kind kind) {
        return stage.kind().name().equals(kind.name());
    }

    boolean isEmpty() {
        return stages.isEmpty();
    }
}
