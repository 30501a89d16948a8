package io.nurt.platform.internal.database;

import io.nurt.platform.StartRefused;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema to what this version of Nurt needs. */
public final class Migrations {
    private Migrations() {}

    public static void run(DataSource owner) {
        try {
            configuration(owner).load().migrate();
        } catch (FlywayException failed) {
            throw new StartRefused(
                    "The database could not be brought to this version: " + failed.getMessage(),
                    "Nothing of the failed step was kept. Go back to the version of Nurt that ran before (it works on with"
                            + " this database), or correct what the message names and start again.",
                    failed);
        }
    }

    static FluentConfiguration configuration(DataSource owner) {
        return Flyway.configure()
                .dataSource(owner)
                .schemas("nurt")
                .defaultSchema("nurt")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true);
    }
}
