package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.UserRef;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail. */
@Service
class AuditTrail {
    private static final int MOST = 200;

    /** An act as answered. */
    record Entry(
            UUID id,
            Instant at,
            @Nullable UserRef actor,
            String kind,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            @Nullable String subjectName,
            Map<String, Object> details,
            @Nullable String address) {

        static Entry of(AuditStore.Event event) {
            UUID actor = event.actorId();
            return new Entry(
                    event.id(),
                    event.at(),
                    actor == null ? null : new UserRef(actor, Objects.requireNonNullElse(event.actorName(), "")),
                    event.kind(),
                    event.subjectKind(),
                    event.subjectId(),
                    event.subjectName(),
                    event.details(),
                    event.address());
        }
    }

    private final AuditStore store;

    AuditTrail(AuditStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    Page<Entry> page(@Nullable String kind, @Nullable UUID actor, @Nullable String cursor, int limit) {
        Caller.require(Permission.MANAGE_WORKSPACE);
        Cursor after = checked(Cursor.decode(cursor, 2));
        int size = Math.max(1, Math.min(limit, MOST));
        return Page.cut(store.page(kind, actor, after, size + 1), size, AuditStore.Event::key)
                .map(Entry::of);
    }

    private static @Nullable Cursor checked(@Nullable Cursor cursor) {
        if (cursor != null) {
            try {
                Instant.parse(Objects.requireNonNull(cursor.values().get(0)));
                UUID.fromString(Objects.requireNonNull(cursor.values().get(1)));
            } catch (DateTimeException | IllegalArgumentException | NullPointerException forged) {
                throw new Problem(CommonProblem.BAD_CURSOR);
            }
        }
        return cursor;
    }
}
