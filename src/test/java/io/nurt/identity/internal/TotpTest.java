package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final String SECRET = Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void aCodeIsGoodOneStepEarlyAndOneLateButNoMore() {
        String code = Totp.code(SECRET, Instant.ofEpochSecond(1_000_000_020));
        long step = 1_000_000_020 / 30;
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(1_000_000_020)))
                .isEqualTo(OptionalLong.of(step));
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(1_000_000_020 + 59)))
                .isEqualTo(OptionalLong.of(step));
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(1_000_000_020 - 1)))
                .isEqualTo(OptionalLong.of(step));
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(1_000_000_020 + 60)))
                .isEmpty();
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(1_000_000_020 - 31)))
                .isEmpty();
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheStandard(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @Property(tries = 200)
    void anySecretComesBackFromBase32(@ForAll byte[] bytes) {
        assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
    }

    @Test
    void anotherSignIsNotBase32() {
        assertThatThrownBy(() -> Base32.decode("AB1C")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAppIsToldWhoseCodesTheyAre() {
        assertThat(Totp.uri("ABC", "anna nowak@example.com"))
                .startsWith("otpauth://totp/Nurt%3Aanna%20nowak%40example.com?secret=ABC&issuer=Nurt");
    }
}
