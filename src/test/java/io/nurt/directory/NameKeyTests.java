package io.nurt.directory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zakłady Łucznik",
                "ZAKŁADY „ŁUCZNIK” Sp. z o.o.",
                "Zaklady Lucznik sp.z o.o.",
                "Zakłady Łucznik Spółka z ograniczoną odpowiedzialnością",
                "Zakłady  Łucznik S.A.",
                "Zakłady Łucznik sp. z o.o. sp. k.",
                "zakłady-łucznik, sp.j.",
                "Zakłady Łucznik GmbH & Co. KG",
                "Zakłady Łucznik Ltd.",
                "Zakłady Łucznik, Inc.",
                "Zakłady Łucznik LLC",
                "Zakłady Łucznik Corp."
            })
    void theLegalFormCaseAndAccentsDoNotMatter(String name) {
        assertThat(NameKey.ofCompany(name)).isEqualTo("zaklady lucznik");
    }

    @Test
    void aNameThatIsOnlyALegalFormKeepsIt() {
        assertThat(NameKey.ofCompany("S.A.")).isEqualTo("s a");
        assertThat(NameKey.ofCompany("Limited")).isEqualTo("limited");
    }

    @Test
    void aLegalFormInTheMiddleIsPartOfTheName() {
        assertThat(NameKey.ofCompany("Inc Magazine Polska")).isEqualTo("inc magazine polska");
    }

    @Test
    void anApostropheJoinsAndOtherSignsSeparate() {
        assertThat(NameKey.ofCompany("O'Reilly & Sons")).isEqualTo("oreilly sons");
    }

    @Test
    void aPersonKeepsEveryWord() {
        assertThat(NameKey.of("Żaneta Kowalska-Łęcka Co")).isEqualTo("zaneta kowalska lecka co");
    }

    @Test
    void aNameOfSignsAloneIsItsOwnKey() {
        assertThat(NameKey.ofCompany("🍕🍕")).isEqualTo("🍕🍕");
    }

    @Property
    void aKeyIsNeverEmptyAndIsItsOwnKey(@ForAll String name) {
        if (!name.isBlank()) {
            String key = NameKey.of(name);
            assertThat(key).isNotEmpty();
            assertThat(NameKey.of(key)).isEqualTo(key);
        }
    }
}
