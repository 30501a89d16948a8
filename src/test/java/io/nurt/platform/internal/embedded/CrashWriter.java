package io.nurt.platform.internal.embedded;

import io.nurt.testing.TestDatabase;
import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program to be killed: writes numbers one after the other and prints each once its commit was acknowledged. */
final class CrashWriter {
    private CrashWriter() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        System.setOut(System.err); // where the log goes
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), Durability.DURABLE);
        out.println("started");
        long number = 0;
        while (true) {
            try {
                JdbcClient jdbc = JdbcClient.create(TestDatabase.owner(postgres.url()));
                if (number == 0) {
                    jdbc.sql("CREATE TABLE IF NOT EXISTS written (n bigint PRIMARY KEY)")
                            .update();
                    number = jdbc.sql("SELECT coalesce(max(n), 0) FROM written")
                                    .query(Long.class)
                                    .single()
                            + 1;
                }
                jdbc.sql("INSERT INTO written VALUES (?) ON CONFLICT DO NOTHING")
                        .param(number)
                        .update();
                out.println(number);
                number++;
            } catch (DataAccessException databaseKilled) {
                // the same number again: its commit was not acknowledged, whether it happened or not
            }
        }
    }
}
