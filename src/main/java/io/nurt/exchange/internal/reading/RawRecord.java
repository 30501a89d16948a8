package io.nurt.exchange.internal.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;

/** The text of a record that could not be used, as the fields it consists of. */
public final class RawRecord {
    private RawRecord() {}

    /** @return the text alone when it does not consist of fields */
    public static List<String> fields(String raw, char delimiter) {
        try (RecordReader reader =
                new RecordReader(new StringReader(raw), new Dialect(delimiter, '"'), Limits.DEFAULT)) {
            RecordReader.Found found = reader.next();
            if (found == null || found.refusal() != null || reader.next() != null) {
                return List.of(raw);
            }
            return List.copyOf(found.fields());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
