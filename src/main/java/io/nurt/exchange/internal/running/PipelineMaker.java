package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.imports.ImportOptions.StageChoice;
import io.nurt.exchange.internal.imports.ImportRow;
import io.nurt.exchange.internal.imports.PipelineName;
import io.nurt.exchange.internal.imports.Proposals;
import io.nurt.exchange.internal.mapping.StageProposal.Kind;
import io.nurt.exchange.internal.running.RunContext.MadePipeline;
import io.nurt.exchange.internal.running.RunContext.MadeStage;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.kernel.Ids;
import io.nurt.pipeline.NewStage;
import io.nurt.pipeline.Pipeline;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.pipeline.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the pipelines that deals go to, or makes them, and adds the stages that they lack. Call inside a transaction. */
@Component
class PipelineMaker {
    private static final int LONGEST = 200;

    private final PipelineSetup pipelines;

    PipelineMaker(PipelineSetup pipelines) {
        this.pipelines = pipelines;
    }

    /** For deals that name none: what the user chose, else one that has all the stages, else a new one. */
    MadePipeline chosen(ImportRow row, List<ImportFile> files, List<StageChoice> wanted, boolean pretend) {
        return made("", name(row, files), pipeline(row, wanted), wanted, row.id(), pretend);
    }

    /** For deals that name it. */
    MadePipeline named(ImportRow row, String name, List<StageChoice> wanted, boolean pretend) {
        Pipeline known = pipelines.pipelines().stream()
                .filter(pipeline -> pipeline.archivedAt() == null
                        && Folding.key(pipeline.name()).equals(Folding.key(name)))
                .findFirst()
                .orElse(null);
        return made(Folding.key(name), shortened(name), known, wanted, row.id(), pretend);
    }

    private MadePipeline made(
            String key,
            String name,
            @Nullable Pipeline known,
            List<StageChoice> wanted,
            UUID importId,
            boolean pretend) {
        if (known == null && !pretend) {
            Pipeline made = pipelines.create(name, newStages(wanted), importId);
            return new MadePipeline(key, made.name(), made.id(), false, named(made, wanted));
        }
        return new MadePipeline(
                key,
                known == null ? name : known.name(),
                known == null ? Ids.next() : known.id(),
                known != null,
                stages(known, wanted, importId, pretend));
    }

    /** The pipeline that was chosen, else one that has all the stages; null: a new one. */
    private @Nullable Pipeline pipeline(ImportRow row, List<StageChoice> wanted) {
        UUID chosen = row.options().pipelineId();
        List<String> names = wanted.stream().map(StageChoice::name).toList();
        for (Pipeline pipeline : pipelines.pipelines()) {
            boolean fits = chosen != null
                    ? pipeline.id().equals(chosen)
                    : row.options().newPipelineName() == null
                            && pipeline.archivedAt() == null
                            && Proposals.fits(pipeline, names);
            if (fits) {
                return pipeline;
            }
        }
        return null;
    }

    private static String name(ImportRow row, List<ImportFile> files) {
        String name = row.options().newPipelineName();
        String called = name == null || name.isBlank() ? PipelineName.of(files, row.name()) : name.strip();
        return called.length() > LONGEST ? called.substring(0, LONGEST) : called;
    }

    /** Chances rise evenly along the open stages until history says better. */
    private static List<NewStage> newStages(List<StageChoice> wanted) {
        long open = wanted.stream().filter(stage -> stage.kind() == Kind.OPEN).count();
        List<NewStage> stages = new ArrayList<>();
        for (StageChoice stage : wanted) {
            BigDecimal probability = BigDecimal.valueOf(stages.size() + 1L)
                    .divide(BigDecimal.valueOf(open + 1), 2, RoundingMode.HALF_UP)
                    .min(BigDecimal.ONE);
            stages.add(new NewStage(
                    shortened(stage.name()),
                    stage.kind().code(),
                    stage.kind() == Kind.OPEN ? probability : null,
                    null,
                    null,
                    null));
        }
        return stages;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private static List<MadeStage> named(Pipeline pipeline, List<StageChoice> wanted) {
        List<MadeStage> made = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            made.add(new MadeStage(
                    pipeline.stages().get(i).id(),
                    wanted.get(i).name(),
                    wanted.get(i).kind()));
        }
        return made;
    }

    /** Those of an existing pipeline by their names, and those that it lacks. */
    private List<MadeStage> stages(
            @Nullable Pipeline pipeline, List<StageChoice> wanted, UUID importId, boolean pretend) {
        List<MadeStage> made = new ArrayList<>();
        for (StageChoice choice : wanted) {
            Stage known = pipeline == null
                    ? null
                    : pipeline.stages().stream()
                            .filter(stage -> Folding.key(stage.name()).equals(Folding.key(choice.name())))
                            .findFirst()
                            .orElse(null);
            if (known != null) {
                made.add(new MadeStage(
                        known.id(), choice.name(), Kind.valueOf(known.kind().name())));
            } else if (pretend || pipeline == null) {
                made.add(new MadeStage(Ids.next(), choice.name(), choice.kind()));
            } else {
                Stage added = pipelines.addStage(
                        pipeline.id(), newStages(List.of(choice)).get(0), importId);
                made.add(new MadeStage(added.id(), choice.name(), choice.kind()));
            }
        }
        return made;
    }
}
