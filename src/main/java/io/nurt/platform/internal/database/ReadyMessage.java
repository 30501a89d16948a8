package io.nurt.platform.internal.database;

import io.nurt.platform.DatabaseInfo;
import io.nurt.platform.NurtSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** Says, last of all at a start, where to go and where the data is. */
class ReadyMessage {
    private static final Logger LOG = LoggerFactory.getLogger("nurt");

    private final NurtSettings settings;
    private final DatabaseInfo database;

    ReadyMessage(NurtSettings settings, DatabaseInfo database) {
        this.settings = settings;
        this.database = database;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        LOG.info(
                "Data is in {} ({} PostgreSQL {}), last backup: {}",
                database.location(),
                database.kind() == DatabaseInfo.Kind.EMBEDDED ? "embedded" : "external",
                database.version(),
                database.lastBackup().map(Object::toString).orElse("never"));
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            LOG.info("Nurt is ready at {}", settings.port() == 0 ? "http://localhost:" + port : settings.publicUrl());
        }
    }
}
