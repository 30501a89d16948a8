package io.nurt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
    private static final String HEX = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private final SecretBox box = new SecretBox(() -> SecretKey.parse(HEX, "test"));

    @Test
    void whatIsSealedOpensAgainAndLooksDifferentEachTime() {
        String sealed = box.seal("JBSWY3DPEHPK3PXP", "anna");

        assertThat(SecretBox.isSealed(sealed)).isTrue();
        assertThat(sealed).doesNotContain("JBSWY3DPEHPK3PXP").isNotEqualTo(box.seal("JBSWY3DPEHPK3PXP", "anna"));
        assertThat(box.open(sealed, "anna")).contains("JBSWY3DPEHPK3PXP");
    }

    @Test
    void itOpensOnlyForWhatItIsAbout() {
        assertThat(box.open(box.seal("secret", "anna"), "jan")).isEmpty();
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        SecretBox other = new SecretBox(() -> SecretKey.parse(HEX.replace('0', '1'), "test"));

        assertThat(other.open(box.seal("secret", "anna"), "anna")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1:", "v1:AAAA", "v1:no base64 !", "v1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWasAlteredDoesNotOpen(String text) {
        assertThat(box.open(text, "anna")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "AAECAwQFBgcICQoLDA0ODw==", "0011", "not base64, nor hexadecimal digits"})
    void whatIsNoKeyIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> SecretKey.parse(text, "NURT_SECRET_KEY"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("NURT_SECRET_KEY")
                .hasMessageNotContaining(text);
    }
}
