package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Undoable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes changes of deals back. What was recorded stays recorded: an undo is one more event, dated like the one it takes back, so
 * that passes and stays are as if that had never been.
 */
@Component
class DealUndo implements Undoable {
    private static final String PREFIX = "deal";

    private final DealStore store;
    private final UndoStore undos;
    private final DealWriter writer;
    private final DealLinks links;
    private final DealRestore restore;

    DealUndo(DealStore store, UndoStore undos, DealWriter writer, DealLinks links, DealRestore restore) {
        this.store = store;
        this.undos = undos;
        this.writer = writer;
        this.links = links;
        this.restore = restore;
    }

    /** The token of one event of one deal. */
    static String token(UUID dealId, int seq) {
        return PREFIX + "." + dealId + "_" + seq;
    }

    /** The token of all that was done in one act. */
    static String token(UUID batchId) {
        return PREFIX + "." + batchId;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    @Transactional
    public int undo(String payload) {
        Caller caller = Caller.require(Permission.WRITE);
        boolean single = payload.indexOf('_') > 0;
        List<UndoStore.Done> done = single ? one(payload) : undos.batch(id(payload));
        if (done.isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        Map<UUID, List<UndoStore.Done>> byDeal =
                done.stream().collect(Collectors.groupingBy(UndoStore.Done::dealId, TreeMap::new, Collectors.toList()));
        int restored = 0;
        for (DealRow row : store.lock(List.copyOf(byDeal.keySet()), caller.visibility())) {
            List<UndoStore.Done> own = byDeal.getOrDefault(row.id, List.of());
            if (own.get(own.size() - 1).seq() != row.lastSeq) {
                if (single) {
                    throw new Problem(PipelineProblem.UNDO_OVERTAKEN);
                }
                continue;
            }
            takeBack(row, own);
            restored++;
        }
        if (restored == 0) {
            throw new Problem(single ? CommonProblem.NOT_FOUND : PipelineProblem.UNDO_OVERTAKEN);
        }
        return restored;
    }

    /** Of the events of one act the first holds what was there before it. */
    private void takeBack(DealRow row, List<UndoStore.Done> own) {
        links.load(row);
        DealWriter.Before before = DealWriter.Before.of(row);
        StageKind was = row.status;
        for (int i = own.size() - 1; i >= 0; i--) {
            restore.apply(row, own.get(i));
        }
        Instant effective = own.get(0).effectiveAt();
        if (row.status != StageKind.OPEN) {
            effective = undos.closing(row.id, own.get(0).seq()).orElse(effective);
        }
        DealEventKind kind =
                kind(before.state(), row.state(), was, own.get(own.size() - 1).kind());
        if (!before.state().stageId().equals(row.stageId) && row.status == StageKind.OPEN) {
            row.rank = store.place(row.stageId, row.id, null);
        }
        writer.write(row, before, new DealWriter.Act(kind, effective, null, null, null));
        links.store(row.id, row.contacts, row.products);
    }

    private static DealEventKind kind(DealState now, DealState then, StageKind was, DealEventKind done) {
        if (!now.stageId().equals(then.stageId()) || now.status() != then.status()) {
            return switch (then.status()) {
                case WON -> DealEventKind.WON;
                case LOST -> DealEventKind.LOST;
                case OPEN -> was == StageKind.OPEN ? DealEventKind.MOVED : DealEventKind.REOPENED;
            };
        }
        return switch (done) {
            case ARCHIVED -> DealEventKind.UNARCHIVED;
            case UNARCHIVED -> DealEventKind.ARCHIVED;
            case TRASHED -> DealEventKind.RESTORED;
            case RESTORED -> DealEventKind.TRASHED;
            default -> DealEventKind.CHANGED;
        };
    }

    private List<UndoStore.Done> one(String payload) {
        int cut = payload.indexOf('_');
        try {
            return undos.one(id(payload.substring(0, cut)), Integer.parseInt(payload.substring(cut + 1)));
        } catch (NumberFormatException notOurs) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }
}
