package io.nurt.exchange.internal.running;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What taking an import back has done so far.
 *
 * @param restored records that are again as they were before
 * @param kept records that stay, and why: {@code changed} since by someone, or {@code in-use} by something that stays
 */
record UndoReport(
        int deals,
        int contacts,
        int companies,
        int people,
        int restored,
        @Nullable List<Kept> kept) {
    static final UndoReport NOTHING = new UndoReport(0, 0, 0, 0, 0, List.of());

    record Kept(String kind, @Nullable UUID id, String name, String reason) {}

    UndoReport withDeals(int more) {
        return new UndoReport(deals + more, contacts, companies, people, restored, kept);
    }

    UndoReport withKept(List<Kept> more) {
        return new UndoReport(deals, contacts, companies, people, restored, plus(more));
    }

    /** Ids of what stays. */
    Set<UUID> keptIds() {
        Set<UUID> ids = new HashSet<>();
        for (Kept one : kept == null ? List.<Kept>of() : kept) {
            if (one.id() != null) {
                ids.add(one.id());
            }
        }
        return ids;
    }

    UndoReport withDirectory(int moreContacts, int moreCompanies, List<Kept> more) {
        return new UndoReport(deals, contacts + moreContacts, companies + moreCompanies, people, restored, plus(more));
    }

    UndoReport withPeople(int more) {
        return new UndoReport(deals, contacts, companies, people + more, restored, kept);
    }

    UndoReport withRestored(int more, List<Kept> left) {
        return new UndoReport(deals, contacts, companies, people, restored + more, plus(left));
    }

    private List<Kept> plus(List<Kept> more) {
        Map<String, Kept> all = new LinkedHashMap<>();
        for (Kept one : kept == null ? List.<Kept>of() : kept) {
            all.put(one.kind() + one.id(), one);
        }
        more.forEach(one -> all.putIfAbsent(one.kind() + one.id(), one));
        return List.copyOf(all.values());
    }
}
