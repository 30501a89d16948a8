package io.nurt.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nurt.identity.Role;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Worked by hand. Twenty deals won in 2026 for 100, 200, ... 2000 after 1, 2, ... 20 days; twenty lost after 5 days; ten open
 * for 1000 each. So: won 21 000, average 1050, median (1000 + 1100) / 2; cycle median and mean 10.5; P80 at position 0.8 x 19 =
 * 15.2 of 0..19, which is 16.2 days; velocity 10 x 0.5 x 1050 / 10.5 = 500 a day.
 */
@NurtTest
class SummaryTest {
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

    private void writeExample() {
        for (int i = 1; i <= 20; i++) {
            String closed = LocalDate.of(2026, 3, 1).plusDays(i).toString();
            deals.won("2026-03-01", closed, String.valueOf(100 * i)).write();
            deals.lost("2026-03-01", "2026-03-06").write();
        }
        for (int i = 0; i < 10; i++) {
            deals.open(deals.talks, "2026-03-01", "1000").write();
        }
    }

    private Answers.Summary asked(Question question) {
        return deals.asked(() -> insights.summary(question));
    }

    @Test
    void theWorkedExampleComesOutAsComputedByHand() {
        writeExample();
        Answers.Summary summary = asked(Asking.period("2026-03-01", "2026-03-31"));

        assertThat(summary.currency()).isEqualTo("PLN");
        assertThat(summary.population()).contains("Mar 1, 2026", "Mar 31, 2026");
        assertThat(summary.winRateClosed().value()).isEqualTo(0.5);
        assertThat(summary.winRateClosed().n()).isEqualTo(40);
        assertThat(summary.winRateCohort().value()).isEqualTo(20 / 50.0);
        assertThat(summary.winRateCohort().resolvedShare()).isEqualTo(40 / 50.0);
        assertThat(summary.wonCount().value()).isEqualTo(20);
        assertThat(summary.lostCount().value()).isEqualTo(20);
        assertThat(summary.wonValue().value()).isEqualTo("21000");
        assertThat(summary.averageDeal().value()).isEqualTo("1050");
        assertThat(summary.medianDeal().value()).isEqualTo("1050");
        assertThat(summary.openCount().value()).isEqualTo(10);
        assertThat(summary.openValue().value()).isEqualTo("10000");
        assertThat(summary.cycleWon().median()).isEqualTo(10.5);
        assertThat(summary.cycleWon().mean()).isEqualTo(10.5);
        assertThat(summary.cycleWon().p80()).isCloseTo(16.2, within(1e-9));
        assertThat(summary.cycleLost().median()).isEqualTo(5);
        assertThat(summary.velocity().value()).isEqualTo("500");
        assertThat(summary.velocity().openDeals()).isEqualTo(10);
    }

    @Test
    void anOddNumberOfDealsHasTheOneInTheMiddleAsMedian() {
        writeExample();
        deals.won("2026-03-01", "2026-03-02", "1060.5").write();
        assertThat(asked(Asking.all()).medianDeal().value()).isEqualTo("1060.5");
    }

    @Test
    void belowTwentyDealsRatesAndDistributionsAreNotShownButCountsAndSumsAre() {
        for (int i = 0; i < 19; i++) {
            deals.won("2026-03-01", "2026-03-11", "100").write();
        }
        Answers.Summary summary = asked(Asking.all());
        assertThat(summary.winRateClosed().value()).isNull();
        assertThat(summary.winRateClosed().enough()).isFalse();
        assertThat(summary.winRateCohort().value()).isNull();
        assertThat(summary.averageDeal().value()).isNull();
        assertThat(summary.medianDeal().value()).isNull();
        assertThat(summary.cycleWon().median()).isNull();
        assertThat(summary.velocity().value()).isNull();
        assertThat(summary.velocity().enough()).isFalse();
        assertThat(summary.wonCount().value()).isEqualTo(19);
        assertThat(summary.wonValue().value()).isEqualTo("1900");

        deals.won("2026-03-01", "2026-03-11", "100").write();
        assertThat(asked(Asking.all()).winRateClosed().value()).isEqualTo(1.0);
        assertThat(asked(Asking.all()).cycleWon().median()).isEqualTo(10);
    }

    @Test
    void theClosedBasisGoesByTheDayOfClosingAndTheCohortByTheDayOfOpening() {
        deals.won("2026-01-15", "2026-02-15", "1").write();
        deals.won("2026-02-15", "2026-03-15", "2").write();
        deals.lost("2026-02-15", "2026-02-20").write();
        Answers.Summary february = asked(Asking.period("2026-02-01", "2026-02-28"));
        assertThat(february.wonCount().value()).isEqualTo(1);
        assertThat(february.wonValue().value()).isEqualTo("1");
        assertThat(february.winRateClosed().n()).isEqualTo(2);
        assertThat(february.winRateCohort().n()).isEqualTo(2);
    }

