package io.nurt.platform.internal.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds; its last entry.
 *
 * @param format of the file
 * @param migrations versions the schema had, oldest first
 */
record Manifest(
        int format,
        Instant takenAt,
        String postgres,
        List<String> migrations,
        List<Table> tables,
        List<Sequence> sequences) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    record Table(String name, List<String> columns, long rows, String checksum) {
        TableShape shape() {
            return new TableShape(name, columns);
        }

        String entry() {
            return "data/" + name + ".copy";
        }
    }

    record Sequence(String name, long lastValue) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
