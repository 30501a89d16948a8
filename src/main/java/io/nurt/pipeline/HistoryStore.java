package io.nurt.pipeline;

import static io.nurt.kernel.Sql.at;
import static io.nurt.kernel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Events, passes and stays in the database. */
@Component
class HistoryStore {
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    HistoryStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(
            UUID dealId,
            DealEvent event,
            @Nullable UUID actor,
            String origin,
            DealWriter.Act act,
            Map<String, @Nullable Object> before,
            Map<String, Object> details,
            @Nullable String note) {
        DealState state = event.state();
        jdbc.sql("""
                        with known as (
                            update nurt.deal_event set known_until = :recorded
                            where deal_id = :deal and seq < :seq and known_until > :recorded)
                        insert into nurt.deal_event (deal_id, seq, kind, effective_at, recorded_at, actor_id, origin, import_id, title,
                               company_id, pipeline_id, stage_id, status, outcome, lost_reason_id, pass_no, amount, currency,
                               expected_close, owner_id, category, resume_on, present, before, details, note, batch_id)
                        values (:deal, :seq, :kind, :effective, :recorded, :actor, :origin, :import, :title,
                                :company, :pipeline, :stage, :status, :outcome, :lostReason, :passNo, :amount, :currency,
                                :expectedClose, :owner, :category, :resumeOn, :present, cast(:before as jsonb),
                                cast(:details as jsonb), :note, :batch)
                        """)
                .param("deal", dealId)
                .param("seq", event.seq())
                .param("kind", event.kind().code())
                .param("effective", at(event.effectiveAt()))
                .param("recorded", at(event.recordedAt()))
                .param("actor", actor)
                .param("origin", origin)
                .param("import", act.importId())
                .param("title", state.title())
                .param("company", state.companyId())
                .param("pipeline", state.pipelineId())
                .param("stage", state.stageId())
                .param("status", state.status().code())
                .param("outcome", state.outcome())
                .param("lostReason", state.lostReasonId())
                .param("passNo", state.passNo())
                .param("amount", state.amount())
                .param("currency", state.currency())
                .param("expectedClose", state.expectedClose())
                .param("owner", state.ownerId())
                .param("category", state.category())
                .param("resumeOn", state.resumeOn())
                .param("present", state.present())
                .param("before", before.isEmpty() ? "{}" : json.writeValueAsString(before))
                .param("details", details.isEmpty() ? "{}" : json.writeValueAsString(details))
                .param("note", note)
                .param("batch", act.batchId())
                .update();
    }

    /** All events of a deal, first to last. */
    List<DealEvent> events(UUID dealId) {
        return jdbc.sql("select * from nurt.deal_event where deal_id = :deal order by seq")
                .param("deal", dealId)
                .query(HistoryStore::event)
                .list();
    }

    static DealEvent event(ResultSet row, int n) throws SQLException {
        return new DealEvent(
                row.getInt("seq"),
                DealEventKind.of(row.getString("kind")),
                row.getTimestamp("effective_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                state(row));
    }

    static DealState state(ResultSet row) throws SQLException {
        return new DealState(
                row.getString("title"),
                uuid(row, "company_id"),
                row.getObject("pipeline_id", UUID.class),
                row.getObject("stage_id", UUID.class),
                StageKind.of(row.getString("status")),
                row.getString("outcome"),
                uuid(row, "lost_reason_id"),
                row.getInt("pass_no"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getObject("expected_close", LocalDate.class),
                uuid(row, "owner_id"),
                row.getString("category"),
                row.getObject("resume_on", LocalDate.class),
                row.getBoolean("present"));
    }

    /** Puts passes and stays in place of those stored. */
    void replace(UUID dealId, DealHistory history) {
        jdbc.sql("delete from nurt.stage_stay where deal_id = :deal")
                .param("deal", dealId)
                .update();
        jdbc.sql("delete from nurt.deal_pass where deal_id = :deal")
                .param("deal", dealId)
                .update();
        for (DealHistory.Pass pass : history.passes()) {
            jdbc.sql("""
                            insert into nurt.deal_pass (deal_id, pass_no, started_at, ended_at, outcome)
                            values (:deal, :pass, :started, :ended, :outcome)
                            """)
                    .param("deal", dealId)
                    .param("pass", pass.passNo())
                    .param("started", at(pass.startedAt()))
                    .param("ended", at(pass.endedAt()))
                    .param(
                            "outcome",
                            pass.outcome() == null ? null : pass.outcome().code())
                    .update();
        }
        for (DealHistory.Stay stay : history.stays()) {
            jdbc.sql("""
                            insert into nurt.stage_stay (deal_id, stay_no, pass_no, stage_id, entered_at, left_at, exit_kind, to_stage_id)
                            values (:deal, :stay, :pass, :stage, :entered, :left, :exit, :to)
                            """)
                    .param("deal", dealId)
                    .param("stay", stay.stayNo())
                    .param("pass", stay.passNo())
                    .param("stage", stay.stageId())
                    .param("entered", at(stay.enteredAt()))
                    .param("left", at(stay.leftAt()))
                    .param(
                            "exit",
                            stay.exitKind() == null ? null : stay.exitKind().code())
                    .param("to", stay.toStageId())
                    .update();
        }
    }

    /** Closes the open stay, if there is one, and enters the next: the same as deriving anew, in one statement. */
    void goOn(UUID dealId, DealState before, DealEvent event, DealHistory.Stages stages) {
        DealState after = event.state();
        boolean newPass = after.passNo() > before.passNo();
        ExitKind exit = !after.open()
                ? (after.status() == StageKind.WON ? ExitKind.WON : ExitKind.LOST)
                : newPass ? ExitKind.RETURNED : DealHistory.direction(before.stageId(), after.stageId(), stages);
        OffsetDateTime effective = event.effectiveAt().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        with left_stay as (
                            update nurt.stage_stay set left_at = :at, exit_kind = :exit, to_stage_id = :stage
                            where deal_id = :deal and left_at is null),
                        ended as (
                            update nurt.deal_pass set ended_at = :at, outcome = :exit
                            where deal_id = :deal and ended_at is null and :ends),
                        started as (
                            insert into nurt.deal_pass (deal_id, pass_no, started_at)
                            select :deal, :pass, :at where :starts)
                        insert into nurt.stage_stay (deal_id, stay_no, pass_no, stage_id, entered_at)
                        select :deal, (select coalesce(max(stay_no), 0) + 1 from nurt.stage_stay where deal_id = :deal),
                               :pass, :stage, :at
                        where :open
                        """)
                .param("deal", dealId)
                .param("at", effective)
                .param("exit", exit.code())
                .param("stage", after.stageId())
                .param("pass", after.passNo())
                .param("ends", newPass || !after.open())
                .param("starts", newPass)
                .param("open", after.open())
                .update();
    }
}