    @Test
    void aDayIsADayOfTheWorkspacesZone() {
        // 22:30 UTC is half past midnight of the next day in Warsaw's summer.
        deals.won("2026-03-01", "2026-03-01", "7")
                .closed(Instant.parse("2026-03-31T22:30:00Z"))
                .write();
        assertThat(asked(Asking.period("2026-03-01", "2026-03-31")).wonCount().value())
                .isZero();
        assertThat(asked(Asking.period("2026-04-01", "2026-04-30")).wonCount().value())
                .isEqualTo(1);
    }

    @Test
    void theTrashNeverCountsArchivedDealsOnlyWhenClosed() {
        deals.won("2026-01-01", "2026-01-02", "1").trashed().write();
        deals.won("2026-01-01", "2026-01-02", "10").archived().write();
        deals.lost("2026-01-01", "2026-01-02").archived().write();
        deals.open(deals.talks, "2026-01-01", "100").archived().write();
        deals.open(deals.talks, "2026-01-01", "1000").trashed().write();
        Answers.Summary summary = asked(Asking.all());
        assertThat(summary.wonValue().value()).isEqualTo("10");
        assertThat(summary.lostCount().value()).isEqualTo(1);
        assertThat(summary.openCount().value()).isZero();
        assertThat(summary.winRateCohort().n()).isEqualTo(2);
    }

    @Test
    void amountsAreConvertedByTheRateOfTheClosingDayAndOpenOnesByTodays() {
        deals.rate("EUR", "2026-01-01", "4.00");
        deals.rate("EUR", "2026-02-01", "5.00");
        deals.won("2026-01-01", "2026-01-31", "100").currency("EUR").write();
        deals.won("2026-01-01", "2026-02-01", "100").currency("EUR").write();
        deals.won("2026-01-01", "2026-02-01", "1").write();
        deals.open(deals.talks, "2026-01-01", "10").currency("EUR").write();
        Answers.Summary summary = asked(Asking.all());
        assertThat(summary.wonValue().value()).isEqualTo("901");
        assertThat(summary.wonValue().left()).isNull();
        assertThat(summary.openValue().value()).isEqualTo("50");
    }

    @Test
    void whatHasNoAmountOrNoRateIsLeftOutAndCounted() {
        deals.rate("EUR", "2026-02-01", "5.00");
        deals.won("2026-01-01", "2026-01-31", "100").currency("EUR").write();
        deals.won("2026-01-01", "2026-01-31", "100").currency("USD").write();
        deals.won("2026-01-01", "2026-01-31", null).write();
        deals.won("2026-01-01", "2026-01-31", "3").write();
        deals.open(deals.talks, "2026-01-01", null).write();
        Answers.Summary summary = asked(Asking.all());
        assertThat(summary.wonCount().value()).isEqualTo(4);
        assertThat(summary.wonValue().value()).isEqualTo("3");
        assertThat(summary.wonValue().n()).isEqualTo(1);
        assertThat(summary.wonValue().left()).isEqualTo(LeftOut.value(1, 2));
        assertThat(summary.openValue().left()).isEqualTo(LeftOut.value(1, 0));
    }

    @Test
    void aDealClosedBeforeItBeganIsLeftOutOfTheCycleAndCounted() {
        for (int i = 0; i < 20; i++) {
            deals.won("2026-01-01", "2026-01-03", "1").write();
        }
        deals.won("2026-01-10", "2026-01-03", "1").write();
        Answers.Cycle cycle = asked(Asking.all()).cycleWon();
        assertThat(cycle.n()).isEqualTo(20);
        assertThat(cycle.mean()).isEqualTo(2);
        assertThat(cycle.left()).isEqualTo(LeftOut.reversed(1));
    }

    @Test
    void onlyWhatTheCallerMaySeeIsCounted() {
        var representative = deals.workspace.userSeeingOwn(Role.REPRESENTATIVE);
        UUID other = deals.user("Another");
        deals.won("2026-01-01", "2026-01-02", "1")
                .owner(representative.userId())
                .write();
        deals.won("2026-01-01", "2026-01-02", "10").owner(other).write();
        deals.won("2026-01-01", "2026-01-02", "100").write();
        assertThat(asked(Asking.all()).wonValue().value()).isEqualTo("111");
        assertThat(TestWorkspace.as(representative, () -> insights.summary(Asking.all()))
                        .wonValue()
                        .value())
                .isEqualTo("101");
    }

    @Test
    void anEmptyWorkspaceHasZeroesAndNoRates() {
        Answers.Summary summary = asked(Asking.all());
        assertThat(summary.wonCount().value()).isZero();
        assertThat(summary.wonValue().value()).isEqualTo("0");
        assertThat(summary.winRateClosed().value()).isNull();
        assertThat(summary.velocity().value()).isNull();
    }
}
