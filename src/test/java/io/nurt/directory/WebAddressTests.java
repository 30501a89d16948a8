package io.nurt.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "firma.pl",
                "www.firma.pl",
                "https://www.Firma.pl/oferta?x=1",
                "http://firma.pl:8080",
                "https://firma.pl#top"
            })
    void theHostTellsTheDomain(String text) {
        assertThat(WebAddress.of(text).domain()).isEqualTo("firma.pl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://firma.pl",
                "firma",
                "our site",
                "javascript://firma.pl/%0aalert(1)",
                ""
            })
    void whatIsNoWebsiteIsRefused(String text) {
        assertThatThrownBy(() -> WebAddress.of(text)).isInstanceOf(RefusedValue.class);
    }

    @Test
    void aCompanyIsToldByItsWebsiteElseByAnEmailOfItsOwn() {
        List<ContactPoint> emails =
                List.of(new ContactPoint("jan@gmail.com", null), new ContactPoint("jan@firma.pl", null));
        assertThat(WebAddress.companyDomain("www.other.pl", emails)).isEqualTo("other.pl");
        assertThat(WebAddress.companyDomain(null, emails)).isEqualTo("firma.pl");
        assertThat(WebAddress.companyDomain(null, emails.subList(0, 1))).isNull();
    }
}
