package io.nurt.pipeline;

import static io.nurt.kernel.Sql.at;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes a changed deal with its event, passes and stays, and tells the others. The only way a deal's row changes. */
@Component
class DealWriter {
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final HistoryStore history;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;

    DealWriter(
            JdbcClient jdbc,
            ObjectMapper json,
            HistoryStore history,
            Catalog catalog,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.history = history;
        this.catalog = catalog;
        this.events = events;
    }

    /**
     * What is being done to a deal.
     *
     * @param effectiveAt when it is true; null: now
     * @param batchId joins the changes of one act, to be taken back together
     */
    record Act(
            DealEventKind kind,
            @Nullable Instant effectiveAt,
            @Nullable String note,
            @Nullable UUID batchId,
            @Nullable UUID importId) {
        static Act of(DealEventKind kind) {
            return new Act(kind, null, null, null, null);
        }
    }

    /** A deal before it is changed; taken right after it was loaded. */
    record Before(
            DealState state,
            Map<String, @Nullable Object> details,
            Instant stageEnteredAt,
            @Nullable Instant closedAt) {
        static Before of(DealRow row) {
            return new Before(row.state(), row.details(), row.stageEnteredAt, row.closedAt);
        }

        /** What has been changed since, as it was: by the API's names. */
        Map<String, @Nullable Object> differing(DealRow row) {
            Map<String, @Nullable Object> changed = Changes.before(state, row.state());
            changed.putAll(Changes.before(details, row.details()));
            return changed;
        }
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Stores a new deal. */
    void insert(DealRow row, @Nullable String note) {
        Actor actor = Actor.current();
        row.lastSeq = 1;
        DealEvent event = new DealEvent(1, DealEventKind.CREATED, row.openedAt, now(), row.state());
        jdbc.sql(DealSql.INSERT)
                .params(DealSql.deal(row, json))
                .param("actor", actor.userId())
                .param("now", at(event.recordedAt()))
                .update();
        history.insert(
                row.id, event, actor.userId(), actor.origin(), Act.of(DealEventKind.CREATED), Map.of(), Map.of(), note);
        history.replace(row.id, DealHistory.EMPTY.append(event, catalog.setup()));
        tell(row, null, actor, DealEventKind.CREATED.code());
    }

    /**
     * Stores a change, if anything changed.
     *
     * @return the number of the event; 0 when nothing changed
     */
    int write(DealRow row, Before before, Act act) {
        Actor actor = Actor.current();
        DealState after = row.state();
        Map<String, @Nullable Object> tracked = Changes.before(before.state, after);
        Map<String, Object> details = Changes.both(before.details, row.details());
        if (tracked.isEmpty() && details.isEmpty()) {
            return 0;
        }
        Instant now = now();
        Instant effective = act.effectiveAt == null ? now : act.effectiveAt;
        row.lastSeq++;
        row.version++;
        DealEvent event = new DealEvent(row.lastSeq, act.kind, effective, now, after);
        DealEvent last = new DealEvent(row.lastSeq - 1, DealEventKind.CHANGED, Instant.MIN, Instant.MIN, before.state);
        if (DealHistory.transition(last, event)) {
            follow(row, before, event);
        }
        jdbc.sql(DealSql.UPDATE)
                .params(DealSql.deal(row, json))
                .param("now", at(now))
                .update();
        history.insert(
                row.id,
                event,
                actor.userId(),
                act.importId == null ? actor.origin() : Actor.IMPORT,
                act,
                tracked,
                details,
                act.note);
        tell(row, before.state, actor, act.kind.code());
        return row.lastSeq;
    }

    /** Brings passes and stays up to a transition: in place when it goes on from the present, anew when it is back-dated. */
    private void follow(DealRow row, Before before, DealEvent event) {
        boolean newPass = event.state().passNo() > before.state.passNo();
        Instant since = before.closedAt == null ? before.stageEnteredAt : before.closedAt;
        boolean goesOn = !event.effectiveAt().isBefore(since) && (before.state.open() || newPass);
        if (goesOn && event.state().passNo() >= before.state.passNo()) {
            history.goOn(row.id, before.state, event, catalog.setup());
            row.stageEnteredAt = event.effectiveAt();
            row.closedAt = row.status == StageKind.OPEN ? null : event.effectiveAt();
            return;
        }
        List<DealEvent> events = history.events(row.id);
        events.add(event);
        DealHistory derived = DealHistory.derive(events, catalog.setup());
        history.replace(row.id, derived);
        DealHistory.Pass pass = derived.passes().get(derived.passes().size() - 1);
        row.openedAt = derived.passes().get(0).startedAt();
        row.closedAt = pass.endedAt();
        row.stageEnteredAt = row.closedAt != null
                ? row.closedAt
                : derived.stays().get(derived.stays().size() - 1).enteredAt();
    }

    /** Places a card elsewhere in its column: no event, no new version, for nothing about the deal has changed. */
    void place(DealRow row) {
        jdbc.sql("update nurt.deal set rank = :rank where id = :id")
                .param("rank", row.rank)
                .param("id", row.id)
                .update();
        tell(row, row.state(), Actor.current(), "ordered");
    }

    private void tell(DealRow row, @Nullable DealState before, Actor actor, String kind) {
        events.publishEvent(new DealChanged(
                actor.workspaceId(),
                row.id,
                row.pipelineId,
                row.stageId,
                before == null ? null : before.stageId(),
                row.ownerId,
                before == null ? null : before.ownerId(),
                row.version,
                actor.userId(),
                kind));
    }
}
