package io.nurt.exchange.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.nurt.exchange.internal.Datasets;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collections of corner cases made by others, with the reading they expect. */
class TortureTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> everyFileOfCsvSpectrumReadsAsItsJson() throws IOException {
        Path folder = Datasets.folder("csv-spectrum");
        return csvs(folder.resolve("csvs"))
                .map(csv -> DynamicTest.dynamicTest(csv.getFileName().toString(), () -> {
                    JsonNode expected = json(folder, csv);
                    ForeignFile file = Reading.file(published(csv));
                    List<List<String>> data = Reading.data(file);
                    if (!expected.isArray()) {
                        // The published JSON of this file has another telephone number than its CSV.
                        assertThat(file.columns())
                                .extracting(Column::name)
                                .containsExactlyElementsOf(expected.propertyNames());
                        assertThat(data).hasSize(1);
                        assertThat(data.get(0).get(1))
                                .isEqualTo(expected.get("Location Coordinates").asString());
                        return;
                    }
                    assertThat(data).hasSize(expected.size());
                    for (int row = 0; row < data.size(); row++) {
                        for (Column column : file.columns()) {
                            assertThat(data.get(row).get(column.index()))
                                    .isEqualTo(
                                            expected.get(row).get(column.name()).asString());
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyValidFileOfCsvTestDataReadsAsItsJson() throws IOException {
        Path folder = Datasets.folder("csv-test-data");
        return csvs(folder.resolve("csv"))
                .filter(csv -> !csv.getFileName().toString().startsWith("bad-"))
                .map(csv -> DynamicTest.dynamicTest(csv.getFileName().toString(), () -> {
                    JsonNode expected = json(folder, csv);
                    List<List<String>> records = records(Files.readString(csv, StandardCharsets.UTF_8));
                    if (csv.getFileName().toString().startsWith("header-")) {
                        List<String> names = records.remove(0);
                        assertThat(records).hasSize(expected.size());
                        for (int row = 0; row < records.size(); row++) {
                            for (int i = 0; i < names.size(); i++) {
                                assertThat(records.get(row).get(i))
                                        .isEqualTo(expected.get(row)
                                                .get(names.get(i))
                                                .asString());
                            }
                        }
                        return;
                    }
                    List<List<String>> lists = new ArrayList<>();
                    for (JsonNode row : expected) {
                        lists.add(row.valueStream().map(JsonNode::asString).toList());
                    }
                    assertThat(records).isEqualTo(lists);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyInvalidFileOfCsvTestDataIsRefusedWithItsReason() {
        Path folder = Datasets.folder("csv-test-data").resolve("csv");
        Map<String, Refusal> rows = Map.of(
                "bad-header-less-fields.csv", RefusalReason.TOO_FEW_FIELDS.with(2, 3),
                "bad-header-more-fields.csv", RefusalReason.TOO_MANY_FIELDS.with(4, 3),
                "bad-missing-quote.csv", RefusalReason.UNCLOSED_QUOTE.with(),
                "bad-quotes-with-unescaped-quote.csv", RefusalReason.UNESCAPED_QUOTE.with());
        return rows.entrySet().stream()
                .map(bad -> DynamicTest.dynamicTest(
                        bad.getKey(),
                        () -> assertThat(Reading.rows(ForeignFile.inspect(
                                        folder.resolve(bad.getKey()), bad.getKey(), ReadingOptions.DETECT)))
                                .singleElement()
                                .isInstanceOfSatisfying(Row.Refused.class, refused -> {
                                    assertThat(refused.line()).isEqualTo(2);
                                    assertThat(refused.refusal()).isEqualTo(bad.getValue());
                                    assertThat(refused.raw()).startsWith("1,");
                                })));
    }

    @Test
    void theOtherInvalidFilesLoseNothing() throws Exception {
        Path folder = Datasets.folder("csv-test-data").resolve("csv");

        assertThatThrownBy(() ->
                        ForeignFile.inspect(folder.resolve("bad-header-no-header.csv"), "x.csv", ReadingOptions.DETECT))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.refusal().reason()).isEqualTo(RefusalReason.FILE_EMPTY));
        assertThat(Reading.rows(ForeignFile.inspect(
                        folder.resolve("bad-header-wrong-header.csv"), "x.csv", ReadingOptions.DETECT)))
                .isEmpty();
        assertThat(Reading.data(
                        ForeignFile.inspect(folder.resolve("bad-unescaped-quote.csv"), "x.csv", ReadingOptions.DETECT)))
                .containsExactly(List.of("1", "This \"quotes\" must be escaped", "3"));
    }

    @Test
    void hostileTextsComeThroughAsWritten() throws Exception {
        Path folder = Datasets.folder("naughty-strings");
        List<String> texts = new ArrayList<>();
        for (JsonNode text : JSON.readTree(folder.resolve("blns.json").toFile())) texts.add(text.asString());
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            writer.writeRecord("n", "text");
            for (int i = 0; i < texts.size(); i++) writer.writeRecord(String.valueOf(i), texts.get(i));
        }

        List<List<String>> data = Reading.data(Reading.file(out.toString()));

        assertThat(data).extracting(row -> row.get(1)).containsExactlyElementsOf(texts);
    }

    @Property
    void whatAnotherWriterWroteIsReadAsItsOwnReaderReadsIt(
            @ForAll @Size(max = 12)
                    List<
                                    @Size(min = 1, max = 5) List<
                                            @Chars({'"', ',', '\n', '\r', ' ', 'a', '\''})
                                            @CharRange(from = 'x', to = 'z') String>>
                            rows)
            throws Exception {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            for (List<String> row : rows) writer.writeRecord(row);
        }
        List<List<String>> expected = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(out.toString())) {
            reader.forEach(record -> expected.add(record.getFields()));
        }

        assertThat(records(out.toString())).isEqualTo(expected);
    }

    @Property
    void noCharacterMakesItStopOrLoseALine(@ForAll @Chars({'"', ',', '\n', '\r', ';', 'a'}) String text)
            throws IOException {
        long line = 0;
        try (RecordReader reader = new RecordReader(new StringReader(text), Dialect.COMMA, Limits.DEFAULT)) {
            for (RecordReader.Found found = reader.next(); found != null; found = reader.next()) {
                assertThat(found.line()).isGreaterThan(line);
                line = found.line();
            }
        }
        assertThat(line).isLessThanOrEqualTo(text.lines().count());
    }

    private static List<List<String>> records(String text) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (Reader in = new StringReader(text);
                RecordReader reader = new RecordReader(in, Dialect.COMMA, Limits.DEFAULT)) {
            for (RecordReader.Found found = reader.next(); found != null; found = reader.next()) {
                assertThat(found.refusal()).isNull();
                records.add(found.fields());
            }
        }
        return records;
    }

    /** Copies of the collection may have lost the carriage returns that these files are about. */
    private static String published(Path csv) throws IOException {
        String text = Files.readString(csv, StandardCharsets.UTF_8);
        boolean lost = csv.getFileName().toString().contains("crlf") && text.indexOf('\r') < 0;
        return lost ? text.replace("\n", "\r\n") : text;
    }

    private static Stream<Path> csvs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    private static JsonNode json(Path folder, Path csv) {
        String name = csv.getFileName().toString().replace(".csv", ".json");
        return JSON.readTree(folder.resolve("json").resolve(name).toFile());
    }
}
