package io.nurt.platform.internal.database;

import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.NurtSettings;
import io.nurt.platform.StartRefused;
import io.nurt.platform.internal.embedded.Durability;
import io.nurt.platform.internal.embedded.EmbeddedPostgres;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database this program works on: somebody else's, or one it runs itself. */
public interface Database extends AutoCloseable {

    /** Connects as the owner of the schema, who migrates and makes backups; not as the application. */
    DatabaseUrl url();

    /** Where the data lies, for people. */
    String location();

    @Override
    void close();

    /** For the one who shall be alone on an embedded database. */
    static Database open(NurtSettings settings) {
        return settings.database()
                .<Database>map(External::new)
                .orElseGet(() -> new Embedded(EmbeddedPostgres.start(settings.data(), Durability.DURABLE)));
    }

    /** The same, but beside a server that runs already, if one does. */
    static Database join(NurtSettings settings) {
        Optional<DatabaseUrl> running =
                settings.database().isPresent() ? Optional.empty() : EmbeddedPostgres.running(settings.data());
        return running.<Database>map(External::new).orElseGet(() -> open(settings));
    }

    default DataSource owner() {
        return new OwnerDataSource(this::url);
    }

    default void refuseWhileInUse() {
        boolean used = JdbcClient.create(owner()).sql("""
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                       WHERE datname = current_database() AND pid <> pg_backend_pid()
                                         AND application_name = 'nurt')
                        """).query(Boolean.class).single();
        if (used) {
            throw new StartRefused("A running Nurt uses the database " + location() + ".", "Stop it first.");
        }
    }

    record External(DatabaseUrl url) implements Database {
        @Override
        public String location() {
            return url.toString();
        }

        @Override
        public void close() {}
    }

    record Embedded(EmbeddedPostgres postgres) implements Database {
        @Override
        public DatabaseUrl url() {
            return postgres.url();
        }

        @Override
        public String location() {
            return postgres.folder().toString();
        }

        @Override
        public void close() {
            postgres.close();
        }
    }
}
