package io.nurt.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Puts remembered values back into a deal's row; no rule is asked, for they were good when they were stored. */
@Component
class DealRestore {
    private static final TypeReference<Map<String, Object>> CUSTOM = new TypeReference<>() {};
    private static final TypeReference<java.util.List<DealLinks.ContactLink>> CONTACTS = new TypeReference<>() {};
    private static final TypeReference<java.util.List<DealLinks.ProductLink>> PRODUCTS = new TypeReference<>() {};
    private static final TypeReference<java.util.List<String>> TEXTS = new TypeReference<>() {};

    private final ObjectMapper json;

    DealRestore(ObjectMapper json) {
        this.json = json;
    }

    void apply(DealRow row, UndoStore.Done done) {
        done.before().forEach((field, value) -> set(row, field, value));
        if (row.status == StageKind.OPEN) {
            row.closedAt = null;
        }
    }

    private void set(DealRow row, String field, @Nullable Object value) {
        switch (field) {
            case "title" -> row.title = String.valueOf(value);
            case "companyId" -> row.companyId = id(value);
            case "pipelineId" -> row.pipelineId = UUID.fromString(String.valueOf(value));
            case "stageId" -> row.stageId = UUID.fromString(String.valueOf(value));
            case "status" -> row.status = StageKind.of(String.valueOf(value));
            case "outcome" -> row.outcome = text(value);
            case "lostReasonId" -> row.lostReasonId = id(value);
            case "passNo" -> row.passNo = Integer.parseInt(String.valueOf(value));
            case "amount" -> row.amount = value == null ? null : new BigDecimal(value.toString());
            case "currency" -> row.currency = String.valueOf(value);
            case "expectedClose" -> row.expectedClose = day(value);
            case "ownerId" -> row.ownerId = id(value);
            case "category" -> row.category = text(value);
            case "resumeOn" -> row.resumeOn = day(value);
            case "source" -> row.source = text(value);
            case "nextStep" -> row.nextStep = text(value);
            case "nextStepOn" -> row.nextStepOn = day(value);
            case "lostNote" -> row.lostNote = text(value);
            case "competitor" -> row.competitor = text(value);
            case "archived" -> row.archivedAt = Boolean.TRUE.equals(value) ? DealWriter.now() : null;
            case "trashed" -> row.deletedAt = Boolean.TRUE.equals(value) ? DealWriter.now() : null;
            case "tags" -> row.tags = json.convertValue(value, TEXTS);
            case "custom" -> row.custom = json.convertValue(value, CUSTOM);
            case "contacts" -> row.contacts = json.convertValue(value, CONTACTS);
            case "products" -> row.products = json.convertValue(value, PRODUCTS);
            default -> {
                // "present" follows from "archived" and "trashed".
            }
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable UUID id(@Nullable Object value) {
        return value == null ? null : UUID.fromString(value.toString());
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }
}
