package io.nurt.directory;

import static io.nurt.identity.Permission.MANAGE_PIPELINES;
import static io.nurt.identity.Permission.READ;

import io.nurt.identity.Caller;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CustomFieldService {
    private static final int MOST = 100;
    private static final int MOST_OPTIONS = 200;
    private static final Set<String> TYPES = Set.of("text", "number", "date", "boolean", "choice", "choices", "url");
    private static final Set<String> FIELDS = Set.of("recordKind", "label", "type", "options", "help", "position");
    private final CustomFieldStore store;

    CustomFieldService(CustomFieldStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public List<CustomField> list(RecordKind kind) {
        Caller.require(READ);
        return store.of(kind);
    }

    @Transactional
    public CustomField create(Patch patch) {
        Caller.require(MANAGE_PIPELINES);
        patch.only(FIELDS);
        RecordKind kind = RecordKinds.of("recordKind", patch.value("recordKind", String.class, null));
        List<CustomField> existing = store.of(kind);
        if (existing.size() >= MOST) {
            throw new Problem(DirectoryProblem.TOO_MANY_CUSTOM_FIELDS, MOST);
        }
        String type = patch.value("type", String.class, null);
        if (type == null || !TYPES.contains(type)) {
            throw new Problem(CommonProblem.INVALID).field("type", "directory.unknown-choice", String.valueOf(type));
        }
        CustomField blank =
                new CustomField(Ids.next(), kind.code(), "", "", type, List.of(), null, existing.size(), null, 1);
        CustomField field = applied(patch, blank);
        CustomField keyed = new CustomField(
                field.id(),
                field.recordKind(),
                freeKey(field.label(), existing),
                field.label(),
                field.type(),
                field.options(),
                field.help(),
                field.position(),
                null,
                1);
        store.insert(keyed, null);
        return keyed;
    }

    @Transactional
    public CustomField update(UUID id, Patch patch, @Nullable Integer expected) {
        Caller.require(MANAGE_PIPELINES);
        patch.only(FIELDS);
        CustomField now = lock(id, expected);
        boolean moves = !Objects.equals(patch.value("recordKind", String.class, now.recordKind()), now.recordKind());
        boolean retypes = !Objects.equals(patch.value("type", String.class, now.type()), now.type());
        if (moves || retypes) {
            throw new Problem(DirectoryProblem.CUSTOM_FIELD_FIXED);
        }
        return stored(applied(patch, now));
    }

    @Transactional
    public CustomField archive(UUID id, boolean archived) {
        Caller.require(MANAGE_PIPELINES);
        CustomField now = lock(id, null);
        if ((now.archivedAt() != null) == archived) {
            return now;
        }
        return stored(new CustomField(
                now.id(),
                now.recordKind(),
                now.key(),
                now.label(),
                now.type(),
                now.options(),
                now.help(),
                now.position(),
                archived ? Instant.now() : null,
                now.version()));
    }

    private CustomField stored(CustomField field) {
        store.update(field);
        return store.lock(field.id()).orElseThrow();
    }

    private CustomField lock(UUID id, @Nullable Integer expected) {
        CustomField now = store.lock(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        Versions.check(expected, now.version(), now);
        return now;
    }

    private static CustomField applied(Patch patch, CustomField now) {
        FieldChecks checks = new FieldChecks();
        String label = checks.line("label", patch.value("label", String.class, now.label()), 200);
        if (label == null || label.isEmpty()) {
            checks.refuse("label", "common.required");
        }
        List<String> options = options(patch, now, checks);
        Integer position = patch.value("position", Integer.class, now.position());
        CustomField field = new CustomField(
                now.id(),
                now.recordKind(),
                now.key(),
                String.valueOf(label),
                now.type(),
                options,
                checks.block("help", patch.value("help", String.class, now.help())),
                position == null ? now.position() : position,
                now.archivedAt(),
                now.version());
        checks.done();
        return field;
    }

    private static List<String> options(Patch patch, CustomField now, FieldChecks checks) {
        boolean chosen = now.type().startsWith("choice");
        String[] given = patch.read(
                "options",
                node -> Json.MAPPER.treeToValue(node, String[].class),
                now.options().toArray(String[]::new));
        List<String> options = given == null
                ? List.of()
                : Reach.cleanTags(Arrays.stream(given).filter(Objects::nonNull).toList());
        if (chosen && options.isEmpty()) {
            checks.refuse("options", "common.required");
        }
        if (options.size() > MOST_OPTIONS) {
            checks.refuse("options", "directory.too-many", MOST_OPTIONS);
        }
        options.forEach(option -> checks.line("options", option, 200));
        return chosen ? options : List.of();
    }

    /** A readable name for the field in records, made of its label. */
    private static String freeKey(String label, List<CustomField> existing) {
        String plain = NameKey.plain(label).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String base = plain.matches("[a-z].*") ? plain : "field_" + plain;
        base = base.substring(0, Math.min(base.length(), 55)).replaceAll("_+$", "");
        Set<String> taken = existing.stream().map(CustomField::key).collect(Collectors.toSet());
        String key = base;
        for (int n = 2; taken.contains(key); n++) {
            key = base + "_" + n;
        }
        return key;
    }
}
