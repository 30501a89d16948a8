package io.nurt.pipeline;

import io.nurt.identity.Visibility;
import io.nurt.kernel.Patch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Changes of existing deals that come with an import: ordinary events recorded now. */
@Component
class DealUpdates {
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};
    private static final String STAGE = "stageId";

    private final DealStore store;
    private final DealLinks links;
    private final DealPatch patches;
    private final DealMoves moves;
    private final DealWriter writer;
    private final Catalog catalog;
    private final ObjectMapper json;

    DealUpdates(
            DealStore store,
            DealLinks links,
            DealPatch patches,
            DealMoves moves,
            DealWriter writer,
            Catalog catalog,
            ObjectMapper json) {
        this.store = store;
        this.links = links;
        this.patches = patches;
        this.moves = moves;
        this.writer = writer;
        this.catalog = catalog;
        this.json = json;
    }

    List<DealImport.Answer> update(List<DealImport.Update> wanted, UUID importId) {
        Map<UUID, DealImport.Update> byId = wanted.stream()
                .collect(Collectors.toMap(DealImport.Update::dealId, Function.identity(), (first, last) -> last));
        List<DealImport.Answer> answers = new ArrayList<>();
        for (DealRow row : store.lock(List.copyOf(byId.keySet()), Visibility.ALL)) {
            DealImport.Update update = Objects.requireNonNull(byId.get(row.id));
            answers.add(change(row, update.fields(), update.stageId(), importId));
        }
        return answers;
    }

    int revert(Map<UUID, DealImport.Answer> befores, UUID importId) {
        int reverted = 0;
        for (DealRow row : store.lock(List.copyOf(befores.keySet()), Visibility.ALL)) {
            DealImport.Answer answer = Objects.requireNonNull(befores.get(row.id));
            if (answer.before() != null && answer.version() == row.version) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>(json.readValue(answer.before(), FIELDS));
                Object stage = fields.remove(STAGE);
                fields.computeIfPresent("custom", (name, custom) -> exactly(row.custom, custom));
                change(row, fields, stage == null ? null : UUID.fromString(stage.toString()), importId);
                reverted++;
            }
        }
        return reverted;
    }

    /** A patch that leaves exactly the former custom fields, clearing those added since. */
    private static Map<String, @Nullable Object> exactly(Map<String, Object> now, Object before) {
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        now.keySet().forEach(key -> patch.put(key, null));
        if (before instanceof Map<?, ?> values) {
            values.forEach((key, value) -> patch.put(String.valueOf(key), value));
        }
        return patch;
    }

    private DealImport.Answer change(
            DealRow row, Map<String, @Nullable Object> fields, @Nullable UUID stageId, UUID importId) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        if (stageId != null && !stageId.equals(row.stageId)) {
            changed.put(STAGE, row.stageId);
            Stage to = catalog.setup().usable(stageId);
            DealWriter.Act act = new DealWriter.Act(DealMoves.kind(row, to), null, null, null, importId);
            moves.apply(row, to, DealMoves.Move.to(stageId), act, false);
        }
        if (!fields.isEmpty()) {
            Patch patch = new Patch(json.valueToTree(fields), json);
            patches.prepare(row, patch);
            DealWriter.Before before = DealWriter.Before.of(row);
            patches.apply(row, patch);
            if (writer.write(row, before, new DealWriter.Act(DealEventKind.CHANGED, null, null, null, importId)) > 0) {
                links.store(row.id, row.contacts, row.products);
                changed.putAll(before.differing(row));
            }
        }
        return new DealImport.Answer(row.id, changed.isEmpty() ? null : json.writeValueAsString(changed), row.version);
    }
}
