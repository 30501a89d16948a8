package io.nurt.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTests {
    @ParameterizedTest
    @ValueSource(strings = {"22 123 45 67", "(22) 123-45-67", "+48 22 123 45 67", "0048221234567", "tel. 221234567"})
    void aNumberIsReadAsOneOfTheWorkspacesCountry(String entered) {
        assertThat(PhoneNumbers.e164(entered, "PL")).contains("+48221234567");
    }

    @Test
    void aCountryCodeWins() {
        assertThat(PhoneNumbers.e164("+1 650 253 0000", "PL")).contains("+16502530000");
    }

    @Test
    void whatCannotBeReadIsComparedAsText() {
        assertThat(PhoneNumbers.e164("ask Basia", "PL")).isEmpty();
        assertThat(PhoneNumbers.key("ask Basia", "PL")).isEqualTo("askbasia");
        assertThat(PhoneNumbers.e164("22 123 45 67", null)).isEmpty();
    }

    @Test
    void theZoneOfTheWorkspaceTellsTheCountry() {
        assertThat(HomeCountry.ofZone("Europe/Warsaw")).isEqualTo("PL");
        assertThat(HomeCountry.ofZone("America/New_York")).isEqualTo("US");
        assertThat(HomeCountry.ofZone("UTC")).isNull();
    }
}
