package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.kernel.Problem;
import io.nurt.pipeline.Deal;
import io.nurt.pipeline.DealImport;
import io.nurt.pipeline.DealQuery;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a file changes in a deal that is known: what it says and is otherwise; what it does not know stays. */
@Component
class DealUpdate {
    private final DealQuery deals;
    private final JsonMapper json;

    DealUpdate(DealQuery deals, JsonMapper json) {
        this.deals = deals;
        this.json = json;
    }

    /** @return null when nothing is otherwise, or the deal is gone */
    DealImport.@Nullable Update between(
            UUID id,
            InterpretedRow row,
            DealStories.Facts facts,
            DealOutcome outcome,
            List<UUID> contacts,
            List<UUID> products,
            DealReader reader) {
        Deal now;
        try {
            now = deals.one(id);
        } catch (Problem gone) {
            return null;
        }
        if (now.deletedAt() != null) {
            return null;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (row.text(TargetField.DEAL_TITLE) != null) {
            put(fields, "title", now.title(), facts.title());
        }
        put(fields, "companyId", now.company() == null ? null : now.company().id(), facts.companyId());
        put(fields, "ownerId", now.owner() == null ? null : now.owner().id(), facts.ownerId());
        BigDecimal amount = facts.amount();
        if (amount != null
                && (now.amount() == null
                        || new BigDecimal(now.amount()).compareTo(amount) != 0
                        || !now.currency().equals(facts.currency()))) {
            fields.put("amount", amount.toPlainString());
            fields.put("currency", facts.currency());
        }
        put(fields, "expectedClose", now.expectedClose(), facts.expectedClose());
        put(fields, "source", now.source(), reader.source());
        put(fields, "nextStep", now.nextStep(), reader.nextStep());
        Set<String> tags = new HashSet<>(now.tags());
        if (tags.addAll(reader.tags())) {
            fields.put("tags", tags.stream().sorted().toList());
        }
        custom(fields, now, reader.custom());
        links(fields, now, contacts, products);
        boolean moved = !now.stageId().equals(outcome.target().id());
        UUID stage = moved ? outcome.target().id() : null;
        return fields.isEmpty() && stage == null ? null : new DealImport.Update(id, fields, stage);
    }

    private static void put(
            Map<String, @Nullable Object> fields, String name, @Nullable Object now, @Nullable Object wanted) {
        if (wanted != null && !Objects.equals(now, wanted)) {
            fields.put(name, wanted.toString());
        }
    }

    private void custom(Map<String, @Nullable Object> fields, Deal now, Map<String, Object> wanted) {
        JsonNode current = json.readTree(now.custom());
        Map<String, Object> changed = new LinkedHashMap<>();
        wanted.forEach((key, value) -> {
            if (!current.path(key).asString("").equals(value.toString())) {
                changed.put(key, value);
            }
        });
        if (!changed.isEmpty()) {
            fields.put("custom", changed);
        }
    }

    /** Contacts and products that the deal does not have yet are added to those it has. */
    private void links(Map<String, @Nullable Object> fields, Deal now, List<UUID> contacts, List<UUID> products) {
        add(fields, "contacts", "contactId", json.readTree(now.contacts()), contacts, List.of("role", "primary"));
        add(fields, "products", "productId", json.readTree(now.products()), products, List.of("quantity", "unitPrice"));
    }

    private void add(
            Map<String, @Nullable Object> fields,
            String field,
            String idName,
            JsonNode current,
            List<UUID> wanted,
            List<String> kept) {
        List<Map<String, Object>> all = new java.util.ArrayList<>();
        Set<String> present = new HashSet<>();
        for (JsonNode item : current) {
            present.add(item.path("id").asString());
            Map<String, Object> copy = new LinkedHashMap<>();
            copy.put(idName, item.path("id").asString());
            for (String name : kept) {
                if (item.hasNonNull(name)) {
                    copy.put(name, item.path(name));
                }
            }
            all.add(copy);
        }
        int before = all.size();
        for (UUID id : wanted) {
            if (present.add(id.toString())) {
                all.add(Map.of(idName, id.toString()));
            }
        }
        if (all.size() > before) {
            fields.put(field, all);
        }
    }
}
