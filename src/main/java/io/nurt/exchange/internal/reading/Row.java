package io.nurt.exchange.internal.reading;

import java.util.List;

/** One record of a file. Every record is exactly one of the four, so counts add up. */
public sealed interface Row {
    /** Line of the file, from 1, where the record begins. */
    long line();

    /** A record with one field for each column. */
    record Data(long line, List<String> fields) implements Row {
        public String field(int column) {
            return fields.get(column);
        }
    }

    /** A record that cannot be used; {@code raw} is its text as found, to be repaired and read again. */
    record Refused(long line, String raw, Refusal refusal) implements Row {}

    /** An empty line. */
    record Blank(long line) implements Row {}

    /** Not data: the footer of a report, or an instruction to a spreadsheet. */
    record Note(long line, String raw) implements Row {}
}
