package io.nurt.exchange.internal.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Short ways for tests to read. */
final class Reading {
    private Reading() {}

    static ForeignFile file(byte[] bytes) throws Exception {
        Path path = Files.createTempFile("exchange", ".csv");
        Files.write(path, bytes);
        path.toFile().deleteOnExit();
        return ForeignFile.inspect(path, "test.csv", ReadingOptions.DETECT);
    }

    static ForeignFile file(String text) throws Exception {
        return file(text, StandardCharsets.UTF_8);
    }

    static ForeignFile file(String text, Charset charset) throws Exception {
        return file(text.getBytes(charset));
    }

    static List<Row> rows(ForeignFile file) throws IOException, UnreadableFileException {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = file.rows()) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) rows.add(row);
        }
        return rows;
    }

    static List<List<String>> data(ForeignFile file) throws IOException, UnreadableFileException {
        List<List<String>> data = new ArrayList<>();
        for (Row row : rows(file)) if (row instanceof Row.Data d) data.add(d.fields());
        return data;
    }
}
