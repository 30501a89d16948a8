package io.nurt.identity.internal;

import io.nurt.identity.AuditLog;
import io.nurt.identity.Caller;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Service
class Audit implements AuditLog {
    private final AuditStore store;

    Audit(AuditStore store) {
        this.store = store;
    }

    @Override
    @Transactional
    public void record(String kind, @Nullable String subjectKind, @Nullable UUID subjectId, Map<String, ?> details) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        UUID actor = authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller.userId()
                : null;
        store.insert(actor, kind, subjectKind, subjectId, details, address());
    }

    /** Records an act of someone who is only about to become the caller. */
    @Transactional
    public void recordBy(UUID user, String kind) {
        store.insert(user, kind, "user", user, Map.of(), address());
    }

    private static @Nullable String address() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return ClientInfo.address(attributes.getRequest());
        }
        return null;
    }
}
