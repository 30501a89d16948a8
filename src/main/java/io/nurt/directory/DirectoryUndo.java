package io.nurt.directory;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Undoable;
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

    DirectoryUndo(EventStore events, CompanyService companies, ContactService contacts) {
        this.events = events;
        this.companies = companies;
        this.contacts = contacts;
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
        EventStore.Event event = events.find(id(payload)).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        if (event.recordKind() == RecordKind.COMPANY) {
            companies.undo(event);
        } else {
            contacts.undo(event);
        }
        return 1;
    }

    private static UUID id(String payload) {
        try {
            return UUID.fromString(payload);
        } catch (IllegalArgumentException notOurs) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }
}
