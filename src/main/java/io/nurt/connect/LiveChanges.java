package io.nurt.connect;

import io.nurt.directory.CompanyChanged;
import io.nurt.directory.ContactChanged;
import io.nurt.exchange.ImportProgress;
import io.nurt.forecast.ForecastChanged;
import io.nurt.pipeline.DealChanged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the live stream what the modules changed, in the transaction that changed it. */
@Component
class LiveChanges {
    private final LiveBus bus;

    LiveChanges(LiveBus bus) {
        this.bus = bus;
    }

    /** Both the new and the former owner's audience hear of it: a card that leaves must leave. */
    @EventListener
    void deal(DealChanged change) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("id", change.dealId());
        data.put("kind", change.kind());
        data.put("pipelineId", change.pipelineId());
        data.put("stageId", change.stageId());
        data.put("fromStageId", change.fromStageId());
        data.put("version", change.version());
        data.put("actorId", change.actorId());
        boolean unowned = change.ownerId() == null || (change.fromStageId() != null && change.fromOwnerId() == null);
        bus.send(new LiveMessage(
                change.workspaceId(),
                "deal",
                unowned ? Set.of() : owners(change.ownerId(), change.fromOwnerId()),
                null,
                data));
    }

    @EventListener
    void company(CompanyChanged change) {
        record(
                "company",
                change.workspaceId(),
                change.id(),
                change.kind(),
                change.version(),
                change.actorId(),
                change.ownerId(),
                change.formerOwnerId());
    }

    @EventListener
    void contact(ContactChanged change) {
        record(
                "contact",
                change.workspaceId(),
                change.id(),
                change.kind(),
                change.version(),
                change.actorId(),
                change.ownerId(),
                change.formerOwnerId());
    }

    /** Only for the one who made it: others need not know what is brought in. */
    @EventListener
    void imported(ImportProgress progress) {
        Map<String, @Nullable Object> data = Map.of(
                "id",
                progress.importId(),
                "status",
                progress.status(),
                "doneRows",
                progress.doneRows(),
                "totalRows",
                progress.totalRows());
        bus.send(new LiveMessage(progress.workspaceId(), "import", Set.of(), progress.by(), data));
    }

    /** To everyone, for it names nothing: what they may see of it they read anew. */
    @EventListener
    void forecast(ForecastChanged change) {
        bus.send(new LiveMessage(
                change.workspaceId(),
                "forecast",
                Set.of(),
                null,
                Map.of("kind", change.part().code())));
    }

    private void record(
            String name,
            UUID workspace,
            UUID id,
            String kind,
            int version,
            UUID actor,
            @Nullable UUID owner,
            @Nullable UUID formerOwner) {
        boolean unowned = owner == null || formerOwner == null;
        Map<String, @Nullable Object> data = Map.of("id", id, "kind", kind, "version", version, "actorId", actor);
        bus.send(new LiveMessage(workspace, name, unowned ? Set.of() : owners(owner, formerOwner), null, data));
    }

    private static Set<UUID> owners(@Nullable UUID... owners) {
        Set<UUID> known = new HashSet<>();
        for (UUID owner : owners) {
            if (owner != null) {
                known.add(owner);
            }
        }
        return known;
    }
}
