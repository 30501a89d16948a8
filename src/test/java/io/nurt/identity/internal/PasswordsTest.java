package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void shortLongAndCommonPasswordsAreRefusedEachWithItsReason() {
        assertThat(refusal(null)).isEqualTo("identity.password-short");
        assertThat(refusal("123456789")).isEqualTo("identity.password-short");
        assertThat(refusal("x9!".repeat(25))).isEqualTo("identity.password-long");
        assertThat(refusal("Password123")).isEqualTo("identity.password-common");
        assertThat(refusal("aaaaaaaaaaaa")).isEqualTo("identity.password-common");
        assertThat(refusal("Anna@example.com")).isEqualTo("identity.password-common");
    }

    @Test
    void lengthIsCountedInCharactersBelowAndInBytesAbove() {
        assertThat(refusal("ąćęłńóśźżx")).isEmpty();
        assertThat(refusal("zażółć".repeat(8))).isEqualTo("identity.password-long");
        assertThat(refusal("😀😀😀😀😀")).isEqualTo("identity.password-short");
        assertThat(refusal("x9!z".repeat(18))).isEmpty();
    }

    @Test
    void onlyTheSamePasswordMatchesItsHash() {
        String hash = passwords.hash("zażółć gęślą jaźń");
        assertThat(hash).startsWith("$2a$").doesNotContain("za");
        assertThat(passwords.matches("zażółć gęślą jaźń", hash)).isTrue();
        assertThat(passwords.matches("zażółć gęślą jaź", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void whatStandsAfterTheLastByteReadDoesNotMatchAsWell() {
        String longest = "x9!z".repeat(18);
        assertThat(passwords.matches(longest + "more", passwords.hash(longest))).isFalse();
    }

    @Test
    void nothingMatchesWhereThereIsNoPassword() {
        assertThat(passwords.matches("", null)).isFalse();
        assertThat(passwords.matches("anything at all", null)).isFalse();
    }

    private static String refusal(@Nullable String password) {
        Problem problem = new Problem(CommonProblem.INVALID);
        Passwords.check(problem, password, "anna@example.com");
        return problem.errors().isEmpty() ? "" : problem.errors().get(0).code();
    }
}
