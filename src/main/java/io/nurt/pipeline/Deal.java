package io.nurt.pipeline;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal as lists and its page show it.
 *
 * @param amount plain decimal in major units of {@code currency}; null when unknown
 * @param status {@code open}, {@code won} or {@code lost}
 * @param daysInStage whole days since it entered its stage
 * @param contacts JSON array of {@code {id,name,role,primary}}, primary first
 * @param products JSON array of {@code {id,name,quantity,unitPrice}}
 * @param custom JSON object of the custom fields
 */
public record Deal(
        UUID id,
        String title,
        @Nullable Ref company,
        @Nullable Ref owner,
        @Nullable String amount,
        String currency,
        UUID pipelineId,
        UUID stageId,
        Instant stageEnteredAt,
        long daysInStage,
        boolean rotting,
        @Nullable LocalDate expectedClose,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        List<String> tags,
        @Nullable LocalDate resumeOn,
        @Nullable Ref contact,
        String status,
        @Nullable String outcome,
        @Nullable Ref lostReason,
        @Nullable String lostNote,
        @Nullable String competitor,
        @Nullable Instant closedAt,
        Instant openedAt,
        @Nullable String source,
        @Nullable String category,
        @JsonRawValue String contacts,
        @JsonRawValue String products,
        @JsonRawValue String custom,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable UUID importId,
        int version) {}
