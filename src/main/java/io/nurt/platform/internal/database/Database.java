package io.nurt.platform.internal.database;

import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.NurtSettings;
import io.nurt.platform.internal.embedded.Durability;
import io.nurt.platform.internal.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database this server works on: somebody else's, or one it runs itself. */
public interface Database extends AutoCloseable {

    /** Connects as the owner of the schema, who migrates and makes backups; not as the application. */
    DatabaseUrl url();

    @Override
    void close();

    static Database open(NurtSettings settings) {
        return settings.database()
                .<Database>map(External::new)
                .orElseGet(() -> new Embedded(EmbeddedPostgres.start(settings.data(), Durability.DURABLE)));
    }

    default DataSource owner() {
        DatabaseUrl url = url();
        var source = new PGSimpleDataSource();
        source.setUrl(url.jdbcUrl());
        source.setUser(url.user());
        source.setPassword(url.password());
        source.setCurrentSchema("nurt,public");
        source.setApplicationName("nurt");
        return source;
    }

    record External(DatabaseUrl url) implements Database {
        @Override
        public void close() {}
    }

    record Embedded(EmbeddedPostgres postgres) implements Database {
        @Override
        public DatabaseUrl url() {
            return postgres.url();
        }

        @Override
        public void close() {
            postgres.close();
        }
    }
}
