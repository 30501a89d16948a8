package io.nurt.exchange.internal.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.exchange.internal.reading.DetectedEncoding.Evidence;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTests {
    private static final String POLISH = "Firma,Miasto\nŻółw sp. z o.o.,Łódź\nGęśl i Jaźń,Kraków\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1250", "ISO-8859-2", "UTF-16LE", "UTF-16BE"})
    void polishTextIsReadWhateverItsEncoding(String charset) throws Exception {
        ForeignFile file = Reading.file(POLISH, Charset.forName(charset));

        assertThat(file.encoding().charset().name()).isEqualTo(charset);
        assertThat(Reading.data(file))
                .containsExactly(List.of("Żółw sp. z o.o.", "Łódź"), List.of("Gęśl i Jaźń", "Kraków"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNotPartOfTheFirstHeader(String charset) throws Exception {
        ForeignFile file = Reading.file("\uFEFF" + POLISH, Charset.forName(charset));

        assertThat(file.encoding().evidence()).isEqualTo(Evidence.BYTE_ORDER_MARK);
        assertThat(file.columns().get(0).name()).isEqualTo("Firma");
    }

    @Test
    void westernTextFallsBackToWindows1252() throws Exception {
        ForeignFile file = Reading.file(
                "name,city\nFrançois,Genève\nMüller,Köln\nNuñez,à Coruña\n", Charset.forName("windows-1252"));

        assertThat(file.encoding().charset().name()).isEqualTo("windows-1252");
        assertThat(Reading.data(file).get(2)).containsExactly("Nuñez", "à Coruña");
    }

    @Test
    void aLetterInTheLastRowOfALongFileStillDecides() throws Exception {
        String text = "a,b\n" + "1,2\n".repeat(200_000) + "łąka,wąż\n";

        ForeignFile file = Reading.file(text, Charset.forName("windows-1250"));

        assertThat(file.encoding().charset().name()).isEqualTo("windows-1250");
    }

    @Test
    void oneDamagedByteDoesNotTurnUtf8IntoSomethingElse() throws Exception {
        byte[] bytes = POLISH.repeat(20).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xFF;

        DetectedEncoding encoding = Reading.file(bytes).encoding();

        assertThat(encoding.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(encoding.malformed()).isPositive();
    }

    @Test
    void theUserMayChooseAnother() throws Exception {
        Path path = Files.createTempFile("exchange", ".csv");
        Files.write(path, POLISH.getBytes(Charset.forName("windows-1250")));

        ForeignFile file = ForeignFile.inspect(
                path, "x.csv", new ReadingOptions(Charset.forName("ISO-8859-2"), null, null, Limits.DEFAULT));

        assertThat(file.encoding().evidence()).isEqualTo(Evidence.CHOSEN);
        assertThat(file.encoding().charset().name()).isEqualTo("ISO-8859-2");
    }

    @Test
    void aWorkbookAndAPictureAreRefusedWithTheirOwnReason() {
        assertThatThrownBy(() -> Reading.file(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.refusal().reason()).isEqualTo(RefusalReason.FILE_IS_WORKBOOK));
        assertThatThrownBy(() -> Reading.file(new byte[] {1, 2, 3, 0, 0, 0, 5, 6, 7, 0, 0, 1, 2}))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.refusal().reason()).isEqualTo(RefusalReason.FILE_NOT_TEXT));
    }

    @Test
    void aPdfIsRefusedThoughItsFirstLinesAreText() {
        assertThatThrownBy(() -> Reading.file("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".getBytes(US_ASCII)))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.refusal().reason()).isEqualTo(RefusalReason.FILE_NOT_TEXT));
    }
}
