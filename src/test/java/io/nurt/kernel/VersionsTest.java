package io.nurt.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"v7\"", "W/\"v7\"", "\"7\"", "7", " 7 "})
    void aVersionIsExpectedByItsTagOrByTheNumberInTheRecord(String header) {
        assertThat(Versions.expected(header)).isEqualTo(7);
    }

    @Test
    void aStarOrNoHeaderMeansWhateverIsThere() {
        assertThat(Versions.expected(null)).isNull();
        assertThat(Versions.expected("*")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "\"v\"", "-1", "\"v7\", \"v8\"", "9999999999"})
    void whatIsNoVersionIsRefused(String header) {
        assertThatThrownBy(() -> Versions.expected(header)).isInstanceOf(Problem.class);
    }
}
