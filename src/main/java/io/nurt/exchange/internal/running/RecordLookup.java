package io.nurt.exchange.internal.running;

import io.nurt.directory.DirectoryImport;
import io.nurt.directory.MatchBy;
import io.nurt.directory.NameKey;
import io.nurt.directory.RecordKind;
import io.nurt.directory.WebAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds companies or contacts by what files call them: those in the database, asked for a portion of rows at a time, and those
 * just made. While pretending, what was made is remembered here for good, for the database never hears of it.
 */
final class RecordLookup {
    private final RecordKind kind;
    private final DirectoryImport directory;
    private final RefStore refs;
    private final RunContext context;
    private final Map<String, List<UUID>> made = new HashMap<>();
    private final Map<UUID, String> madeIds = new HashMap<>();
    private final Map<String, UUID> byId = new HashMap<>();
    private final Map<MatchBy, Map<String, List<UUID>>> known = new HashMap<>();
    private final Set<UUID> called = new HashSet<>();
    /** Of the names of the rows at hand, which are asked for several times each. */
    private final Map<String, String> nameKeys = new HashMap<>();

    RecordLookup(RecordKind kind, DirectoryImport directory, RefStore refs, RunContext context) {
        this.kind = kind;
        this.directory = directory;
        this.refs = refs;
        this.context = context;
    }

    /** Asks the database for all that the next rows name. */
    void ask(Collection<String> ids, Map<MatchBy, ? extends Collection<String>> values) {
        byId.clear();
        known.clear();
        called.clear();
        nameKeys.clear();
        directory.findByExternalId(kind, context.source(), ids).forEach((id, records) -> byId.put(id, records.get(0)));
        Set<UUID> found = new HashSet<>();
        values.forEach((by, wanted) -> {
            Map<String, List<UUID>> hits = wanted.isEmpty() ? Map.of() : directory.find(kind, by, wanted);
            known.put(by, hits);
            hits.values().forEach(found::addAll);
        });
        if (!ids.isEmpty()) {
            called.addAll(refs.called(kind.code(), context.source(), found));
        }
    }

    @Nullable
    UUID byId(String id) {
        UUID found = byId.get(id);
        return found != null ? found : first(made.get("id:" + id));
    }

    /** All that have it. */
    List<UUID> by(MatchBy by, String value) {
        Set<UUID> found = new java.util.LinkedHashSet<>();
        found.addAll(known.getOrDefault(by, Map.of()).getOrDefault(value, List.of()));
        found.addAll(made.getOrDefault(key(by, value), List.of()));
        return new ArrayList<>(found);
    }

    /** The oldest that has it and is not called otherwise in the system the row comes from. */
    @Nullable
    UUID match(MatchBy by, String value, @Nullable String externalId) {
        for (UUID id : by(by, value)) {
            boolean another = externalId != null && (called.contains(id) || madeIds.containsKey(id));
            if (!another) {
                return id;
            }
        }
        return null;
    }

    void made(UUID id, @Nullable String externalId, Map<MatchBy, ? extends Collection<String>> values) {
        if (externalId != null) {
            made.computeIfAbsent("id:" + externalId, key -> new ArrayList<>(1)).add(id);
            madeIds.put(id, externalId);
        }
        values.forEach((by, all) -> all.forEach(value ->
                made.computeIfAbsent(key(by, value), key -> new ArrayList<>(1)).add(id)));
    }

    /** The database knows what was made. */
    void forgetMade() {
        if (!context.pretend()) {
            made.clear();
            madeIds.clear();
        }
    }

    private String nameKey(String value) {
        return kind == RecordKind.COMPANY ? NameKey.ofCompany(value) : NameKey.of(value);
    }

    private String key(MatchBy by, String value) {
        return by.name()
                + ':'
                + switch (by) {
                    case NAME -> nameKeys.computeIfAbsent(value, this::nameKey);
                    case EMAIL -> value.strip().toLowerCase(Locale.ROOT);
                    case DOMAIN -> WebAddress.domain(value).orElse(value.strip().toLowerCase(Locale.ROOT));
                    case PHONE, TAX_NUMBER ->
                        value.replaceAll("[^\\p{L}\\p{N}]+", "").toUpperCase(Locale.ROOT);
                };
    }

    private static @Nullable UUID first(@Nullable List<UUID> ids) {
        return ids == null ? null : ids.get(0);
    }
}
