package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves deals between stages. */
@Service
class DealMoves {
    static final Set<String> OUTCOMES = Set.of("disqualified", "competitor", "no_decision");

    private final DealStore store;
    private final DealWriter writer;
    private final Gates gates;
    private final Catalog catalog;
    private final References references;
    private final DealQuery query;

    DealMoves(
            DealStore store, DealWriter writer, Gates gates, Catalog catalog, References references, DealQuery query) {
        this.store = store;
        this.writer = writer;
        this.gates = gates;
        this.catalog = catalog;
        this.references = references;
        this.query = query;
    }

    /**
     * Where to, and what is to be known about it.
     *
     * @param afterDealId the card above the new place; null for the top
     * @param closedOn the day the deal was really won or lost, in the workspace's zone; null: now
     * @param amount the amount it was won with; null: as it is
     */
    record Move(
            @Nullable UUID stageId,
            @Nullable UUID afterDealId,
            @Nullable UUID lostReasonId,
            @Nullable String outcome,
            @Nullable String competitor,
            @Nullable String note,
            @Nullable LocalDate closedOn,
            @Nullable BigDecimal amount) {
        static Move to(@Nullable UUID stageId) {
            return new Move(stageId, null, null, null, null, null, null, null);
        }
    }

    /** For nurture until a day. */
    record Return(
            @Nullable UUID stageId,
            @Nullable LocalDate resumeOn,
            @Nullable UUID lostReasonId,
            @Nullable String note) {}

    /** A deal as it is after a change, and what takes the change back; no token when nothing changed. */
    record Changed(Deal deal, @Nullable String undoToken) {}

    @Transactional
    Changed move(UUID id, @Nullable Integer version, Move move) {
        Caller caller = Caller.require(Permission.WRITE);
        DealRow row = locked(id, version, caller);
        Stage to = catalog.setup().usable(move.stageId());
        int seq;
        if (to.id().equals(row.stageId) && to.kind() == StageKind.OPEN) {
            row.rank = store.place(to.id(), id, move.afterDealId());
            writer.place(row);
            seq = 0;
        } else {
            seq = apply(row, to, move, DealWriter.Act.of(kind(row, to)), true);
        }
        return changed(id, seq);
    }

    @Transactional
    Changed giveBack(UUID id, @Nullable Integer version, Return wish) {
        Caller caller = Caller.require(Permission.WRITE);
        DealRow row = locked(id, version, caller);
        Stage to = openStage(wish.stageId());
        if (wish.resumeOn() == null) {
            throw new Problem(CommonProblem.INVALID).field("resumeOn", "common.required");
        }
        if (row.status == StageKind.WON) {
            throw new Problem(PipelineProblem.NOT_OPEN);
        }
        DealWriter.Before before = DealWriter.Before.of(row);
        references.lostReason(wish.lostReasonId());
        enter(row, to);
        row.passNo++;
        row.resumeOn = wish.resumeOn();
        row.lostReasonId = wish.lostReasonId();
        ask(row, before, to, wish.note());
        row.rank = store.place(to.id(), id, null);
        return changed(
                id,
                writer.write(row, before, new DealWriter.Act(DealEventKind.RETURNED, null, wish.note(), null, null)));
    }

    @Transactional
    Changed reopen(UUID id, @Nullable Integer version, @Nullable UUID stageId) {
        Caller caller = Caller.require(Permission.WRITE);
        DealRow row = locked(id, version, caller);
        if (row.status == StageKind.OPEN) {
            throw new Problem(PipelineProblem.NOT_CLOSED);
        }
        Stage to = openStage(stageId);
        return changed(id, apply(row, to, Move.to(to.id()), DealWriter.Act.of(DealEventKind.REOPENED), true));
    }

    /**
     * Puts a loaded deal into another stage and writes it.
     *
     * @return the number of the event
     */
    int apply(DealRow row, Stage to, Move move, DealWriter.Act act, boolean asked) {
        return apply(row, DealWriter.Before.of(row), to, move, act, asked);
    }

