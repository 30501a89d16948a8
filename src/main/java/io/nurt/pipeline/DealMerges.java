package io.nurt.pipeline;

import io.nurt.directory.MergeFollower;
import io.nurt.directory.RecordKind;
import io.nurt.identity.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Deals follow a merged company or contact by one more event each: what was recorded before stays as it was. */
@Component
class DealMerges implements MergeFollower {
    private static final TypeReference<List<DealLinks.ContactLink>> CONTACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DealStore store;
    private final UndoStore undos;
    private final DealLinks links;
    private final DealWriter writer;
    private final ObjectMapper json;

    DealMerges(
            JdbcClient jdbc, DealStore store, UndoStore undos, DealLinks links, DealWriter writer, ObjectMapper json) {
        this.jdbc = jdbc;
        this.store = store;
        this.undos = undos;
        this.links = links;
        this.writer = writer;
        this.json = json;
    }

    @Override
    public void repoint(RecordKind kind, UUID from, UUID into, UUID batchId) {
        boolean company = kind == RecordKind.COMPANY;
        List<UUID> ids = jdbc.sql(
                        company
                                ? "select id from nurt.deal where company_id = :from"
                                : "select deal_id from nurt.deal_contact where contact_id = :from")
                .param("from", from)
                .query(UUID.class)
                .list();
        for (DealRow row : store.lock(ids, Visibility.ALL)) {
            DealWriter.Before before = before(row, company);
            if (company) {
                row.companyId = into;
            } else {
                row.contacts = following(linked(row), from, into);
            }
            write(row, before, new DealWriter.Act(DealEventKind.MERGED, null, null, batchId, null));
        }
    }

    @Override
    public void takeBack(RecordKind kind, UUID from, UUID into, UUID batchId) {
        boolean company = kind == RecordKind.COMPANY;
        Map<UUID, UndoStore.Done> done = undos.batch(batchId).stream()
                .collect(Collectors.toMap(UndoStore.Done::dealId, Function.identity(), (first, last) -> first));
        for (DealRow row : store.lock(List.copyOf(done.keySet()), Visibility.ALL)) {
            DealWriter.Before before = before(row, company);
            if (company && into.equals(row.companyId)) {
                row.companyId = from;
            } else if (!company) {
                Object linked =
                        Objects.requireNonNull(done.get(row.id)).before().get("contacts");
                row.contacts = back(linked(row), json.convertValue(linked, CONTACTS), from, into);
            }
            write(row, before, DealWriter.Act.of(DealEventKind.CHANGED));
        }
    }

    private DealWriter.Before before(DealRow row, boolean company) {
        if (!company) {
            links.load(row);
        }
        return DealWriter.Before.of(row);
    }

    private void write(DealRow row, DealWriter.Before before, DealWriter.Act act) {
        if (writer.write(row, before, act) > 0) {
            links.store(row.id, row.contacts, row.products);
        }
    }

    private static List<DealLinks.ContactLink> linked(DealRow row) {
        return Objects.requireNonNull(row.contacts);
    }

    /** The survivor keeps its own role, or gets that of the one it replaces. */
    private static List<DealLinks.ContactLink> following(List<DealLinks.ContactLink> now, UUID from, UUID into) {
        DealLinks.ContactLink gone = link(now, from);
        DealLinks.ContactLink kept = link(now, into);
        if (gone == null) {
            return now;
        }
        List<DealLinks.ContactLink> after = without(now, from, into);
        after.add(new DealLinks.ContactLink(
                into,
                kept == null || kept.role() == null ? gone.role() : kept.role(),
                gone.primary() || (kept != null && kept.primary())));
        return DealLinks.tidy(after);
    }

    private static List<DealLinks.ContactLink> back(
            List<DealLinks.ContactLink> now, @Nullable List<DealLinks.ContactLink> then, UUID from, UUID into) {
        if (then == null || link(now, into) == null) {
            return now;
        }
        if (now.equals(following(then, from, into))) {
            return then;
        }
        // Someone changed the deal's people since: only what the merge did to these two is taken back.
        List<DealLinks.ContactLink> after = without(now, from, into);
        DealLinks.ContactLink kept = link(now, into);
        for (DealLinks.ContactLink had : then) {
            if (had.contactId().equals(from) || had.contactId().equals(into)) {
                boolean primary = kept != null && kept.primary() && had.primary();
                after.add(new DealLinks.ContactLink(had.contactId(), had.role(), primary));
            }
        }
        return DealLinks.tidy(after);
    }

    private static DealLinks.@Nullable ContactLink link(List<DealLinks.ContactLink> links, UUID contact) {
        return links.stream()
                .filter(link -> link.contactId().equals(contact))
                .findFirst()
                .orElse(null);
    }

    private static List<DealLinks.ContactLink> without(List<DealLinks.ContactLink> links, UUID one, UUID other) {
        List<DealLinks.ContactLink> rest = new ArrayList<>(links);
        rest.removeIf(link -> link.contactId().equals(one) || link.contactId().equals(other));
        return rest;
    }
}
