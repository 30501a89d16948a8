package io.nurt.identity.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seals, at a start, second factors that an earlier version or a backup of one stored as they are. */
@Component
class SealSecondFactors {
    private static final Logger log = LoggerFactory.getLogger(SealSecondFactors.class);

    private final CredentialStore credentials;
    private final InWorkspace transactions;

    SealSecondFactors(CredentialStore credentials, InWorkspace transactions) {
        this.credentials = credentials;
        this.transactions = transactions;
    }

    @EventListener(WebServerInitializedEvent.class)
    void serving() {
        int sealed = seal();
        if (sealed > 0) {
            log.info("Encrypted {} second factors that were stored as they are", sealed);
        }
    }

    int seal() {
        var found = transactions.here(credentials::unsealed);
        found.forEach(one -> transactions.run(one.workspaceId(), () -> credentials.seal(one.userId())));
        return found.size();
    }
}
