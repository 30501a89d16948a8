package io.nurt.pipeline;

import io.nurt.directory.CustomFields;
import io.nurt.directory.RecordKind;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Applies what a person wrote into a deal's fields. */
@Component
class DealPatch {
    static final Set<String> FIELDS = Set.of(
            "title",
            "companyId",
            "ownerId",
            "amount",
            "currency",
            "expectedClose",
            "source",
            "category",
            "tags",
            "nextStep",
            "nextStepOn",
            "resumeOn",
            "custom",
            "contacts",
            "products",
            "outcome",
            "lostReasonId",
            "lostNote",
            "competitor");
    private static final Set<String> CATEGORIES = Set.of("commit", "best_case", "pipeline", "omitted");
    private static final TypeReference<List<DealLinks.ContactLink>> CONTACTS = new TypeReference<>() {};
    private static final TypeReference<List<DealLinks.ProductLink>> PRODUCTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> CUSTOM = new TypeReference<>() {};
    private static final int SHORT = 200;
    private static final int LONG = 2000;

    private final References references;
    private final DealLinks links;
    private final CustomFields customFields;
    private final ObjectMapper json;

    DealPatch(References references, DealLinks links, CustomFields customFields, ObjectMapper json) {
        this.customFields = customFields;
        this.references = references;
        this.links = links;
        this.json = json;
    }

    /** Loads what the patch will change beyond the row itself; before the state before is taken. */
    void prepare(DealRow row, Patch patch) {
        if (patch.has("contacts") || patch.has("products")) {
            links.load(row);
        }
    }

    void apply(DealRow row, Patch patch) {
        row.title = References.title(patch.value("title", String.class, row.title));
        people(row, patch);
        row.amount = References.amount("amount", patch.read("amount", DealPatch::decimal, row.amount));
        row.currency = References.currency(patch.value("currency", String.class, row.currency), row.currency);
        row.expectedClose = patch.value("expectedClose", LocalDate.class, row.expectedClose);
        row.source = text("source", patch, row.source, SHORT);
        row.category = one("category", patch, row.category, CATEGORIES, "pipeline.category");
        if (patch.has("tags")) {
            row.tags = References.tags(patch.read("tags", this::texts, List.of()));
        }
        row.nextStep = text("nextStep", patch, row.nextStep, LONG);
        row.nextStepOn = patch.value("nextStepOn", LocalDate.class, row.nextStepOn);
        row.resumeOn = patch.value("resumeOn", LocalDate.class, row.resumeOn);
        patch.node("custom").ifPresent(node -> row.custom = merged(row.custom, node));
        loss(row, patch);
    }

    private void people(DealRow row, Patch patch) {
        if (patch.has("companyId")) {
            row.companyId = patch.value("companyId", UUID.class, null);
            references.company(row.companyId);
        }
        if (patch.has("ownerId")) {
            row.ownerId = patch.value("ownerId", UUID.class, null);
            references.owner(row.ownerId);
        }
        if (patch.has("contacts")) {
            row.contacts =
                    DealLinks.tidy(listed(patch.read("contacts", node -> json.convertValue(node, CONTACTS), null)));
            references.contacts(
                    row.contacts.stream().map(DealLinks.ContactLink::contactId).toList());
        }
        if (patch.has("products")) {
            row.products = DealLinks.tidyProducts(
                    listed(patch.read("products", node -> json.convertValue(node, PRODUCTS), null)));
            references.products(
                    row.products.stream().map(DealLinks.ProductLink::productId).toList());
        }
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Only of a lost deal; nothing here changes whether it is lost. */
    private void loss(DealRow row, Patch patch) {
        for (String field : List.of("outcome", "lostReasonId", "lostNote", "competitor")) {
            if (patch.node(field).isPresent() && row.status != StageKind.LOST) {
                throw new Problem(CommonProblem.INVALID).field(field, "pipeline.only-lost");
            }
        }
        row.outcome = one("outcome", patch, row.outcome, DealMoves.OUTCOMES, "pipeline.outcome");
        if (patch.has("lostReasonId")) {
            row.lostReasonId = patch.value("lostReasonId", UUID.class, null);
            references.lostReason(row.lostReasonId);
        }
        row.lostNote = text("lostNote", patch, row.lostNote, LONG);
        row.competitor = text("competitor", patch, row.competitor, SHORT);
    }

    private static @Nullable String text(String field, Patch patch, @Nullable String now, int longest) {
        String text = patch.value(field, String.class, now);
        return text == null || text.isBlank() ? null : References.text(field, text.strip(), longest);
    }

    private static @Nullable String one(
            String field, Patch patch, @Nullable String now, Set<String> allowed, String code) {
        String value = patch.value(field, String.class, now);
        if (value != null && !allowed.contains(value)) {
            throw new Problem(CommonProblem.INVALID).field(field, code);
        }
        return value;
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.asString().isBlank() ? null : new BigDecimal(node.asString().strip());
    }

    private List<String> texts(JsonNode node) {
        return json.convertValue(node, new TypeReference<List<String>>() {});
    }

    /** Each value is checked against its field's type. */
    private Map<String, Object> merged(Map<String, Object> now, JsonNode patch) {
        Problem problem = new Problem(CommonProblem.INVALID);
        ObjectNode current = json.valueToTree(now);
        ObjectNode merged = customFields.merge(RecordKind.DEAL, current, patch, problem);
        if (problem.hasFieldErrors()) {
            throw problem;
        }
        return json.convertValue(merged, CUSTOM);
    }
}
