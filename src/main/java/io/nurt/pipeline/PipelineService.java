package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shapes pipelines. */
@Service
class PipelineService {
    private static final int LONGEST_NAME = 200;

    private final PipelineStore store;
    private final Catalog catalog;

    PipelineService(PipelineStore store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    @Transactional(readOnly = true)
    List<Pipeline> list() {
        Caller.require(Permission.READ);
        return catalog.setup().pipelines();
    }

    @Transactional
    Pipeline create(@Nullable String name, List<NewStage> stages) {
        Caller.require(Permission.MANAGE_PIPELINES);
        UUID id = Ids.next();
        int position = catalog.fresh().pipelines().stream()
                        .mapToInt(Pipeline::position)
                        .max()
                        .orElse(0)
                + 1;
        store.insert(id, named("name", name), position, null);
        for (int i = 0; i < stages.size(); i++) {
            store.insert(stage(id, i + 1, stages.get(i), "stages[" + i + "]."), null);
        }
        Pipeline created = catalog.fresh().pipeline(id);
        complete(created);
        catalog.changed();
        return created;
    }

    @Transactional
    Pipeline rename(UUID id, @Nullable Integer version, @Nullable String name, @Nullable Integer position) {
        Pipeline now = locked(id, version);
        Pipeline changed = new Pipeline(
                id,
                name == null ? now.name() : named("name", name),
                position == null ? now.position() : position,
                now.archivedAt(),
                now.version(),
                now.stages());
        store.update(changed, now.archivedAt() != null);
        return after(id);
    }

    @Transactional
    Pipeline archive(UUID id, boolean archived) {
        Pipeline now = locked(id, null);
        if (archived) {
            long deals = store.dealsIn(now.stages().stream().map(Stage::id).toList(), true);
            if (deals > 0) {
                throw new Problem(PipelineProblem.PIPELINE_HAS_DEALS, deals).with("deals", deals);
            }
            boolean another = catalog.fresh().pipelines().stream()
                    .anyMatch(other -> other.archivedAt() == null && !other.id().equals(id));
            if (!another) {
                throw new Problem(PipelineProblem.LAST_PIPELINE);
            }
        }
        store.update(now, archived);
        return after(id);
    }

    /** Puts the open stages into a new order; won and lost ones follow them. */
    @Transactional
    Pipeline order(UUID id, List<UUID> stageIds) {
        Pipeline now = locked(id, null);
        List<UUID> have = now.stages().stream().map(Stage::id).toList();
        if (stageIds.size() != have.size() || !stageIds.containsAll(have)) {
            throw new Problem(PipelineProblem.STAGES_DIFFER);
        }
        for (Stage stage : now.stages()) {
            int position = stageIds.indexOf(stage.id()) + 1;
            if (position != stage.position()) {
                store.update(placed(stage, position), false);
            }
        }
        return after(id);
    }

    private Pipeline locked(UUID id, @Nullable Integer version) {
        Caller.require(Permission.MANAGE_PIPELINES);
        store.lock(id);
        Pipeline now = catalog.fresh().pipeline(id);
        io.nurt.kernel.Versions.check(version, now.version(), now);
        return now;
    }

    private Pipeline after(UUID id) {
        catalog.changed();
        return catalog.fresh().pipeline(id);
    }

    /** @throws Problem unless deals can be opened, won and lost in it */
    static void complete(Pipeline pipeline) {
        for (StageKind kind : StageKind.values()) {
            if (pipeline.stages().stream().noneMatch(stage -> stage.kind() == kind)) {
                throw new Problem(PipelineProblem.STAGE_NEEDED);
            }
        }
    }

    static Stage placed(Stage stage, int position) {
        return new Stage(
                stage.id(),
                stage.pipelineId(),
                stage.name(),
                stage.kind(),
                position,
                stage.probability(),
                stage.rottingDays(),
                stage.purpose(),
                stage.help(),
                stage.archivedAt(),
                stage.version());
    }

    static Stage stage(UUID pipelineId, int position, NewStage wanted, String path) {
        StageKind kind = kind(path, wanted.kind());
        return new Stage(
                Ids.next(),
                pipelineId,
                named(path + "name", wanted.name()),
                kind,
                position,
                probability(path, kind, wanted.probability()),
                rotting(path, wanted.rottingDays()),
                wanted.purpose(),
                wanted.help(),
                null,
                1);
    }

    static String named(String field, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new Problem(CommonProblem.INVALID).field(field, "common.required");
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw new Problem(CommonProblem.INVALID).field(field, "common.too-long", LONGEST_NAME);
        }
        return name.strip();
    }

    static StageKind kind(String path, @Nullable String kind) {
        try {
            return kind == null ? StageKind.OPEN : StageKind.of(kind);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID).field(path + "kind", "pipeline.stage-kind");
        }
    }

    static BigDecimal probability(String path, StageKind kind, @Nullable BigDecimal wanted) {
        if (kind != StageKind.OPEN) {
            return kind == StageKind.WON ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        BigDecimal value = wanted == null ? new BigDecimal("0.5") : wanted;
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new Problem(CommonProblem.INVALID).field(path + "probability", "pipeline.probability-range");
        }
        return value;
    }

    static @Nullable Integer rotting(String path, @Nullable Integer days) {
        if (days != null && days < 1) {
            throw new Problem(CommonProblem.INVALID).field(path + "rottingDays", "pipeline.rotting-days");
        }
        return days;
    }
}
