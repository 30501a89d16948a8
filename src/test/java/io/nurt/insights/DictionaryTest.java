package io.nurt.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.identity.Role;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Language;
import io.nurt.kernel.Problem;
import io.nurt.platform.Texts;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@NurtTest
class DictionaryTest {
    @LocalServerPort
    int port;

    @Autowired
    Dictionary dictionary;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyMeasureIsDefinedInBothLanguages() {
        for (Language language : Language.values()) {
            for (Measure measure : Measure.values()) {
                for (String part : List.of("title", "formula", "population", "time-basis", "notes")) {
                    assertThat(texts.has(language, measure.key() + "." + part))
                            .as(measure.key() + "." + part)
                            .isTrue();
                }
                assertThat(texts.has(language, measure.unit().key())).isTrue();
            }
            assertThat(dictionary.entries(language)).hasSize(Measure.values().length);
        }
        assertThat(dictionary.entries(Language.PL).get(0).title()).startsWith("Współczynnik wygranych");
    }

    @Test
    void thePopulationSaysThePeriodAndThatFiltersNarrowIt() {
        Deals deals = new Deals(jdbc, transactions);
        Question question = Asking.with(Map.of("from", "2026-01-01", "source", "Web"));
        assertThat(deals.asked(() -> dictionary.population(question, "insights.population-closed")))
                .contains("since Jan 1, 2026")
                .endsWith("Narrowed by the chosen filters.");
    }

    @Test
    void whatCannotBeReadIsNamedAllAtOnce() {
        assertThatThrownBy(() -> Asking.with(Map.of("from", "yesterday", "owner", "Anna", "to", "2026-02-30")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(CommonProblem.INVALID);
                    assertThat(problem.errors())
                            .extracting(Problem.FieldError::field)
                            .containsExactlyInAnyOrder("from", "to", "owner");
                });
        assertThatThrownBy(() -> Asking.period("2026-02-01", "2026-01-31")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> By.of("weather")).isInstanceOf(Problem.class);
    }

    @Test
    void nobodySeesFiguresWithoutSigningIn() {
        for (String path : List.of(
                "/summary",
                "/won-by-month",
                "/open-by-stage",
                "/stage-ageing",
                "/breakdown?by=owner",
                "/definitions")) {
            assertThat(new Http(port).get("/insights" + path).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void aStakeholderMayReadFigures() {
        Deals deals = new Deals(jdbc, transactions);
        var stakeholder = deals.workspace.user(Role.STAKEHOLDER);
        assertThat(io.nurt.testing.TestWorkspace.as(
                        stakeholder, () -> dictionary.population(Asking.all(), "insights.population-open")))
                .isNotBlank();
    }
}
