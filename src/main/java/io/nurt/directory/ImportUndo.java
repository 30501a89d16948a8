package io.nurt.directory;

import io.nurt.kernel.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
            UUID id,
            String name,
            boolean changed,
            boolean used,
            @Nullable UUID parent) {}

    int contacts(UUID importId, List<DirectoryImport.Kept> kept) {
        Map<UUID, Candidate> candidates = candidates(RecordKind.CONTACT, importId, "false", "null::uuid");
        DealUse use = deals.getIfAvailable();
        Set<UUID> used = use == null || candidates.isEmpty() ? Set.of() : use.contactsInUse(candidates.keySet());
        Map<UUID, String> reasons = reasons(candidates.values(), used);
        return remove(RecordKind.CONTACT, candidates, reasons, kept);
    }

    int companies(UUID importId, List<DirectoryImport.Kept> kept) {
        String used = """
                exists (select from nurt.contact k where k.company_id = c.id)
                or exists (select from nurt.company k where k.parent_id = c.id and k.import_id is distinct from :import)
                """;
        Map<UUID, Candidate> candidates = candidates(RecordKind.COMPANY, importId, used, "c.parent_id");
        DealUse use = deals.getIfAvailable();
        Set<UUID> usedByDeals =
                use == null || candidates.isEmpty() ? Set.of() : use.companiesInUse(candidates.keySet());
        Map<UUID, String> reasons = reasons(candidates.values(), usedByDeals);
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

    private Map<UUID, Candidate> candidates(RecordKind kind, UUID importId, String used, String parent) {
        Map<UUID, Candidate> candidates = new LinkedHashMap<>();
        jdbc.sql("""
                        select c.id, c.name, %s as parent, (%s) as used,
                               c.version > 1 or exists (select from nurt.note n where n.record_id = c.id) as changed
                        from nurt.%s c where c.import_id = :import order by c.id for update of c
                        """.formatted(parent, used, kind.code()))
                .param("import", importId)
                .query((row, n) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("changed"),
                        row.getBoolean("used"),
                        Sql.uuid(row, "parent")))
                .list()
                .forEach(candidate -> candidates.put(candidate.id(), candidate));
        return candidates;
    }

    private static Map<UUID, String> reasons(Collection<Candidate> candidates, Set<UUID> usedByDeals) {
        Map<UUID, String> reasons = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.changed()) {
                reasons.put(candidate.id(), "changed");
            } else if (candidate.used() || usedByDeals.contains(candidate.id())) {
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
            delete("nurt.contact_point where " + column, removed);
            delete("nurt.address where " + column, removed);
            delete("nurt.directory_event where record_id", removed);
            delete("nurt." + kind.code() + " where id", removed);
        }
        return removed.size();
    }

    private void delete(String where, List<UUID> ids) {
        jdbc.sql("delete from " + where + " = any(cast(:ids as uuid[]))")
                .param("ids", Sql.uuids(ids))
                .update();
    }
}
