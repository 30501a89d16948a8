package io.nurt.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmailAddressTests {
    @Test
    void caseAndWhiteSpaceDoNotMatter() {
        EmailAddress address = EmailAddress.of(" Jan.Kowalski@Firma.PL ");
        assertThat(address.value()).isEqualTo("Jan.Kowalski@Firma.PL");
        assertThat(address.key()).isEqualTo("jan.kowalski@firma.pl");
        assertThat(address.domain()).isEqualTo("firma.pl");
    }

    @Test
    void lettersOfAnyScriptAreAccepted() {
        assertThat(EmailAddress.of("żółw@zażółć.pl").domain()).isEqualTo("zażółć.pl");
        assertThat(EmailAddress.of("mailto:jan@firma.pl").value()).isEqualTo("jan@firma.pl");
    }

    @Test
    void aTypingMistakeIsRefused() {
        for (String text :
                List.of("jan", "jan@firma", "jan@@firma.pl", "jan@firma..pl", "jan @firma.pl", "jan@firma.pl,", "")) {
            assertThatThrownBy(() -> EmailAddress.of(text)).as(text).isInstanceOf(RefusedValue.class);
        }
    }

    /**
     * A plain address that the list calls good is accepted, everything else refused. White space around an address is not
     * held against it: people paste.
     */
    @Test
    void aPublicListOfHardAddressesIsJudgedByThePolicy() throws IOException {
        Path file = Datasets.folder("rfc5322-addresses").resolve("isemail_tests.csv");
        List<String> wrong = new ArrayList<>();
        int accepted = 0;
        int judged = 0;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String address = row.getField("address_decoded");
                boolean pasted = !address.equals(address.strip());
                String category = row.getField("category");
                boolean accepts = accepts(address);
                boolean plain = Stream.of("\"", "(", "[", " ", "\t", "\r", "\n").noneMatch(address.strip()::contains)
                        && address.strip().matches(".+@[^@]+\\.[^@]*");
                boolean standard = category.equals("ISEMAIL_VALID_CATEGORY") || category.equals("ISEMAIL_DNSWARN");
                if (accepts != (plain && (standard || pasted))) {
                    wrong.add(category + " " + row.getField("diagnosis") + " " + address);
                }
                judged++;
                accepted += accepts ? 1 : 0;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).isEqualTo(164);
        assertThat(accepted).isGreaterThan(15);
    }

    private static boolean accepts(String address) {
        try {
            EmailAddress.of(address);
            return true;
        } catch (RefusedValue refused) {
            return false;
        }
    }
}
