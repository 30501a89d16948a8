package io.nurt.directory;

import static io.nurt.identity.Permission.READ;
import static io.nurt.identity.Permission.WRITE;

import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is done to companies and contacts alike: every change is kept in the history and can be taken back. */
abstract class RecordService<F, V> {
    private final RecordStore<F> store;
    private final EventStore events;
    private final ApplicationEventPublisher publisher;

    RecordService(RecordStore<F> store, EventStore events, ApplicationEventPublisher publisher) {
        this.store = store;
        this.events = events;
        this.publisher = publisher;
    }

    /**
     * A record after a change.
     *
     * @param undoToken takes the change back; null when nothing changed
     */
    record Changed<V>(V record, int version, @Nullable String undoToken) {}

    abstract F patched(Patch patch, UUID id, F now, Caller caller);

    abstract F blank(Caller caller);

    abstract V view(Loaded<F> record);

    abstract Object changedEvent(Caller caller, Loaded<F> record, @Nullable UUID formerOwner, String kind);

    abstract @Nullable UUID ownerOf(F facts);

    RecordStore<F> store() {
        return store;
    }

    RecordKind kind() {
        return store.kind();
    }

    @Transactional(readOnly = true)
    public V get(UUID id) {
        return view(load(id, Caller.require(READ)));
    }

    @Transactional
    public Changed<V> create(Patch patch) {
        Caller caller = Caller.require(WRITE);
        UUID id = Ids.next();
        F facts = patched(patch, id, blank(caller), caller);
        Origin origin = Origin.of(caller);
        store.insert(List.of(new NewRecord<>(id, facts, null)), origin);
        UUID event = events.append(store.kind(), id, "created", JsonNodeFactory.instance.objectNode(), origin);
        return changed(id, caller, ownerOf(facts), "created", event);
    }

    @Transactional
    public Changed<V> update(UUID id, Patch patch, @Nullable Integer expected) {
        Caller caller = Caller.require(WRITE);
        return update(id, patch, expected, caller, Origin.of(caller));
    }

    Changed<V> update(UUID id, Patch patch, @Nullable Integer expected, Caller caller, Origin origin) {
        Loaded<F> now = lock(id, expected, caller);
        if (now.marks().deletedAt() != null) {
            throw new Problem(DirectoryProblem.IN_TRASH);
        }
        F facts = patched(patch, id, now.facts(), caller);
        ObjectNode changes = Changes.between(Json.tree(now.facts()), Json.tree(facts));
        if (changes.isEmpty()) {
            return new Changed<>(view(now), now.marks().version(), null);
        }
        store.update(id, now.facts(), facts);
        UUID event = events.append(store.kind(), id, "changed", changes, origin);
        return changed(id, caller, ownerOf(now.facts()), "changed", event);
    }

    @Transactional
    public Changed<V> mark(UUID id, Mark mark, @Nullable Integer expected) {
        Caller caller = Caller.require(WRITE);
        return mark(id, mark, expected, caller, Origin.of(caller));
    }

    Changed<V> mark(UUID id, Mark mark, @Nullable Integer expected, Caller caller, Origin origin) {
        Loaded<F> now = lock(id, expected, caller);
        if (now.marks().mergedInto() != null) {
            throw new Problem(DirectoryProblem.MERGED);
        }
        if (mark.holds(now.marks())) {
            return new Changed<>(view(now), now.marks().version(), null);
        }
        store.mark(id, mark);
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        UUID event = events.append(store.kind(), id, mark.event(), none, origin);
        return changed(id, caller, ownerOf(now.facts()), mark.event(), event);
    }

    /** Takes back what an event says, unless it was changed again since. */
    @Transactional
    public void undo(EventStore.Event event) {
        takeBack(event);
    }

    void takeBack(EventStore.Event event) {
        Caller caller = Caller.require(WRITE);
        UUID id = event.recordId();
        Loaded<F> now = lock(id, null, caller);
        if (event.kind().equals("changed")) {
            if (!Changes.stillHold(event.changes(), Json.tree(now.facts()))) {
                throw new Problem(DirectoryProblem.UNDO_TOO_LATE);
            }
            Patch back = new Patch(Changes.reversed(event.changes()), Json.MAPPER);
            update(id, back, null, caller, Origin.of(caller));
            return;
        }
        for (Mark mark : Mark.values()) {
            if (event.kind().equals(mark.event()) || (event.kind().equals("created") && mark == Mark.RESTORE)) {
                if (!mark.holds(now.marks())) {
                    throw new Problem(DirectoryProblem.UNDO_TOO_LATE);
                }
                mark(id, mark.opposite(), null, caller, Origin.of(caller));
                return;
            }
        }
        throw new Problem(DirectoryProblem.UNDO_TOO_LATE);
    }

    /** As it is, with nothing to take back. */
    Changed<V> unchanged(UUID id, Caller caller) {
        Loaded<F> record = load(id, caller);
        return new Changed<>(view(record), record.marks().version(), null);
    }

    Loaded<F> load(UUID id, Caller caller) {
        return store.find(id, caller.visibility()).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    Loaded<F> lock(UUID id, @Nullable Integer expected, Caller caller) {
        if (!store.lock(id, caller.visibility())) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        Loaded<F> now = load(id, caller);
        if (expected != null && expected != now.marks().version()) {
            Versions.check(expected, now.marks().version(), view(now));
        }
        return now;
    }

    /** Read as the one who changed it, who may just have handed it to someone they do not see. */
    Changed<V> changed(UUID id, Caller caller, @Nullable UUID formerOwner, String kind, UUID event) {
        Loaded<F> record = store.find(id, caller.visibility())
                .or(() -> store.find(id, Visibility.ALL))
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        publisher.publishEvent(changedEvent(caller, record, formerOwner, kind));
        return new Changed<>(view(record), record.marks().version(), DirectoryUndo.token(event));
    }
}