    /** As {@link #apply(DealRow, Stage, Move, DealWriter.Act, boolean)}, with other changes made since {@code before}. */
    int apply(DealRow row, DealWriter.Before before, Stage to, Move move, DealWriter.Act act, boolean asked) {
        Instant effective = null;
        if (to.kind() == StageKind.OPEN) {
            if (row.status != StageKind.OPEN) {
                row.passNo++;
            }
            enter(row, to);
            row.rank = store.place(to.id(), row.id, move.afterDealId());
        } else {
            effective = closing(row, move);
            close(row, to, move);
        }
        if (asked) {
            ask(row, before, to, move.note());
        }
        return writer.write(
                row, before, new DealWriter.Act(act.kind(), effective, move.note(), act.batchId(), act.importId()));
    }

    static DealEventKind kind(DealRow row, Stage to) {
        return switch (to.kind()) {
            case WON -> DealEventKind.WON;
            case LOST -> DealEventKind.LOST;
            case OPEN -> row.status == StageKind.OPEN ? DealEventKind.MOVED : DealEventKind.REOPENED;
        };
    }

    private void enter(DealRow row, Stage to) {
        row.pipelineId = to.pipelineId();
        row.stageId = to.id();
        row.status = StageKind.OPEN;
        row.closedAt = null;
        row.outcome = null;
        row.lostReasonId = null;
        row.lostNote = null;
        row.competitor = null;
        row.resumeOn = null;
    }

    private void close(DealRow row, Stage to, Move move) {
        references.lostReason(move.lostReasonId());
        if (move.outcome() != null && !OUTCOMES.contains(move.outcome())) {
            throw new Problem(CommonProblem.INVALID).field("outcome", "pipeline.outcome");
        }
        boolean lost = to.kind() == StageKind.LOST;
        row.pipelineId = to.pipelineId();
        row.stageId = to.id();
        row.status = to.kind();
        row.outcome = lost ? move.outcome() : null;
        row.lostReasonId = lost ? move.lostReasonId() : null;
        row.lostNote = lost ? move.note() : null;
        row.competitor = lost ? move.competitor() : null;
        row.resumeOn = null;
        if (move.amount() != null) {
            row.amount = References.amount("amount", move.amount());
        }
    }

    /** When a deal is closed: at noon of the day told, but not before it was opened; a correction keeps the day it had. */
    private @Nullable Instant closing(DealRow row, Move move) {
        if (move.closedOn() == null) {
            return row.closedAt;
        }
        Setup setup = catalog.setup();
        Instant now = DealWriter.now();
        LocalDate opened = LocalDate.ofInstant(row.openedAt, setup.zone());
        if (move.closedOn().isAfter(setup.today()) || move.closedOn().isBefore(opened)) {
            throw new Problem(PipelineProblem.CLOSED_ON_IMPOSSIBLE)
                    .field("closedOn", "pipeline.closed-on-impossible.title");
        }
        Instant noon =
                move.closedOn().atTime(LocalTime.NOON).atZone(setup.zone()).toInstant();
        Instant told = noon.isBefore(row.openedAt) ? row.openedAt : noon;
        return told.isAfter(now) ? now : told;
    }

    private void ask(DealRow row, DealWriter.Before before, Stage to, @Nullable String note) {
        Stage from = catalog.setup().apply(before.state().stageId());
        gates.ask(new StageGate.StageChange(row.id, before.state(), row.state(), from, to, note));
    }

    private Stage openStage(@Nullable UUID stageId) {
        Stage to = catalog.setup().usable(stageId);
        if (to.kind() != StageKind.OPEN) {
            throw new Problem(CommonProblem.INVALID).field("stageId", "pipeline.open-stage-needed");
        }
        return to;
    }

    private DealRow locked(UUID id, @Nullable Integer version, Caller caller) {
        DealRow row = store.lock(id, caller.visibility()).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        if (version != null && version != row.version) {
            Versions.check(version, row.version, query.one(id));
        }
        if (row.deletedAt != null) {
            throw new Problem(PipelineProblem.IN_TRASH);
        }
        return row;
    }

    private Changed changed(UUID id, int seq) {
        return new Changed(query.changed(id), seq == 0 ? null : DealUndo.token(id, seq));
    }
}
