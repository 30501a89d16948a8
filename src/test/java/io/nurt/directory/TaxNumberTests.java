package io.nurt.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxNumberTests {
    @ParameterizedTest
    @ValueSource(strings = {"5260250274", "526-025-02-74", "PL 526 025 02 74", " pl5260250274 ", "526–025–02–74"})
    void aPolishNumberIsReadHoweverItIsWritten(String text) {
        assertThat(TaxNumber.of("PL", text, null)).isEqualTo(new TaxNumber("PL", "5260250274"));
    }

    @Test
    void aWrongCheckDigitIsRefused() {
        refuses("PL", "526-025-02-75", "directory.nip-check-digit");
    }

    @Test
    void aPolishNumberHasTenDigits() {
        refuses("PL", "526-025-02-7", "directory.nip-ten-digits");
        refuses("PL", "0000000000", "directory.nip-check-digit");
    }

    @Test
    void thePrefixTellsTheCountry() {
        assertThat(TaxNumber.of(null, "DE 123456789", "PL")).isEqualTo(new TaxNumber("DE", "123456789"));
        assertThat(TaxNumber.of(null, "EL123456789", null)).isEqualTo(new TaxNumber("GR", "123456789"));
    }

    @Test
    void withoutPrefixANumberOfTheHomeCountrysShapeIsTakenForOne() {
        assertThat(TaxNumber.of(null, "526-025-02-74", "PL")).isEqualTo(new TaxNumber("PL", "5260250274"));
        assertThat(TaxNumber.of(null, "12-3456789", "PL")).isEqualTo(new TaxNumber(null, "123456789"));
    }

    @ParameterizedTest
    @CsvSource({
        "AT,ATU12345678,U12345678",
        "FR,FR40303265045,40303265045",
        "NL,NL123456789B01,123456789B01",
        "ES,ESX1234567X,X1234567X",
        "GB,GB 123 4567 89,GB123456789"
    })
    void numbersOfOtherCountriesAreReadToo(String country, String text, String number) {
        assertThat(TaxNumber.of(country, text, "PL")).isEqualTo(new TaxNumber(country, number));
    }

    @Test
    void aNumberThatDoesNotHaveTheShapeOfItsCountryIsRefused() {
        refuses("DE", "12345678", "directory.tax-number-shape");
        refuses("XYZ", "12345678", "directory.country-unknown");
        refuses(null, "<script>", "directory.tax-number-shape");
    }

    /** Weights are below eleven and a prime modulus: no single mistake goes unseen. */
    @Property
    void oneWrongDigitIsAlwaysFound(
            @ForAll @IntRange(min = 0, max = 9) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = "5260250274".toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + by) % 10);
        assertThat(TaxNumber.isNip(new String(digits))).isFalse();
    }

    private static void refuses(@org.jspecify.annotations.Nullable String country, String text, String code) {
        assertThatExceptionOfType(RefusedValue.class)
                .isThrownBy(() -> TaxNumber.of(country, text, null))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
