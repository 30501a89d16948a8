package io.nurt.exchange.internal.writing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ListWriterTests {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @Test
    void textsThatWouldBeExecutedAreDefusedAndNumbersStayNumbers() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvListWriter writer = new CsvListWriter(out, ',', WARSAW)) {
            writer.header(List.of("title", "amount", "day", "at", "none"));
            writer.row(Arrays.asList(
                    "=cmd|' /C calc'!A0",
                    new BigDecimal("-1234.50"),
                    LocalDate.of(2026, 11, 24),
                    Instant.parse("2026-11-24T08:00:00Z"),
                    null));
            writer.row(Arrays.asList("@SUM(A1)", -5, true, "+48 600", "a,\"b\""));
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                \uFEFFtitle,amount,day,at,none\r
                '=cmd|' /C calc'!A0,-1234.50,2026-11-24,2026-11-24 09:00:00,\r
                '@SUM(A1),-5,true,'+48 600,"a,""b""\"\r
                """);
    }

    @Property
    void noTextBeginsLikeAFormulaAndNothingIsLost(
            @ForAll @NotEmpty @Chars({'=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ',', 'a'}) String text)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvListWriter writer = new CsvListWriter(out, ';', WARSAW)) {
            writer.row(List.of(text, "x"));
        }
        String written;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(';')
                .detectBomHeader(true)
                .ofCsvRecord(new ByteArrayInputStream(out.toByteArray()))) {
            written = reader.iterator().next().getField(0);
        }

        assertThat(written).isIn(text, "'" + text);
        assertThat(written.strip())
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@");
    }

    @Test
    void aWorkbookHoldsTextsAsTextsAndNumbersAsNumbers() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookListWriter writer = new WorkbookListWriter(out, "Szanse", WARSAW)) {
            writer.header(List.of("title", "amount"));
            writer.row(Arrays.asList("=1+1", new BigDecimal("17.5")));
            writer.row(Arrays.asList(LocalDate.of(2026, 11, 24), null));
        }

        Path file = Files.createTempFile("exchange", ".xlsx");
        file.toFile().deleteOnExit();
        Files.write(file, out.toByteArray());
        StringBuilder sheet = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    sheet.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(sheet)
                .contains("=1+1")
                .doesNotContain("<f>")
                .contains("<v>17.5</v>")
                .contains("Szanse");
    }
}
