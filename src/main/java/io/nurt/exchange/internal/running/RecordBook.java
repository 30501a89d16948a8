package io.nurt.exchange.internal.running;

import io.nurt.directory.DirectoryImport;
import io.nurt.directory.MatchBy;
import io.nurt.directory.NewRecord;
import io.nurt.directory.RecordKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Companies or contacts while they are brought in: those known, those made, and what is to be written of them together. */
final class RecordBook<F> {
    private final RecordKind kind;
    private final RunContext context;
    private final DirectoryImport directory;
    private final RefStore refs;
    private final ChangeStore changes;
    private final RecordLookup lookup;
    private final Consumer<List<NewRecord<F>>> insert;
    private final List<NewRecord<F>> created = new ArrayList<>();
    private final List<RefStore.Ref> named = new ArrayList<>();
    private final Map<UUID, ObjectNode> changed = new LinkedHashMap<>();
    private Map<String, RefStore.Ref> said = Map.of();

    /** @param insert stores new records */
    RecordBook(
            RecordKind kind,
            RunContext context,
            DirectoryImport directory,
            RefStore refs,
            ChangeStore changes,
            Consumer<List<NewRecord<F>>> insert) {
        this.kind = kind;
        this.context = context;
        this.directory = directory;
        this.refs = refs;
        this.changes = changes;
        this.insert = insert;
        this.lookup = new RecordLookup(kind, directory, refs, context);
    }

    /** What a portion of rows asks. */
    static final class Questions {
        private final Set<String> ids = new HashSet<>();
        private final Map<MatchBy, Set<String>> values = new EnumMap<>(MatchBy.class);

        void id(@Nullable String id) {
            if (id != null) {
                ids.add(id);
            }
        }

        void value(MatchBy by, @Nullable String value) {
            if (value != null) {
                values.computeIfAbsent(by, any -> new HashSet<>()).add(value);
            }
        }
    }

    void ask(Questions questions) {
        lookup.ask(questions.ids, questions.values);
        said = refs.find(kind.code(), context.source(), questions.ids);
    }

    @Nullable
    UUID byId(String id) {
        return lookup.byId(id);
    }

    List<UUID> by(MatchBy by, String value) {
        return lookup.by(by, value);
    }

    @Nullable
    UUID match(MatchBy by, String value, @Nullable String externalId) {
        return lookup.match(by, value, externalId);
    }

    /** From now on it is found by these. */
    void made(UUID id, @Nullable String externalId, Map<MatchBy, List<String>> values) {
        lookup.made(id, externalId, values);
    }

    void create(NewRecord<F> record, @Nullable String externalId, @Nullable String hash) {
        created.add(record);
        if (externalId != null) {
            named.add(new RefStore.Ref(externalId, record.id(), null, hash));
        }
    }

    /** Whether the file said the same of the record when it was brought in last. */
    boolean saysTheSame(@Nullable String externalId, String hash) {
        RefStore.Ref ref = externalId == null ? null : said.get(externalId);
        return ref != null && Objects.equals(ref.rowHash(), hash);
    }

    /** @return whether anything is otherwise */
    boolean change(UUID id, ObjectNode patch, @Nullable String externalId, String hash) {
        if (externalId != null) {
            named.add(new RefStore.Ref(externalId, id, null, hash));
        }
        if (patch.isEmpty()) {
            return false;
        }
        changed.merge(id, patch, (first, second) -> (ObjectNode) first.setAll(second));
        return true;
    }

    /** Writes what has gathered. */
    void store() {
        gathered().run();
    }

    /** What has gathered, to be written later; from now on other things gather. */
    Runnable gathered() {
        List<NewRecord<F>> made = List.copyOf(created);
        List<RefStore.Ref> refsOfThem = List.copyOf(named);
        Map<UUID, ObjectNode> patches = new LinkedHashMap<>(changed);
        clear();
        return () -> {
            if (!context.pretend()) {
                write(made, refsOfThem, patches);
            }
        };
    }

    private void write(List<NewRecord<F>> made, List<RefStore.Ref> refsOfThem, Map<UUID, ObjectNode> patches) {
        insert.accept(made);
        refs.put(context.importId(), kind.code(), context.source(), refsOfThem);
        patches.forEach((id, patch) -> {
            DirectoryImport.Updated updated = directory.update(context.importId(), kind, id, patch);
            if (!updated.before().isEmpty()) {
                changes.put(
                        context.importId(), kind.code(), id, updated.before().toString(), updated.version());
            }
        });
    }

    void committed() {
        lookup.forgetMade();
    }

    void rolledBack() {
        clear();
        lookup.forgetMade();
    }

    private void clear() {
        created.clear();
        named.clear();
        changed.clear();
    }
}
