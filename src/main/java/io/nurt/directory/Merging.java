package io.nurt.directory;

import static io.nurt.identity.Permission.WRITE;

import io.nurt.identity.Caller;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes one record of two that are the same, and two again when that was wrong. */
@Service
class Merging {
    static final String MERGED = "merged";
    private static final String FROM = "mergedFrom";
    private static final String INTO = "mergedInto";

    private final CompanyService companies;
    private final ContactService contacts;
    private final EventStore events;
    private final MergedChildren children;
    private final ReferenceStore references;
    private final Home home;
    private final ApplicationEventPublisher publisher;

    Merging(
            CompanyService companies,
            ContactService contacts,
            EventStore events,
            MergedChildren children,
            ReferenceStore references,
            Home home,
            ApplicationEventPublisher publisher) {
        this.companies = companies;
        this.contacts = contacts;
        this.events = events;
        this.children = children;
        this.references = references;
        this.home = home;
        this.publisher = publisher;
    }

    /**
     * @param otherId the record that goes
     * @param otherVersion as it was when the choices were made
     * @param choices see {@link MergedFacts}
     */
    record Wanted(
            @Nullable UUID otherId,
            @Nullable Integer otherVersion,
            @Nullable Map<String, String> choices) {}

    private record Pair<F>(Loaded<F> stays, Loaded<F> goes) {}

    @Transactional
    public RecordService.Changed<CompanyView> companies(UUID id, Wanted wanted, @Nullable Integer expected) {
        return merge(companies, CompanyFacts.class, id, wanted, expected);
    }

    @Transactional
    public RecordService.Changed<ContactView> contacts(UUID id, Wanted wanted, @Nullable Integer expected) {
        return merge(contacts, ContactFacts.class, id, wanted, expected);
    }

    private <F, V> RecordService.Changed<V> merge(
            RecordService<F, V> service, Class<F> type, UUID id, Wanted wanted, @Nullable Integer expected) {
        Caller caller = Caller.require(WRITE);
        UUID other = wanted.otherId();
        if (other == null || wanted.otherVersion() == null) {
            throw new Problem(CommonProblem.INVALID)
                    .field(other == null ? "otherId" : "otherVersion", "common.required");
        }
        if (id.equals(other)) {
            throw new Problem(DirectoryProblem.MERGE_WITH_ITSELF);
        }
        Pair<F> pair = lock(service, id, other, caller);
        check(service, pair.stays(), expected);
        check(service, pair.goes(), wanted.otherVersion());
        RecordKind kind = service.kind();
        ObjectNode before = Json.tree(pair.stays().facts());
        Map<String, String> choices = wanted.choices() == null ? Map.of() : wanted.choices();
        ObjectNode after = MergedFacts.of(kind, before, Json.tree(pair.goes().facts()), choices, home.country());
        if (kind == RecordKind.COMPANY) {
            after.set("parentId", parent(after, before, id, other));
        }
        Origin origin = Origin.within(caller, Ids.next());
        UUID gone = events.append(kind, other, MERGED, told(INTO, id), origin);
        children.moveAll(kind, other, id, gone, origin, caller);
        service.store().update(id, pair.stays().facts(), Json.MAPPER.treeToValue(after, type));
        ObjectNode changes = told(FROM, other);
        changes.setAll(Changes.between(before, after));
        UUID event = events.append(kind, id, MERGED, changes, origin);
        publisher.publishEvent(new RecordsMerged(caller.workspaceId(), kind, other, id, false));
        service.changed(other, caller, service.ownerOf(pair.goes().facts()), MERGED, gone);
        return service.changed(id, caller, service.ownerOf(pair.stays().facts()), MERGED, event);
    }

    /** The way back of a merged record; of any other, out of the trash. */
    @Transactional
    public <F, V> RecordService.Changed<V> restore(RecordService<F, V> service, UUID id, @Nullable Integer expected) {
        Caller caller = Caller.require(WRITE);
        Loaded<F> record = service.lock(id, expected, caller);
        if (record.marks().mergedInto() == null) {
            return service.mark(id, Mark.RESTORE, expected);
        }
        takeBack(events.last(service.kind(), id, MERGED));
        return service.unchanged(id, caller);
    }

