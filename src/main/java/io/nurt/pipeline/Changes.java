package io.nurt.pipeline;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a deal, by the names the API uses. */
final class Changes {
    private Changes() {}

    /** The tracked fields of a state. */
    static Map<String, @Nullable Object> tracked(DealState state) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("title", state.title());
        fields.put("companyId", state.companyId());
        fields.put("pipelineId", state.pipelineId());
        fields.put("stageId", state.stageId());
        fields.put("status", state.status().code());
        fields.put("outcome", state.outcome());
        fields.put("lostReasonId", state.lostReasonId());
        fields.put("passNo", state.passNo());
        fields.put("amount", plain(state.amount()));
        fields.put("currency", state.currency());
        fields.put("expectedClose", state.expectedClose());
        fields.put("ownerId", state.ownerId());
        fields.put("category", state.category());
        fields.put("resumeOn", state.resumeOn());
        fields.put("present", state.present());
        return fields;
    }

    /** The values before, of the tracked fields that differ; the same as by the maps, without making them. */
    static Map<String, @Nullable Object> before(DealState before, DealState after) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        differing(changed, "title", before.title(), after.title());
        differing(changed, "companyId", before.companyId(), after.companyId());
        differing(changed, "pipelineId", before.pipelineId(), after.pipelineId());
        differing(changed, "stageId", before.stageId(), after.stageId());
        differing(changed, "status", before.status().code(), after.status().code());
        differing(changed, "outcome", before.outcome(), after.outcome());
        differing(changed, "lostReasonId", before.lostReasonId(), after.lostReasonId());
        differing(changed, "passNo", before.passNo(), after.passNo());
        if (before.amount() != after.amount()) {
            differing(changed, "amount", plain(before.amount()), plain(after.amount()));
        }
        differing(changed, "currency", before.currency(), after.currency());
        differing(changed, "expectedClose", before.expectedClose(), after.expectedClose());
        differing(changed, "ownerId", before.ownerId(), after.ownerId());
        differing(changed, "category", before.category(), after.category());
        differing(changed, "resumeOn", before.resumeOn(), after.resumeOn());
        differing(changed, "present", before.present(), after.present());
        return changed;
    }

    private static void differing(
            Map<String, @Nullable Object> changed, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.put(field, before);
        }
    }

    /** The values before, of the fields that differ. */
    static Map<String, @Nullable Object> before(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        before.forEach((field, value) -> {
            if (!Objects.equals(value, after.get(field))) {
                changed.put(field, value);
            }
        });
        return changed;
    }

    /** The values before and after, of the fields that differ. */
    static Map<String, Object> both(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        Map<String, Object> changed = new LinkedHashMap<>();
        before.forEach((field, value) -> {
            if (!Objects.equals(value, after.get(field))) {
                changed.put(field, Arrays.asList(value, after.get(field)));
            }
        });
        return changed;
    }

    /** An amount as it is sent: a plain decimal without needless zeros. */
    static @Nullable String plain(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
