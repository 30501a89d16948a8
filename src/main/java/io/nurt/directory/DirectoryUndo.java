package io.nurt.directory;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Undoable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes single changes of companies and contacts back: the token names the event of the history. */
@Component
class DirectoryUndo implements Undoable {
    private static final String PREFIX = "directory";
    private final EventStore events;
    private final CompanyService companies;
    private final ContactService contacts;
    private final Merging merging;

    DirectoryUndo(EventStore events, CompanyService companies, ContactService contacts, Merging merging) {
        this.events = events;
        this.companies = companies;
        this.contacts = contacts;
        this.merging = merging;
    }

    static String token(UUID event) {
        return PREFIX + "." + event;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    @Transactional
    public int undo(String payload) {
        EventStore.Event event = events.find(id(payload)).orElse(null);
        if (event != null && event.kind().equals(Merging.MERGED)) {
            merging.takeBack(event);
            return 2;
        }
        if (event != null) {
            service(event).takeBack(event);
            return 1;
        }
        List<EventStore.Event> batch = events.batch(id(payload));
        if (batch.isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        Set<UUID> restored = new HashSet<>();
        for (EventStore.Event one : batch) {
            if (takenBack(one)) {
                restored.add(one.recordId());
            }
        }
        if (restored.isEmpty()) {
            throw new Problem(DirectoryProblem.UNDO_TOO_LATE);
        }
        return restored.size();
    }

    /** Of many, those that somebody changed since stay as they are. */
    private boolean takenBack(EventStore.Event event) {
        try {
            service(event).takeBack(event);
            return true;
        } catch (Problem problem) {
            return false;
        }
    }

    private RecordService<?, ?> service(EventStore.Event event) {
        return event.recordKind() == RecordKind.COMPANY ? companies : contacts;
    }

    private static UUID id(String payload) {
        try {
            return UUID.fromString(payload);
        } catch (IllegalArgumentException notOurs) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }
}