    /** Two records again: what belonged to each and was not changed since is with it once more. */
    @Transactional
    public void takeBack(EventStore.Event event) {
        if (event.recordKind() == RecordKind.COMPANY) {
            takeBack(companies, CompanyFacts.class, event);
        } else {
            takeBack(contacts, ContactFacts.class, event);
        }
    }

    private <F, V> void takeBack(RecordService<F, V> service, Class<F> type, EventStore.Event event) {
        Caller caller = Caller.require(WRITE);
        RecordKind kind = service.kind();
        UUID batch = Objects.requireNonNull(event.batchId());
        ObjectNode done = event.changes();
        UUID stays = event.recordId();
        UUID goes = stays;
        if (done.has(FROM)) {
            goes = UUID.fromString(done.get(FROM).get(1).stringValue());
        } else {
            stays = UUID.fromString(done.get(INTO).get(1).stringValue());
        }
        Pair<F> pair = lock(service, stays, goes, caller);
        if (pair.stays().marks().deletedAt() != null
                || !stays.equals(pair.goes().marks().mergedInto())) {
            throw new Problem(DirectoryProblem.UNDO_TOO_LATE);
        }
        EventStore.Event atSurvivor = events.ofBatch(batch, stays, MERGED);
        EventStore.Event atGone = events.ofBatch(batch, goes, MERGED);
        Origin origin = Origin.of(caller);
        children.moveBack(kind, goes, stays, batch, atGone.id(), origin, caller);
        ObjectNode now = Json.tree(pair.stays().facts());
        ObjectNode back = Changes.takenBack(now, atSurvivor.changes());
        service.store().update(stays, pair.stays().facts(), Json.MAPPER.treeToValue(back, type));
        ObjectNode changes = parted(FROM, goes);
        changes.setAll(Changes.between(now, back));
        UUID first = events.append(kind, stays, "unmerged", changes, origin);
        UUID second = events.append(kind, goes, "unmerged", parted(INTO, stays), origin);
        publisher.publishEvent(new RecordsMerged(caller.workspaceId(), kind, goes, stays, true));
        service.changed(stays, caller, service.ownerOf(pair.stays().facts()), "unmerged", first);
        service.changed(goes, caller, service.ownerOf(pair.goes().facts()), "unmerged", second);
    }

    /** In the order of their ids, so that two merges cannot wait for each other in a circle. */
    private static <F> Pair<F> lock(RecordService<F, ?> service, UUID stays, UUID goes, Caller caller) {
        if (stays.toString().compareTo(goes.toString()) < 0) {
            Loaded<F> first = service.lock(stays, null, caller);
            return new Pair<>(first, service.lock(goes, null, caller));
        }
        Loaded<F> first = service.lock(goes, null, caller);
        return new Pair<>(service.lock(stays, null, caller), first);
    }

    private static <F, V> void check(RecordService<F, V> service, Loaded<F> record, @Nullable Integer expected) {
        Versions.check(expected, record.marks().version(), service.view(record));
        if (record.marks().archivedAt() != null || record.marks().deletedAt() != null) {
            throw new Problem(
                    DirectoryProblem.MERGE_NOT_ACTIVE,
                    Json.tree(record.facts()).path("name").asString());
        }
    }

    /** The company above the merged one is neither of the two nor anything below them. */
    private JsonNode parent(ObjectNode chosen, ObjectNode mine, UUID id, UUID other) {
        for (ObjectNode candidate : List.of(chosen, mine)) {
            JsonNode parent = candidate.path("parentId");
            if (parent.isString()) {
                UUID above = UUID.fromString(parent.stringValue());
                if (!references.isBelow(above, id) && !references.isBelow(above, other)) {
                    return parent;
                }
            }
        }
        return NullNode.instance;
    }

    private static ObjectNode told(String field, UUID record) {
        ObjectNode changes = Json.object(null);
        changes.putArray(field).addNull().add(record.toString());
        return changes;
    }

    private static ObjectNode parted(String field, UUID record) {
        ObjectNode changes = Json.object(null);
        changes.putArray(field).add(record.toString()).addNull();
        return changes;
    }
}
