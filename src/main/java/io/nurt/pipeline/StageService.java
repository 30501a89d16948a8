package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shapes the stages of a pipeline. */
@Service
class StageService {
    private final PipelineStore store;
    private final Catalog catalog;
    private final StageEvacuation evacuation;

    StageService(PipelineStore store, Catalog catalog, StageEvacuation evacuation) {
        this.store = store;
        this.catalog = catalog;
        this.evacuation = evacuation;
    }

    @Transactional
    Stage add(UUID pipelineId, NewStage wanted) {
        Caller.require(Permission.MANAGE_PIPELINES);
        store.lock(pipelineId);
        Pipeline pipeline = catalog.fresh().pipeline(pipelineId);
        int last = pipeline.stages().stream().mapToInt(Stage::position).max().orElse(0);
        Stage added = PipelineService.stage(pipelineId, last + 1, wanted, "");
        if (added.kind() == StageKind.OPEN) {
            added = PipelineService.placed(added, makeRoomAfterOpenStages(pipeline));
        }
        store.insert(added, null);
        return after(added.id());
    }

    /** A new open stage stands before the won and lost ones. */
    private int makeRoomAfterOpenStages(Pipeline pipeline) {
        int position = pipeline.stages().stream()
                        .filter(stage -> stage.kind() == StageKind.OPEN)
                        .mapToInt(Stage::position)
                        .max()
                        .orElse(0)
                + 1;
        for (Stage stage : pipeline.stages()) {
            if (stage.position() >= position) {
                store.update(PipelineService.placed(stage, stage.position() + 1), false);
            }
        }
        return position;
    }

    @Transactional
    Stage change(UUID id, @Nullable Integer version, Patch patch) {
        Stage now = locked(id);
        Versions.check(version, now.version(), now);
        StageKind kind =
                patch.has("kind") ? PipelineService.kind("", patch.value("kind", String.class, null)) : now.kind();
        if (kind != now.kind()) {
            refuseWithDeals(id, false);
        }
        BigDecimal probability = patch.value("probability", BigDecimal.class, now.probability());
        Integer position = patch.value("position", Integer.class, now.position());
        Stage changed = new Stage(
                id,
                now.pipelineId(),
                PipelineService.named("name", patch.value("name", String.class, now.name())),
                kind,
                position == null ? now.position() : position,
                PipelineService.probability("", kind, probability),
                PipelineService.rotting("", patch.value("rottingDays", Integer.class, now.rottingDays())),
                patch.value("purpose", String.class, now.purpose()),
                patch.value("help", String.class, now.help()),
                now.archivedAt(),
                now.version());
        store.update(changed, now.archivedAt() != null);
        PipelineService.complete(catalog.fresh().pipeline(now.pipelineId()));
        return after(id);
    }

    /** Takes a stage out of use; its deals go to another stage first, as moves in their history. */
    @Transactional
    Stage archive(UUID id, @Nullable UUID moveDealsTo) {
        Stage now = locked(id);
        if (moveDealsTo != null) {
            Stage target = catalog.fresh().usable(moveDealsTo);
            if (target.id().equals(id) || target.kind() != now.kind()) {
                throw new Problem(CommonProblem.INVALID).field("moveDealsTo", "pipeline.move-to-same-kind");
            }
            evacuation.move(now, target);
        }
        refuseWithDeals(id, true);
        store.update(now, true);
        PipelineService.complete(catalog.fresh().pipeline(now.pipelineId()));
        return after(id);
    }

    private void refuseWithDeals(UUID id, boolean openOnly) {
        long deals = store.dealsIn(List.of(id), openOnly);
        if (deals > 0) {
            throw new Problem(PipelineProblem.STAGE_HAS_DEALS, deals).with("deals", deals);
        }
    }

    private Stage locked(UUID id) {
        Caller.require(Permission.MANAGE_PIPELINES);
        Stage seen = found(id);
        store.lock(seen.pipelineId());
        return found(id);
    }

    private Stage after(UUID id) {
        catalog.changed();
        return found(id);
    }

    private Stage found(UUID id) {
        Stage stage = catalog.fresh().apply(id);
        if (stage == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return stage;
    }
}
