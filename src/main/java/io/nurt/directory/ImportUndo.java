package io.nurt.directory;

import io.nurt.kernel.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Removes what an import created. What people worked on since, or what something that stays refers to, is kept and named. */
@Repository
class ImportUndo {
    private final JdbcClient jdbc;
    private final ObjectProvider<DealUse> deals;

    ImportUndo(JdbcClient jdbc, ObjectProvider<DealUse> deals) {
        this.jdbc = jdbc;
        this.deals = deals;
    }

    private record Candidate(
            UUID id, String name, boolean changed, @Nullable UUID parent) {}

    int contacts(UUID importId, List<DirectoryImport.Kept> kept) {
        Map<UUID, Candidate> candidates = candidates(RecordKind.CONTACT, importId, "cast(null as uuid)");
        DealUse use = deals.getIfAvailable();
        Set<UUID> used = use == null || candidates.isEmpty() ? Set.of() : use.contactsInUse(candidates.keySet());
        Map<UUID, String> reasons = reasons(RecordKind.CONTACT, importId, candidates.values(), used);
        return remove(RecordKind.CONTACT, candidates, reasons, kept);
    }

    int companies(UUID importId, List<DirectoryImport.Kept> kept) {
        Map<UUID, Candidate> candidates = candidates(RecordKind.COMPANY, importId, "c.parent_id");
        DealUse use = deals.getIfAvailable();
        Set<UUID> used = new HashSet<>();
        if (use != null && !candidates.isEmpty()) {
            used.addAll(use.companiesInUse(candidates.keySet()));
        }
        used.addAll(
                ids("select k.company_id from nurt.contact k join nurt.company c on c.id = k.company_id", importId));
        used.addAll(ids(
                "select k.parent_id from nurt.company k join nurt.company c on c.id = k.parent_id"
                        + " and k.import_id is distinct from :import",
                importId));
        Map<UUID, String> reasons = reasons(RecordKind.COMPANY, importId, candidates.values(), used);
        // A company that stays keeps the companies above it.
        for (UUID id : List.copyOf(reasons.keySet())) {
            Candidate above = candidates.get(id);
            while (above != null && above.parent() != null) {
                above = candidates.get(above.parent());
                if (above != null && reasons.putIfAbsent(above.id(), "in-use") != null) {
                    break;
                }
            }
        }
        return remove(RecordKind.COMPANY, candidates, reasons, kept);
    }

    private Map<UUID, Candidate> candidates(RecordKind kind, UUID importId, String parent) {
        Map<UUID, Candidate> candidates = new LinkedHashMap<>();
        jdbc.sql(
                        "select c.id, c.name, %s as parent, c.version > 1 as changed from nurt.%s c where c.import_id = :import"
                                        .formatted(parent, kind.code())
                                + " order by c.id for update of c")
                .param("import", importId)
                .query((row, n) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("changed"),
                        Sql.uuid(row, "parent")))
                .list()
                .forEach(candidate -> candidates.put(candidate.id(), candidate));
        return candidates;
    }

    /** A join over the whole import at once: asked row by row, a plan made for small tables would make it quadratic. */
    private Set<UUID> ids(String select, UUID importId) {
        return new HashSet<>(jdbc.sql(select + " where c.import_id = :import")
                .param("import", importId)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    private Map<UUID, String> reasons(
            RecordKind kind, UUID importId, Collection<Candidate> candidates, Set<UUID> used) {
        Set<UUID> noted = ids(
                "select n.record_id from nurt.note n join nurt.%s c on c.id = n.record_id".formatted(kind.code()),
                importId);
        Map<UUID, String> reasons = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.changed() || noted.contains(candidate.id())) {
                reasons.put(candidate.id(), "changed");
            } else if (used.contains(candidate.id())) {
                reasons.put(candidate.id(), "in-use");
            }
        }
        return reasons;
    }

    private int remove(
            RecordKind kind,
            Map<UUID, Candidate> candidates,
            Map<UUID, String> reasons,
            List<DirectoryImport.Kept> kept) {
        List<UUID> removed = new ArrayList<>();
        for (Candidate candidate : candidates.values()) {
            String reason = reasons.get(candidate.id());
            if (reason == null) {
                removed.add(candidate.id());
            } else {
                kept.add(new DirectoryImport.Kept(kind, candidate.id(), candidate.name(), reason));
            }
        }
        if (!removed.isEmpty()) {
            String column = kind.code() + "_id";
            // The record first: what it is reached by then goes without the search index being built anew.
            jdbc.sql("set constraints all deferred").update();
            delete("nurt." + kind.code(), "id", removed);
            delete("nurt.contact_point", column, removed);
            delete("nurt.address", column, removed);
            jdbc.sql("set constraints all immediate").update();
            delete("nurt.directory_event", "record_id", removed);
        }
        return removed.size();
    }

    private void delete(String table, String column, List<UUID> ids) {
        jdbc.sql("delete from " + table + " t using unnest(cast(:ids as uuid[])) gone (id) where t." + column
                        + " = gone.id")
                .param("ids", Sql.uuids(ids))
                .update();
    }
}
