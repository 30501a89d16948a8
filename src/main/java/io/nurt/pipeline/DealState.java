package io.nurt.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a deal at each of its events: the tracked state.
 *
 * @param status open, won or lost: the kind of its stage
 * @param outcome of a lost deal: {@code disqualified}, {@code competitor} or {@code no_decision}
 * @param passNo 1 for the first journey through the pipeline; more after a return or a reopening
 * @param amount in {@code currency}, major units; null when unknown
 * @param currency ISO 4217 code
 * @param category forecast category: {@code commit}, {@code best_case}, {@code pipeline}, {@code omitted}
 * @param resumeOn a deal returned for nurture sleeps until this day
 * @param present neither archived nor in the trash
 */
public record DealState(
        String title,
        @Nullable UUID companyId,
        UUID pipelineId,
        UUID stageId,
        StageKind status,
        @Nullable String outcome,
        @Nullable UUID lostReasonId,
        int passNo,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable LocalDate expectedClose,
        @Nullable UUID ownerId,
        @Nullable String category,
        @Nullable LocalDate resumeOn,
        boolean present) {

    public boolean open() {
        return status == StageKind.OPEN;
    }

    /** In a stage of a kind that says whether the deal is open, won or lost. */
    public DealState at(Stage stage, int pass, @Nullable LocalDate sleepsUntil) {
        boolean lost = stage.kind() == StageKind.LOST;
        return at(stage, lost ? outcome : null, lost ? lostReasonId : null, pass, sleepsUntil);
    }

    public DealState lostAt(Stage stage, @Nullable UUID reason, @Nullable String how) {
        return at(stage, how, reason, passNo, null);
    }

    public DealState worth(@Nullable BigDecimal value, String code) {
        return with(value, code, expectedClose, ownerId);
    }

    public DealState expectedOn(@Nullable LocalDate day) {
        return with(amount, currency, day, ownerId);
    }

    public DealState ownedBy(@Nullable UUID owner) {
        return with(amount, currency, expectedClose, owner);
    }

    private DealState at(
            Stage stage, @Nullable String how, @Nullable UUID reason, int pass, @Nullable LocalDate sleepsUntil) {
        return new DealState(
                title,
                companyId,
                stage.pipelineId(),
                stage.id(),
                stage.kind(),
                how,
                reason,
                pass,
                amount,
                currency,
                expectedClose,
                ownerId,
                category,
                sleepsUntil,
                present);
    }

    private DealState with(
            @Nullable BigDecimal value, String code, @Nullable LocalDate expected, @Nullable UUID owner) {
        return new DealState(
                title,
                companyId,
                pipelineId,
                stageId,
                status,
                outcome,
                lostReasonId,
                passNo,
                value,
                code,
                expected,
                owner,
                category,
                resumeOn,
                present);
    }
}
