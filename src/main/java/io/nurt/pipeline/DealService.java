package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates deals and changes what is known about them; moving them is {@link DealMoves}'. */
@Service
class DealService {
    private static final Set<String> NEW_FIELDS = newFields();

    private final DealStore store;
    private final DealWriter writer;
    private final DealPatch patches;
    private final DealLinks links;
    private final DealQuery query;
    private final Catalog catalog;
    private final Gates gates;

    DealService(
            DealStore store,
            DealWriter writer,
            DealPatch patches,
            DealLinks links,
            DealQuery query,
            Catalog catalog,
            Gates gates) {
        this.store = store;
        this.writer = writer;
        this.patches = patches;
        this.links = links;
        this.query = query;
        this.catalog = catalog;
        this.gates = gates;
    }

    private static Set<String> newFields() {
        Set<String> fields = new HashSet<>(DealPatch.FIELDS);
        fields.addAll(Set.of("pipelineId", "stageId", "afterDealId"));
        return fields;
    }

    @Transactional
    Deal create(Patch wanted) {
        Caller caller = Caller.require(Permission.WRITE);
        wanted.only(NEW_FIELDS);
        Setup setup = catalog.setup();
        Stage stage = stage(setup, wanted);
        Instant now = DealWriter.now();
        String title = References.title(wanted.value("title", String.class, null));
        DealRow row = new DealRow(Ids.next(), stage.pipelineId(), stage.id(), title, setup.currency(), now);
        row.ownerId = caller.userId();
        row.status = stage.kind();
        row.closedAt = stage.kind() == StageKind.OPEN ? null : now;
        patches.apply(row, wanted);
        gates.ask(new StageGate.StageChange(row.id, null, row.state(), null, stage, row.lostNote));
        row.rank = store.place(stage.id(), row.id, wanted.value("afterDealId", UUID.class, null));
        writer.insert(row, null);
        links.store(row.id, row.contacts, row.products);
        return query.changed(row.id);
    }

    private static Stage stage(Setup setup, Patch wanted) {
        UUID stageId = wanted.value("stageId", UUID.class, null);
        if (stageId != null) {
            return setup.usable(stageId);
        }
        UUID pipelineId = wanted.value("pipelineId", UUID.class, null);
        UUID chosen = pipelineId != null
                ? pipelineId
                : setup.pipelines().stream()
                        .filter(pipeline -> pipeline.archivedAt() == null)
                        .map(Pipeline::id)
                        .findFirst()
                        .orElseThrow(() -> new Problem(PipelineProblem.STAGE_UNUSABLE));
        return setup.usable(setup.firstOpen(chosen).map(Stage::id).orElse(null));
    }

    @Transactional
    DealMoves.Changed patch(UUID id, @Nullable Integer version, Patch patch) {
        Caller caller = Caller.require(Permission.WRITE);
        patch.only(DealPatch.FIELDS);
        DealRow row = locked(id, version, caller);
        if (row.deletedAt != null) {
            throw new Problem(PipelineProblem.IN_TRASH);
        }
        patches.prepare(row, patch);
        DealWriter.Before before = DealWriter.Before.of(row);
        patches.apply(row, patch);
        int seq = writer.write(row, before, DealWriter.Act.of(DealEventKind.CHANGED));
        if (seq > 0) {
            links.store(id, row.contacts, row.products);
        }
        return changed(id, seq);
    }

    @Transactional
    DealMoves.Changed presence(UUID id, @Nullable Integer version, DealEventKind kind) {
        DealRow row = locked(id, version, Caller.require(Permission.WRITE));
        return changed(id, presence(row, DealWriter.Act.of(kind)));
    }

    /**
     * Archives, trashes or brings back a loaded deal.
     *
     * @return the number of the event; 0 when it was so already
     */
    int presence(DealRow row, DealWriter.Act act) {
        DealWriter.Before before = DealWriter.Before.of(row);
        Instant now = DealWriter.now();
        switch (act.kind()) {
            case ARCHIVED -> row.archivedAt = row.archivedAt == null ? now : row.archivedAt;
            case UNARCHIVED -> row.archivedAt = null;
            case TRASHED -> row.deletedAt = row.deletedAt == null ? now : row.deletedAt;
            case RESTORED -> row.deletedAt = null;
            default -> throw new IllegalArgumentException(act.kind().code());
        }
        return writer.write(row, before, act);
    }

    private DealRow locked(UUID id, @Nullable Integer version, Caller caller) {
        DealRow row = store.lock(id, caller.visibility()).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        if (version != null && version != row.version) {
            Versions.check(version, row.version, query.one(id));
        }
        return row;
    }

    private DealMoves.Changed changed(UUID id, int seq) {
        return new DealMoves.Changed(query.changed(id), seq == 0 ? null : DealUndo.token(id, seq));
    }
}
