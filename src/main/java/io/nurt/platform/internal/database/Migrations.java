package io.nurt.platform.internal.database;

import io.nurt.platform.StartRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema to what this version of Nurt needs. */
public final class Migrations {
    private Migrations() {}

    public static void run(DataSource owner) {
        migrate(configuration(owner));
    }

    /** Stops after that version, to take in data as old as it. */
    public static void runUpTo(DataSource owner, String version) {
        migrate(configuration(owner).target(version));
    }

    /** @throws StartRefused when one of the versions is none of this program's: the data comes from a newer one */
    public static void refuseUnknown(DataSource owner, List<String> versions) {
        Set<String> known = Arrays.stream(configuration(owner).load().info().all())
                .filter(migration ->
                        migration.getVersion() != null && migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .map(Object::toString)
                .collect(Collectors.toSet());
        versions.stream()
                .filter(version -> !known.contains(version))
                .findFirst()
                .ifPresent(version -> {
                    throw new StartRefused(
                            "The backup was made by a newer version of Nurt (it knows the change " + version + ").",
                            "Restore it with that version.");
                });
    }

    private static void migrate(FluentConfiguration configuration) {
        try {
            Flyway flyway = configuration.load();
            refuseNewer(flyway);
            flyway.migrate();
        } catch (FlywayException failed) {
            throw new StartRefused(
                    "The database could not be brought to this version: " + failed.getMessage(),
                    "Nothing of the failed step was kept. Go back to the version of Nurt that ran before (it works on with"
                            + " this database), or correct what the message names and start again.",
                    failed);
        }
    }

    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo migration : flyway.info().applied()) {
            if (migration.getVersion() != null && !migration.getState().isResolved()) {
                throw new StartRefused(
                        "The database was written by a newer version of Nurt (it has the change "
                                + migration.getVersion() + ").",
                        "Start that version again; or restore a backup made with this one.");
            }
        }
    }

    private static FluentConfiguration configuration(DataSource owner) {
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
