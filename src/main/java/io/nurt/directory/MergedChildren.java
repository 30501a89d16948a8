package io.nurt.directory;

import io.nurt.identity.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What hangs on a merged record: the people of a company, the companies below it, notes, and what other modules keep of it. */
@Component
class MergedChildren {
    private final MergeStore store;
    private final EventStore events;
    private final ObjectProvider<MergeFollower> followers;
    private final ApplicationEventPublisher publisher;

    MergedChildren(
            MergeStore store,
            EventStore events,
            ObjectProvider<MergeFollower> followers,
            ApplicationEventPublisher publisher) {
        this.store = store;
        this.events = events;
        this.followers = followers;
        this.publisher = publisher;
    }

    /** @param event that tells of the merge at the record that goes, of an act that {@code origin} names */
    void moveAll(RecordKind kind, UUID from, UUID into, UUID event, Origin origin, Caller caller) {
        store.remember(event, store.moveNotes(kind, from, into));
        repoint(kind, from, into, null, origin, caller);
        UUID batch = origin.batchId();
        if (batch != null) {
            followers.orderedStream().forEach(use -> use.repoint(kind, from, into, batch));
        }
        store.merged(kind, from, into);
    }

    /** What was changed since stays with the survivor. */
    void moveBack(RecordKind kind, UUID from, UUID into, UUID batch, UUID event, Origin origin, Caller caller) {
        store.merged(kind, from, null);
        store.notesBack(event, from, into);
        repoint(kind, into, from, batch, origin, caller);
        followers.orderedStream().forEach(use -> use.takeBack(kind, from, into, batch));
    }

    private void repoint(RecordKind kind, UUID from, UUID into, @Nullable UUID batch, Origin origin, Caller caller) {
        if (kind != RecordKind.COMPANY) {
            return;
        }
        UUID workspace = caller.workspaceId();
        UUID actor = caller.userId();
        for (MergeStore.Moved moved : store.repoint(RecordKind.CONTACT, from, into, batch)) {
            events.append(RecordKind.CONTACT, moved.id(), "changed", change("companyId", from, into), origin);
            publisher.publishEvent(new ContactChanged(
                    workspace, moved.id(), moved.ownerId(), moved.ownerId(), actor, "changed", moved.version()));
        }
        for (MergeStore.Moved moved : store.repoint(RecordKind.COMPANY, from, into, batch)) {
            events.append(RecordKind.COMPANY, moved.id(), "changed", change("parentId", from, into), origin);
            publisher.publishEvent(new CompanyChanged(
                    workspace, moved.id(), moved.ownerId(), moved.ownerId(), actor, "changed", moved.version()));
        }
    }

    private static ObjectNode change(String field, UUID from, UUID into) {
        ObjectNode changes = Json.object(null);
        changes.putArray(field).add(from.toString()).add(into.toString());
        return changes;
    }
}
