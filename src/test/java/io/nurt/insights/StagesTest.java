package io.nurt.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nurt.testing.NurtTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@NurtTest
class StagesTest {
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

    private Deals.Deal aged(int days) {
        return deals.open(deals.talks, "2026-01-01", "100")
                .entered(Instant.now().minus(Duration.ofDays(days)).minus(Duration.ofHours(1)));
    }

    private Answers.AgeingStage ageing() {
        return deals.asked(() -> insights.stageAgeing(Asking.all())).stages().get(0);
    }

    @Test
    void openDealsAreSummedByStageInThePipelinesOrder() {
        deals.open(deals.offer, "2026-01-01", "1000").write();
        deals.open(deals.offer, "2026-01-01", "500.5").write();
        deals.open(deals.offer, "2026-01-01", null).write();
        deals.won("2026-01-01", "2026-01-02", "7").write();
        Answers.OpenByStage open = deals.asked(() -> insights.openByStage(Asking.period("2020-01-01", "2020-12-31")));
        assertThat(open.stages()).extracting(Answers.OpenStage::name).containsExactly("Talks", "Offer");
        assertThat(open.n()).isEqualTo(3);
        assertThat(open.stages().get(0).count()).isZero();
        assertThat(open.stages().get(1).value()).isEqualTo("1500.5");
        assertThat(open.stages().get(1).weighted()).isEqualTo("900.3");
        assertThat(open.stages().get(1).left()).isEqualTo(LeftOut.value(1, 0));
    }

    /** Ages 0, 5, 10, ... 95: median (45 + 50) / 2; P80 at position 15.2, which is 75 + 0.2 x 5. */
    @Test
    void agesAreCountedFromTheEntryIntoTheStage() {
        for (int i = 0; i < 20; i++) {
            aged(5 * i).write();
        }
        Answers.AgeingStage stage = ageing();
        assertThat(stage.n()).isEqualTo(20);
        assertThat(stage.median()).isEqualTo(47.5);
        assertThat(stage.p80()).isCloseTo(76, within(1e-9));
        assertThat(stage.buckets())
                .extracting(Answers.Bucket::days)
                .containsExactly("0-7", "8-14", "15-30", "31-60", "61-90", "91+");
        assertThat(stage.buckets()).extracting(Answers.Bucket::count).containsExactly(2L, 1L, 4L, 6L, 6L, 1L);
        assertThat(stage.rotting()).as("more than 14 days: 15 to 95").isEqualTo(17);
    }

    @Test
    void aDatedNextStepAheadOrSleepKeepsADealFresh() {
        LocalDate today = LocalDate.now(Deals.ZONE);
        aged(20).write();
        aged(20).nextStepOn(today.minusDays(1)).write();
        aged(20).nextStepOn(today).write();
        aged(20).resumeOn(today.plusDays(1)).write();
        aged(14).write();
        Answers.AgeingStage stage = ageing();
        assertThat(stage.rotting()).isEqualTo(2);
        assertThat(stage.n()).isEqualTo(4);
        assertThat(stage.left()).isEqualTo(LeftOut.asleep(1));
        assertThat(stage.median()).as("too few to say").isNull();
    }

    @Test
    void monthsStandInARowWithTheirGaps() {
        deals.won("2026-01-01", "2026-01-31", "10").write();
        deals.won("2026-01-01", "2026-01-31", "5").write();
        deals.lost("2026-01-01", "2026-04-01").write();
        Answers.WonByMonth answer = deals.asked(() -> insights.wonByMonth(Asking.all()));
        assertThat(answer.months())
                .extracting(Answers.ClosedMonth::month)
                .containsExactly("2026-01", "2026-02", "2026-03", "2026-04");
        assertThat(answer.months().get(0).won()).isEqualTo(new Answers.WonInMonth(2, "15", null));
        assertThat(answer.months().get(1).won().count()).isZero();
        assertThat(answer.months().get(3).lost().count()).isEqualTo(1);
        assertThat(answer.n()).isEqualTo(3);
    }

    @Test
    void aMonthAtTheEdgeOfThePeriodLeadsToItsDaysInThePeriod() {
        deals.won("2026-01-01", "2026-01-10", "10").write();
        deals.won("2026-01-01", "2026-01-20", "10").write();
        Answers.WonByMonth answer = deals.asked(() -> insights.wonByMonth(Asking.period("2026-01-15", "2026-12-31")));
        assertThat(answer.months()).hasSize(1);
        assertThat(answer.months().get(0).won().count()).isEqualTo(1);
        assertThat(answer.months().get(0).drill())
                .containsEntry("closedFrom", java.util.List.of("2026-01-15"))
                .containsEntry("closedTo", java.util.List.of("2026-01-31"));
    }

    @Test
    void aMistypedYearDoesNotMakeARowOfThousandMonths() {
        deals.won("1926-01-01", "1926-01-31", "10").write();
        deals.won("2026-01-01", "2026-01-31", "10").write();
        assertThat(deals.asked(() -> insights.wonByMonth(Asking.all())).months())
                .hasSize(2);
    }

    @Test
    void onlyThePipelinesAskedForShowTheirStages() {
        var other = io.nurt.kernel.Ids.next();
        deals.sql("insert into nurt.pipeline (id, name, position) values (:id, 'Renewals', 1)", Map.of("id", other));
        assertThat(deals.asked(() -> insights.openByStage(Asking.with(Map.of("pipeline", other.toString()))))
                        .stages())
                .isEmpty();
        assertThat(deals.asked(() -> insights.openByStage(Asking.all())).stages())
                .hasSize(2);
    }
}
