package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.platform.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes many deals in one act, which is taken back as one. A deal that cannot be changed is named and left as it is. */
@Service
class BulkEdit {
    static final int MOST = 10_000;
    private static final Set<String> CHANGES = Set.of(
            "ownerId",
            "stageId",
            "tagsAdd",
            "tagsRemove",
            "expectedClose",
            "source",
            "category",
            "archive",
            "trash",
            "lostReasonId",
            "outcome",
            "amount",
            "currency",
            "companyId",
            "nextStep",
            "nextStepOn");
    private static final Set<String> NOT_FIELDS =
            Set.of("stageId", "tagsAdd", "tagsRemove", "archive", "trash", "lostReasonId", "outcome");

    private final DealStore store;
    private final DealQuery query;
    private final DealPatch patches;
    private final DealMoves moves;
    private final DealService deals;
    private final DealWriter writer;
    private final Catalog catalog;
    private final Texts texts;
    private final ObjectMapper json;

    BulkEdit(
            DealStore store,
            DealQuery query,
            DealPatch patches,
            DealMoves moves,
            DealService deals,
            DealWriter writer,
            Catalog catalog,
            Texts texts,
            ObjectMapper json) {
        this.store = store;
        this.query = query;
        this.patches = patches;
        this.moves = moves;
        this.deals = deals;
        this.writer = writer;
        this.catalog = catalog;
        this.texts = texts;
        this.json = json;
    }

    /** A deal left as it is, and why. */
    record Refused(UUID id, String title, Map<String, Object> problem) {}

    /** @param undoToken null when nothing was changed */
    record Result(
            int changed, List<Refused> refused, @Nullable String undoToken) {}

    @Transactional
    Result change(@Nullable List<UUID> ids, @Nullable JsonNode filter, @Nullable JsonNode change) {
        Caller caller = Caller.require(Permission.WRITE);
        Patch wanted = new Patch(change, json).only(CHANGES);
        if (change == null || change.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).field("change", "pipeline.change-missing");
        }
        List<UUID> chosen = chosen(ids, filter);
        UUID batch = Ids.next();
        int changed = 0;
        List<Refused> refused = new ArrayList<>();
        for (DealRow row : store.lock(chosen, caller.visibility())) {
            try {
                changed += change(row, wanted, fields(change), batch) ? 1 : 0;
            } catch (Problem problem) {
                refused.add(new Refused(row.id, row.title, described(problem, caller)));
            }
        }
        return new Result(changed, refused, changed == 0 ? null : DealUndo.token(batch));
    }

    private List<UUID> chosen(@Nullable List<UUID> ids, @Nullable JsonNode filter) {
        if (ids == null && (filter == null || !filter.isObject())) {
            throw new Problem(CommonProblem.INVALID).field("ids", "pipeline.selection-missing");
        }
        List<UUID> chosen = ids != null
                ? ids.stream().distinct().toList()
                : query.ids(DealFilterReader.readStrictly(parameters(filter)), MOST + 1);
        if (chosen.size() > MOST) {
            throw new Problem(PipelineProblem.TOO_MANY, MOST);
        }
        return chosen;
    }

    /** Filters as a list takes them: texts or lists of texts. */
    private static Map<String, List<String>> parameters(@Nullable JsonNode filter) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (filter != null) {
            filter.properties().forEach(entry -> {
                List<String> values = new ArrayList<>();
                JsonNode value = entry.getValue();
                if (value.isArray()) {
                    value.forEach(one -> values.add(one.asString()));
                } else if (!value.isNull()) {
                    values.add(value.asString());
                }
                parameters.put(entry.getKey(), values);
            });
        }
        return parameters;
    }

    private Patch fields(JsonNode change) {
        ObjectNode fields = json.createObjectNode();
        change.properties().forEach(entry -> {
            if (!NOT_FIELDS.contains(entry.getKey())) {
                fields.set(entry.getKey(), entry.getValue());
            }
        });
        return new Patch(fields, json);
    }

    /** Everything that can refuse comes before anything is written for the deal. */
    private boolean change(DealRow row, Patch wanted, Patch fields, UUID batch) {
        boolean presence = wanted.has("archive") || wanted.has("trash");
        if (row.deletedAt != null && !presence) {
            throw new Problem(PipelineProblem.IN_TRASH);
        }
        DealWriter.Before before = DealWriter.Before.of(row);
        patches.apply(row, fields);
        row.tags = tags(row.tags, wanted);
        int seq = 0;
        UUID stageId = wanted.value("stageId", UUID.class, null);
        if (stageId != null && !stageId.equals(row.stageId)) {
            Stage to = catalog.setup().usable(stageId);
            DealMoves.Move move = new DealMoves.Move(
                    stageId,
                    null,
                    wanted.value("lostReasonId", UUID.class, null),
                    wanted.value("outcome", String.class, null),
                    null,
                    null,
                    null,
                    null);
            seq = moves.apply(
                    row, before, to, move, new DealWriter.Act(DealMoves.kind(row, to), null, null, batch, null), true);
        } else {
            seq = writer.write(row, before, new DealWriter.Act(DealEventKind.CHANGED, null, null, batch, null));
        }
        seq += presence(row, wanted, "archive", DealEventKind.ARCHIVED, DealEventKind.UNARCHIVED, batch);
        seq += presence(row, wanted, "trash", DealEventKind.TRASHED, DealEventKind.RESTORED, batch);
        return seq > 0;
    }

    private int presence(DealRow row, Patch wanted, String field, DealEventKind away, DealEventKind back, UUID batch) {
        Boolean asked = wanted.value(field, Boolean.class, null);
        if (asked == null) {
            return 0;
        }
        return deals.presence(row, new DealWriter.Act(asked ? away : back, null, null, batch, null));
    }

    private List<String> tags(List<String> now, Patch wanted) {
        Set<String> tags = new LinkedHashSet<>(now);
        tags.addAll(texts("tagsAdd", wanted));
        texts("tagsRemove", wanted).forEach(tags::remove);
        return List.copyOf(tags);
    }

    private static List<String> texts(String field, Patch wanted) {
        List<String> texts = new ArrayList<>();
        wanted.node(field).ifPresent(node -> {
            if (node.isArray()) {
                node.forEach(one -> texts.add(one.asString()));
            } else {
                texts.add(node.asString());
            }
        });
        return References.tags(texts);
    }

    private Map<String, Object> described(Problem problem, Caller caller) {
        Map<String, Object> described = new LinkedHashMap<>();
        String code = problem.type().code();
        described.put("code", code);
        described.put("title", texts.get(caller.language(), code + ".title", problem.arguments()));
        described.put("detail", texts.get(caller.language(), code + ".detail", problem.arguments()));
        described.putAll(problem.data());
        return described;
    }
}
