package io.nurt.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deal's row while it is being changed: loaded under a lock, changed by a service, written once. */
final class DealRow {
    final UUID id;
    UUID pipelineId;
    UUID stageId;
    String title;
    String currency;
    StageKind status = StageKind.OPEN;
    String rank = "";
    Instant openedAt;
    Instant stageEnteredAt;
    List<String> tags = List.of();
    Map<String, Object> custom = Map.of();
    int passNo = 1;
    int lastSeq;
    int version = 1;

    @Nullable
    UUID companyId;

    @Nullable
    UUID ownerId;

    @Nullable
    BigDecimal amount;

    @Nullable
    LocalDate expectedClose;

    @Nullable
    String source;

    @Nullable
    String nextStep;

    @Nullable
    LocalDate nextStepOn;

    @Nullable
    String category;

    @Nullable
    String outcome;

    @Nullable
    UUID lostReasonId;

    @Nullable
    String lostNote;

    @Nullable
    String competitor;

    @Nullable
    LocalDate resumeOn;

    @Nullable
    Instant closedAt;

    @Nullable
    Instant archivedAt;

    @Nullable
    Instant deletedAt;
    /** Loaded only where they are changed. */
    @Nullable
    List<DealLinks.ContactLink> contacts;
    /** Loaded only where they are changed. */
    @Nullable
    List<DealLinks.ProductLink> products;

    DealRow(UUID id, UUID pipelineId, UUID stageId, String title, String currency, Instant openedAt) {
        this.id = id;
        this.pipelineId = pipelineId;
        this.stageId = stageId;
        this.title = title;
        this.currency = currency;
        this.openedAt = openedAt;
        this.stageEnteredAt = openedAt;
    }

    DealState state() {
        return new DealState(
                title,
                companyId,
                pipelineId,
                stageId,
                status,
                outcome,
                lostReasonId,
                passNo,
                amount,
                currency,
                expectedClose,
                ownerId,
                category,
                resumeOn,
                archivedAt == null && deletedAt == null);
    }

    /** The fields that are not part of the tracked state but of the timeline. */
    Map<String, @Nullable Object> details() {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("source", source);
        details.put("tags", tags);
        details.put("nextStep", nextStep);
        details.put("nextStepOn", nextStepOn);
        details.put("lostNote", lostNote);
        details.put("competitor", competitor);
        details.put("custom", custom);
        details.put("archived", archivedAt != null);
        details.put("trashed", deletedAt != null);
        if (contacts != null) {
            details.put("contacts", contacts);
        }
        if (products != null) {
            details.put("products", products);
        }
        return details;
    }
}
