package io.nurt.pipeline;

import static io.nurt.kernel.Sql.at;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** The two statements that write a deal's row, and its values for them. */
final class DealSql {
    static final String INSERT = """
            insert into nurt.deal (id, pipeline_id, stage_id, title, company_id, owner_id, amount, currency, expected_close, source,
                                   tags, next_step, next_step_on, category, status, outcome, lost_reason_id, lost_note, competitor,
                                   resume_on, rank, pass_no, last_seq, opened_at, stage_entered_at, closed_at, custom,
                                   created_at, created_by, updated_at)
            values (:id, :pipeline, :stage, :title, :company, :owner, :amount, :currency, :expectedClose, :source,
                    cast(:tags as text[]), :nextStep, :nextStepOn, :category, :status, :outcome, :lostReason, :lostNote, :competitor,
                    :resumeOn, :rank, :passNo, :lastSeq, :openedAt, :stageEnteredAt, :closedAt, cast(:custom as jsonb),
                    :now, :actor, :now)
            """;

    static final String UPDATE = """
            update nurt.deal set pipeline_id = :pipeline, stage_id = :stage, title = :title, company_id = :company, owner_id = :owner,
                   amount = :amount, currency = :currency, expected_close = :expectedClose, source = :source,
                   tags = cast(:tags as text[]), next_step = :nextStep, next_step_on = :nextStepOn, category = :category,
                   status = :status, outcome = :outcome, lost_reason_id = :lostReason, lost_note = :lostNote,
                   competitor = :competitor, resume_on = :resumeOn, rank = :rank, pass_no = :passNo, last_seq = :lastSeq,
                   opened_at = :openedAt, stage_entered_at = :stageEnteredAt, closed_at = :closedAt,
                   custom = cast(:custom as jsonb), archived_at = :archivedAt, deleted_at = :deletedAt, updated_at = :now,
                   version = :version
            where id = :id
            """;

    private DealSql() {}

    static Map<String, @Nullable Object> deal(DealRow row, ObjectMapper json) {
        Map<String, @Nullable Object> values = new HashMap<>(64);
        values.put("id", row.id);
        values.put("pipeline", row.pipelineId);
        values.put("stage", row.stageId);
        values.put("title", row.title);
        values.put("company", row.companyId);
        values.put("owner", row.ownerId);
        values.put("amount", row.amount);
        values.put("currency", row.currency);
        values.put("expectedClose", row.expectedClose);
        values.put("source", row.source);
        values.put("tags", row.tags.toArray(String[]::new));
        values.put("nextStep", row.nextStep);
        values.put("nextStepOn", row.nextStepOn);
        values.put("category", row.category);
        values.put("status", row.status.code());
        values.put("outcome", row.outcome);
        values.put("lostReason", row.lostReasonId);
        values.put("lostNote", row.lostNote);
        values.put("competitor", row.competitor);
        values.put("resumeOn", row.resumeOn);
        values.put("rank", row.rank);
        values.put("passNo", row.passNo);
        values.put("lastSeq", row.lastSeq);
        values.put("openedAt", at(row.openedAt));
        values.put("stageEnteredAt", at(row.stageEnteredAt));
        values.put("closedAt", at(row.closedAt));
        values.put("custom", row.custom.isEmpty() ? "{}" : json.writeValueAsString(row.custom));
        values.put("archivedAt", at(row.archivedAt));
        values.put("deletedAt", at(row.deletedAt));
        values.put("version", row.version);
        return values;
    }
}
