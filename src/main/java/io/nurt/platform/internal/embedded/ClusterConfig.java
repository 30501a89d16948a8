package io.nurt.platform.internal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's settings, written anew at each start; {@code custom.conf} beside them is the administrator's and comes last. */
final class ClusterConfig {
    private ClusterConfig() {}

    static void write(Path cluster, Durability durability) throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), settings(durability));
        Files.writeString(cluster.resolve("pg_hba.conf"), """
                # Written by Nurt at each start. Only this machine, only with the password.
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    private static String settings(Durability durability) {
        String common = """
                # Written by Nurt at each start; put changes into custom.conf.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 50
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                jit = off
                random_page_cost = 1.1
                work_mem = '16MB'
                maintenance_work_mem = '128MB'
                shared_buffers = '256MB'
                effective_cache_size = '1GB'
                wal_compression = on
                max_wal_size = '2GB'
                wal_level = 'minimal'
                max_wal_senders = 0
                client_connection_check_interval = '2s'
                logging_collector = on
                log_directory = 'log'
                log_filename = 'postgres-%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_file_mode = 0600
                """;
        String disposable = """
                fsync = off
                synchronous_commit = off
                full_page_writes = off
                logging_collector = off
                shared_buffers = '128MB'
                max_connections = 200
                """;
        return common + (durability == Durability.DISPOSABLE ? disposable : "") + "include_if_exists = 'custom.conf'\n";
    }
}
