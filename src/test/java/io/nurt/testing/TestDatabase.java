package io.nurt.testing;

import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.StartRefused;
import io.nurt.platform.internal.database.Database;
import io.nurt.platform.internal.database.Migrations;
import io.nurt.platform.internal.embedded.Durability;
import io.nurt.platform.internal.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One PostgreSQL per test JVM, started on first use. Its folder below target is kept for the next run (the lock on it tells
 * JVMs apart), which also cleans up after a JVM that was killed. Each database is a copy of one migrated template.
 */
public final class TestDatabase {
    private static final int FOLDERS = 20;
    private static final String TEMPLATE = "template_nurt";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** A fresh, migrated, empty database of its own; it lives until the next test JVM starts. */
    public static DatabaseUrl create() {
        String name = "test_" + NUMBER.incrementAndGet();
        admin().sql("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE).update();
        return Holder.POSTGRES.url(name);
    }

    /** A fresh database without any of Nurt's tables. */
    public static DatabaseUrl createBare() {
        String name = "bare_" + NUMBER.incrementAndGet();
        admin().sql("CREATE DATABASE " + name).update();
        return Holder.POSTGRES.url(name);
    }

    /** Connects as the owner of the schema: sees the rows of all workspaces. */
    public static DataSource owner(DatabaseUrl url) {
        return new Database.External(url).owner();
    }

    private static JdbcClient admin() {
        return JdbcClient.create(owner(Holder.POSTGRES.url()));
    }

    private static final class Holder {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres postgres = startInFreeFolder();
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop-test-database"));
            JdbcClient admin = JdbcClient.create(owner(postgres.url()));
            List<String> left = admin.sql(
                            "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%' OR datname LIKE"
                                    + " 'bare\\_%' OR datname = :template")
                    .param("template", TEMPLATE)
                    .query(String.class)
                    .list();
            left.forEach(
                    name -> admin.sql("DROP DATABASE " + name + " WITH (FORCE)").update());
            admin.sql("CREATE DATABASE " + TEMPLATE).update();
            Migrations.run(owner(postgres.url(TEMPLATE)));
            return postgres;
        }

        private static EmbeddedPostgres startInFreeFolder() {
            for (int number = 1; ; number++) {
                try {
                    return EmbeddedPostgres.start(
                            Path.of("target", "test-postgres", String.valueOf(number))
                                    .toAbsolutePath(),
                            Durability.DISPOSABLE);
                } catch (StartRefused used) {
                    if (number == FOLDERS || !String.valueOf(used.getMessage()).startsWith("Another Nurt")) {
                        throw used;
                    }
                }
            }
        }
    }
}
