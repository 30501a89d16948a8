package io.nurt.directory;

import static io.nurt.identity.Permission.WRITE;

import io.nurt.identity.Caller;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes many companies or contacts alike, in one act that is taken back as one. */
@Service
class DirectoryBulk {
    private static final int MOST = 2_000;
    private static final Set<String> CHANGES =
            Set.of("ownerId", "industry", "source", "tagsAdd", "tagsRemove", "archive", "trash");

    private final CompanyService companies;
    private final ContactService contacts;
    private final Texts texts;

    DirectoryBulk(CompanyService companies, ContactService contacts, Texts texts) {
        this.companies = companies;
        this.contacts = contacts;
        this.texts = texts;
    }

    /** A record left as it is, and why. */
    record Refused(UUID id, String name, Map<String, Object> problem) {}

    /** @param undoToken null when nothing was changed */
    record Result(
            int changed, List<Refused> refused, @Nullable String undoToken) {}

    @Transactional
    Result change(RecordKind kind, @Nullable List<UUID> ids, @Nullable JsonNode change) {
        Caller caller = Caller.require(WRITE);
        if (change == null || change.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).field("change", "directory.change-missing");
        }
        if (ids == null || ids.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).field("ids", "directory.selection-missing");
        }
        List<UUID> chosen = ids.stream().distinct().sorted().toList();
        if (chosen.size() > MOST) {
            throw new Problem(CommonProblem.INVALID).field("ids", "directory.too-many", MOST);
        }
        new Patch(change, Json.MAPPER).only(CHANGES);
        RecordService<?, ?> service = kind == RecordKind.COMPANY ? companies : contacts;
        UUID batch = Ids.next();
        Origin origin = Origin.within(caller, batch);
        int changed = 0;
        List<Refused> refused = new ArrayList<>();
        for (UUID id : chosen) {
            String name = "";
            try {
                ObjectNode now = Json.tree(service.load(id, caller).facts());
                name = now.path("name").asString();
                changed += change(service, id, now, change, caller, origin) ? 1 : 0;
            } catch (Problem problem) {
                refused.add(new Refused(id, name, described(problem, caller)));
            }
        }
        return new Result(changed, refused, changed == 0 ? null : DirectoryUndo.token(batch));
    }

    private static boolean change(
            RecordService<?, ?> service, UUID id, ObjectNode now, JsonNode change, Caller caller, Origin origin) {
        boolean changed = false;
        ObjectNode fields = fields(now, change);
        if (!fields.isEmpty()) {
            Patch patch = new Patch(fields, Json.MAPPER);
            changed = service.update(id, patch, null, caller, origin).undoToken() != null;
        }
        changed |= marked(service, id, change.get("archive"), Mark.ARCHIVE, caller, origin);
        changed |= marked(service, id, change.get("trash"), Mark.TRASH, caller, origin);
        return changed;
    }

    private static boolean marked(
            RecordService<?, ?> service, UUID id, @Nullable JsonNode asked, Mark mark, Caller caller, Origin origin) {
        if (asked == null || !asked.isBoolean()) {
            return false;
        }
        Mark wanted = asked.booleanValue() ? mark : mark.opposite();
        return service.mark(id, wanted, null, caller, origin).undoToken() != null;
    }

    private static ObjectNode fields(ObjectNode now, JsonNode change) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("ownerId", "industry", "source")) {
            if (change.has(field)) {
                fields.set(field, change.get(field));
            }
        }
        if (change.has("tagsAdd") || change.has("tagsRemove")) {
            Set<String> tags = new LinkedHashSet<>(texts(now.get("tags")));
            tags.addAll(texts(change.get("tagsAdd")));
            texts(change.get("tagsRemove")).forEach(tags::remove);
            ArrayNode all = fields.putArray("tags");
            tags.forEach(all::add);
        }
        return fields;
    }

    private static List<String> texts(@Nullable JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node != null && node.isArray()) {
            node.forEach(one -> texts.add(one.asString()));
        } else if (node != null && node.isString()) {
            texts.add(node.asString());
        }
        return texts;
    }

    private Map<String, Object> described(Problem problem, Caller caller) {
        Map<String, Object> described = new LinkedHashMap<>();
        String code = problem.type().code();
        described.put("code", code);
        described.put("title", texts.get(caller.language(), code + ".title", problem.arguments()));
        described.put("detail", texts.get(caller.language(), code + ".detail", problem.arguments()));
        return described;
    }
}
