package io.nurt.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.NurtTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@NurtTest
class BreakdownTest {
    @Autowired
    InsightsService insights;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Deals deals;

    @BeforeEach
    void write() {
        deals = new Deals(jdbc, transactions);
    }

    private Answers.Breakdown asked(Question question, By by) {
        return deals.asked(() -> insights.breakdown(question, by));
    }

    private static Answers.BreakdownRow row(Answers.Breakdown breakdown, UUID id) {
        return breakdown.rows().stream()
                .filter(row -> id.equals(row.key().id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ownersStandByWhatTheyWon() {
        UUID anna = deals.user("Anna");
        UUID piotr = deals.user("Piotr");
        for (int i = 0; i < 15; i++) {
            deals.won("2026-01-01", "2026-01-05", "10").owner(anna).write();
            deals.lost("2026-01-01", "2026-01-05").owner(anna).write();
        }
        deals.won("2026-01-01", "2026-01-05", "500").owner(piotr).write();
        deals.open(deals.talks, "2026-01-01", "9").write();
        Answers.Breakdown breakdown = asked(Asking.all(), By.OWNER);

        assertThat(breakdown.rows()).extracting(row -> row.key().name()).containsExactly("Piotr", "Anna", null);
        Answers.BreakdownRow row = row(breakdown, anna);
        assertThat(row.won()).isEqualTo(15);
        assertThat(row.lost()).isEqualTo(15);
        assertThat(row.wonValue()).isEqualTo("150");
        assertThat(row.winRate().value()).as("30 closed deals suffice").isEqualTo(0.5);
        assertThat(row.averageDeal().value()).as("15 won ones do not").isNull();
        assertThat(row(breakdown, piotr).winRate().enough()).isFalse();
        assertThat(breakdown.rows().get(2).open()).isEqualTo(1);
        assertThat(breakdown.more()).isZero();
    }

    @Test
    void aTeamHasTheDealsOfTheTeamsBelowItOnce() {
        UUID anna = deals.user("Anna");
        UUID piotr = deals.user("Piotr");
        UUID central = deals.team("Central", null, anna);
        UUID north = deals.team("North", central, piotr, anna);
        deals.won("2026-01-01", "2026-01-05", "1").owner(anna).write();
        deals.won("2026-01-01", "2026-01-05", "10").owner(piotr).write();
        deals.won("2026-01-01", "2026-01-05", "100").write();
        Answers.Breakdown breakdown = asked(Asking.all(), By.TEAM);
        assertThat(row(breakdown, central).wonValue()).isEqualTo("11");
        assertThat(row(breakdown, north).wonValue()).isEqualTo("11");
        assertThat(breakdown.rows().get(0).key().name()).isNull();
        assertThat(breakdown.rows().get(0).wonValue()).isEqualTo("100");

        assertThat(asked(Asking.with(Map.of("team", north.toString())), By.TEAM).rows())
                .extracting(row -> row.key().name())
                .containsExactly("North");
    }

    @Test
    void teamsThatStandBelowEachOtherInACircleAreStillAnswered() {
        UUID anna = deals.user("Anna");
        UUID first = deals.team("First", null, anna);
        UUID second = deals.team("Second", first);
        deals.sql(
                "update nurt.team set parent_id = :second where id = :first", Map.of("first", first, "second", second));
        deals.won("2026-01-01", "2026-01-05", "1").owner(anna).write();
        assertThat(row(asked(Asking.all(), By.TEAM), second).wonValue()).isEqualTo("1");
        assertThat(asked(Asking.with(Map.of("team", second.toString())), By.OWNER)
                        .rows())
                .hasSize(1);
    }

    @Test
    void aDealCountsForEachOfItsProducts() {
        UUID basic = deals.product("Basic");
        UUID pro = deals.product("Pro");
        UUID deal = deals.won("2026-01-01", "2026-01-05", "10").write();
        deals.sold(deal, basic);
        deals.sold(deal, pro);
        deals.won("2026-01-01", "2026-01-05", "1").write();
        Answers.Breakdown breakdown = asked(Asking.all(), By.PRODUCT);
        assertThat(breakdown.rows()).hasSize(3);
        assertThat(row(breakdown, basic).wonValue()).isEqualTo("10");
        assertThat(row(breakdown, pro).wonValue()).isEqualTo("10");

        assertThat(asked(Asking.with(Map.of("product", pro.toString())), By.PRODUCT)
                        .rows())
                .extracting(row -> row.key().name())
                .containsExactly("Pro");
    }

    @Test
    void sourcesAreTheirTexts() {
        deals.won("2026-01-01", "2026-01-05", "10").source("Fair, Hanover").write();
        deals.won("2026-01-01", "2026-01-05", "1").write();
        assertThat(asked(Asking.all(), By.SOURCE).rows())
                .extracting(row -> row.key().name())
                .containsExactly("Fair, Hanover", null);
    }

    @Test
    void whatIsBeyondTheLastRowIsCounted() {
        for (int i = 0; i < BreakdownStore.MOST_ROWS + 5; i++) {
            deals.won("2026-01-01", "2026-01-05", "10").source("Source " + i).write();
        }
        Answers.Breakdown breakdown = asked(Asking.all(), By.SOURCE);
        assertThat(breakdown.rows()).hasSize(BreakdownStore.MOST_ROWS);
        assertThat(breakdown.more()).isEqualTo(5);
    }
}
