package io.nurt.directory;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Custom fields for those who bring records in. Works as the current caller, who must be permitted to import. */
@Component
public class CustomFieldImport {
    private static final int LABEL = 200;
    private static final int KEY = 55;

    private final CustomFieldStore store;
    private final AddedOptions added;
    private final JdbcClient jdbc;

    CustomFieldImport(CustomFieldStore store, AddedOptions added, JdbcClient jdbc) {
        this.store = store;
        this.added = added;
        this.jdbc = jdbc;
    }

    /**
     * A field that is needed.
     *
     * @param type as {@link CustomField#type}
     * @param options of a choice; those the field lacks are added to it. Of a text: its values, if it could be a choice
     */
    public record Wanted(String label, String type, List<String> options) {}

    /**
     * Finds fields by their label, whatever its case, and type, and makes those that are missing. Where a choice is wanted and
     * a text of that label is there, or the other way round, that one is taken: it holds what earlier files said.
     *
     * @return in the order of what is wanted
     */
    @Transactional
    public List<CustomField> ensure(UUID importId, RecordKind kind, List<Wanted> wanted) {
        Caller.require(Permission.IMPORT);
        List<CustomField> known = new ArrayList<>(store.of(kind));
        List<CustomField> found = new ArrayList<>();
        for (Wanted one : wanted) {
            CustomField field = fitting(known, one).orElse(null);
            if (field == null) {
                field = new CustomField(
                        Ids.next(),
                        kind.code(),
                        freeKey(label(one), known),
                        label(one),
                        one.type(),
                        one.type().equals("choice") ? one.options() : List.of(),
                        null,
                        known.size(),
                        null,
                        1);
                store.insert(field, importId);
                added.put(importId, field.id(), field.options());
                known.add(field);
            } else if (field.type().equals("choice") && !field.options().containsAll(one.options())) {
                field = extended(importId, field, one.options());
            }
            found.add(field);
        }
        return found;
    }

    /** The fields that {@link #ensure} would find, in the order of what is wanted; nothing is made. */
    @Transactional(readOnly = true)
    public List<Optional<CustomField>> find(RecordKind kind, List<Wanted> wanted) {
        Caller.require(Permission.IMPORT);
        List<CustomField> known = store.of(kind);
        return wanted.stream().map(one -> fitting(known, one)).toList();
    }

    private static Optional<CustomField> fitting(List<CustomField> known, Wanted wanted) {
        return known.stream()
                .filter(field -> field.label().equalsIgnoreCase(label(wanted))
                        && (field.type().equals(wanted.type()) || standsFor(field, wanted))
                        && field.archivedAt() == null)
                .findFirst();
    }

    /** Removes the fields that an import made, and the options that it added, as far as no record uses them. */
    @Transactional
    public int forget(UUID importId) {
        Caller.require(Permission.IMPORT);
        int removed = 0;
        for (RecordKind kind : RecordKind.values()) {
            List<UUID> unused = jdbc.sql("""
                            select f.id from nurt.custom_field f
                            where f.import_id = :import and f.record_kind = :kind
                              and not exists (select from nurt.%s r where jsonb_exists(r.custom, f.key))
                            for update
                            """.formatted(kind.code()))
                    .param("import", importId)
                    .param("kind", kind.code())
                    .query(UUID.class)
                    .list();
            for (UUID field : unused) {
                added.forget(field);
                removed += store.delete(field);
            }
        }
        added.takeBack(importId);
        return removed;
    }

    private static boolean standsFor(CustomField field, Wanted wanted) {
        return switch (wanted.type()) {
            case "choice" -> field.type().equals("text");
            case "text" -> field.type().equals("choice") && !wanted.options().isEmpty();
            default -> false;
        };
    }

    /** Locked, because another import may add to it too. */
    private CustomField extended(UUID importId, CustomField field, List<String> wanted) {
        CustomField now = store.lock(field.id()).orElseThrow();
        List<String> more = wanted.stream()
                .filter(option -> !now.options().contains(option))
                .toList();
        List<String> options = new ArrayList<>(now.options());
        options.addAll(more);
        CustomField extended = now.withOptions(options);
        store.update(extended);
        added.put(importId, now.id(), more);
        return extended;
    }

    private static String label(Wanted wanted) {
        String line = CleanText.line(wanted.label());
        String label = line == null ? "?" : line;
        return label.length() > LABEL ? label.substring(0, LABEL) : label;
    }

    /** A readable name for the field in records, made of its label. */
    private static String freeKey(String label, List<CustomField> known) {
        String plain = NameKey.plain(label)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String base = plain.matches("[a-z].*") ? plain : "field_" + plain;
        base = base.substring(0, Math.min(base.length(), KEY)).replaceAll("_+$", "");
        Set<String> taken = new HashSet<>();
        known.forEach(field -> taken.add(field.key()));
        String key = base;
        for (int n = 2; taken.contains(key); n++) {
            key = base + "_" + n;
        }
        return key;
    }
}
