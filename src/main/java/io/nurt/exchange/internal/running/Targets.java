package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.running.RunContext.MadePipeline;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.pipeline.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pipelines that the deals of an import go to, by the name a row gives. */
final class Targets {
    /** A pipeline with the stages of its deals by their names in the files. */
    record Target(MadePipeline pipeline, StageBook stages) {}

    private final Map<String, Target> byKey = new LinkedHashMap<>();

    Targets(List<Target> targets) {
        targets.forEach(target -> byKey.put(target.pipeline().key(), target));
    }

    /** Without a split all deals go to the one there is, whatever they say. */
    Target of(@Nullable String name) {
        Target only = byKey.size() == 1 ? byKey.values().iterator().next() : null;
        Target found = only != null ? only : byKey.get(name == null ? "" : Folding.key(name));
        if (found == null) {
            throw new IllegalStateException("no pipeline was made for " + name);
        }
        return found;
    }

    /** All stages by name, for those who only ask whether there is such a stage. */
    StageBook allStages() {
        Map<String, Stage> all = new LinkedHashMap<>();
        byKey.values().forEach(target -> target.stages().named().forEach(all::putIfAbsent));
        return new StageBook(all);
    }
}
