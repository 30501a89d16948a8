package io.nurt.exchange.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTextTests {
    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void everyReasonHasASentenceInBothLanguagesWithTheSameParameters(RefusalReason reason) throws Exception {
        String english = texts("en").getProperty(reason.messageKey());
        String polish = texts("pl").getProperty(reason.messageKey());

        assertThat(english).isNotBlank();
        assertThat(polish).isNotBlank().isNotEqualTo(english);
        assertThat(new MessageFormat(polish, Locale.ROOT).getFormatsByArgumentIndex())
                .hasSameSizeAs(new MessageFormat(english, Locale.ROOT).getFormatsByArgumentIndex());
        assertThat(MessageFormat.format(polish, "A", "B", "C")).doesNotContain("{");
        assertThat(MessageFormat.format(english, "A", "B", "C")).doesNotContain("{");
    }

    private static Properties texts(String language) throws Exception {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(
                        RefusalTextTests.class.getResourceAsStream("/messages/exchange_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
