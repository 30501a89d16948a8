package io.nurt.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.kernel.Patch;
import io.nurt.testing.NurtTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Hostile texts are texts: they come back as they were entered. */
@NurtTest
class NaughtyStringsTest {
    @Autowired
    DirectoryFixture.Beans beans;

    @Test
    void everyNaughtyStringComesBackAsItWasEntered() {
        Path file = Datasets.folder("naughty-strings").resolve("blns.json");
        DirectoryFixture here = new DirectoryFixture(beans);
        int seen = 0;
        for (JsonNode item : Json.MAPPER.readTree(file.toFile())) {
            String text = item.stringValue();
            var body = JsonNodeFactory.instance.objectNode();
            body.put("name", "n " + text + " n").put("description", text);
            body.putArray("tags")
                    .add("t" + text.substring(0, text.offsetByCodePoints(0, Math.min(90, CleanText.length(text))))
                            + "t");
            body.putArray("phones").addObject().put("value", "p" + text + "p");
            CompanyView company = here.as(here.admin, () -> {
                CompanyView made =
                        beans.companies.create(new Patch(body, Json.MAPPER)).record();
                return beans.companies.get(made.id());
            });
            assertThat(company.name()).isEqualTo("n " + text + " n");
            assertThat(company.description()).isEqualTo(text.isBlank() ? null : text);
            assertThat(company.tags().get(0)).startsWith("t").endsWith("t");
            assertThat(company.phones().get(0).value()).isEqualTo("p" + text + "p");
            List<String> found =
                    here.names(here.admin, DirectoryFixture.request(text, "active", "-createdAt", 5, null));
            assertThat(found).as("searching for it is harmless").hasSizeBetween(0, 5);
            seen++;
        }
        assertThat(seen).isGreaterThan(500);
    }

    @Test
    void whatADatabaseTextCannotHoldIsCleanedByRule() {
        assertThat(CleanText.line(" a\u0000b ")).isEqualTo("ab");
        assertThat(CleanText.line("\u0000")).isNull();
        assertThat(CleanText.block("half \uD83D only")).isEqualTo("half \uFFFD only");
        assertThat(CleanText.block("whole \uD83D\uDE00")).isEqualTo("whole \uD83D\uDE00");
        assertThat(CleanText.json(Json.MAPPER.readTree("{\"a\\u0000\": [\"b\\u0000\", {\"c\": 1}]}"))
                        .toString())
                .isEqualTo("{\"a\":[\"b\",{\"c\":1}]}");
    }

    @Test
    void aLineInWhichNothingIsToBeSeenIsNoValue() {
        assertThat(CleanText.line("\u200B\uFEFF \u00A0\u2028")).isNull();
        assertThat(CleanText.line("\u3164\u2800")).isNull();
        assertThat(CleanText.line("\u200Fשלום\u200F")).isEqualTo("\u200Fשלום\u200F");
        assertThat(CleanText.line("👩\u200D💻")).isEqualTo("👩\u200D💻");
    }
}
