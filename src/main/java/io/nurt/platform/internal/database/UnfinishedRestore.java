package io.nurt.platform.internal.database;

import io.nurt.platform.StartRefused;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A restore puts what was there aside and removes it in its last step. Found at a start, it means that the restore was killed,
 * and the old state is put back.
 */
public final class UnfinishedRestore {
    /** Where a restore keeps what it replaces. */
    public static final String ASIDE = "nurt_replaced";

    /** How a restore names its connection, so that nobody undoes it while it runs. */
    public static final String APPLICATION_NAME = "nurt-restore";

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedRestore.class);

    private UnfinishedRestore() {}

    public static void undo(DataSource owner) {
        JdbcClient jdbc = JdbcClient.create(owner);
        boolean found = jdbc.sql("SELECT to_regnamespace(:aside) IS NOT NULL")
                .param("aside", ASIDE)
                .query(Boolean.class)
                .single();
        if (!found) {
            return;
        }
        boolean running = jdbc.sql("""
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                       WHERE datname = current_database() AND application_name = :name)
                        """)
                .param("name", APPLICATION_NAME)
                .query(Boolean.class)
                .single();
        if (running) {
            throw new StartRefused("A restore into this database is running.", "Wait until it is done.");
        }
        LOG.warn("A restore was interrupted; the database is put back to what it was before");
        jdbc.sql("DROP SCHEMA IF EXISTS nurt CASCADE; ALTER SCHEMA " + ASIDE + " RENAME TO nurt")
                .update();
    }
}
