package io.nurt.platform.internal.database;

import io.nurt.platform.DatabaseInfo;
import io.nurt.platform.NurtSettings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

record DatabaseFacts(NurtSettings settings, Database database, JdbcClient jdbc) implements DatabaseInfo {
    @Override
    public Kind kind() {
        return settings.database().isPresent() ? Kind.EXTERNAL : Kind.EMBEDDED;
    }

    @Override
    public String location() {
        return kind() == Kind.EMBEDDED ? settings.data().toString() : database.location();
    }

    @Override
    public String version() {
        return jdbc.sql("SHOW server_version").query(String.class).single().split(" ")[0];
    }

    @Override
    public Optional<Instant> lastBackup() {
        return jdbc.sql("SELECT taken_at FROM nurt.backup_taken ORDER BY taken_at DESC LIMIT 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
