package io.nurt.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@NurtTest
class DemoForecastTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DemoCompany demo;

    private TestWorkspace workspace;

    @BeforeEach
    void aDemoCompany() {
        workspace = new TestWorkspace(jdbc, transactions);
        Caller admin = workspace.user(Role.ADMINISTRATOR);
        TestWorkspace.as(admin, () -> {
            demo.add(400);
            return 0;
        });
    }

    @Test
    void itsWonDealsAreInvoicedByTheirPlansAndNotBeyond() {
        assertThat(count("invoice where issued_on <= current_date")).isGreaterThan(100);
        assertThat(count("invoice where issued_on > current_date")).isZero();
        assertThat(count("""
                        (select d.id from nurt.deal d join nurt.invoice i on i.deal_id = d.id group by d.id
                         having sum(i.amount) > max(d.amount) or bool_or(d.status <> 'won')) as over
                        """)).isZero();
        assertThat(count("billing_plan where scope = 'product'")).isEqualTo(8);
    }

    @Test
    void someOfItsInvoicesWerePaidLateSomeInPartAndSomeAreOwed() {
        assertThat(count("invoice i join nurt.receipt r on r.invoice_id = i.id where r.received_on > i.due_on"))
                .isGreaterThan(10);
        assertThat(count("invoice i where (select count(*) from nurt.receipt r where r.invoice_id = i.id) = 2"))
                .isPositive();
        assertThat(count("invoice where unpaid")).isPositive();
        assertThat(
                        count(
                                "invoice i where paid <> coalesce((select sum(r.amount) from nurt.receipt r where r.invoice_id = i.id), 0)"))
                .isZero();
        assertThat(count("receipt where received_on > current_date")).isZero();
    }

    @Test
    void itsPeopleAreAskedForQuotasOfPastPresentAndNextQuarters() {
        assertThat(count("(select distinct period_start from nurt.forecast_quota) as quarters"))
                .isEqualTo(6);
        assertThat(count("forecast_quota where recorded_at > now()")).isZero();
    }

    @Test
    void whatItsPeopleSaidIsRecordedInTheWeeksInWhichTheySaidIt() {
        assertThat(count("forecast_submission")).isGreaterThan(300);
        assertThat(count("""
                        forecast_submission where recorded_at >= period_start + interval '3 months' + interval '1 day'
                           or recorded_at < period_start - interval '1 day' or recorded_at > now()
                        """)).isZero();
        assertThat(count("forecast_submission where amount < cast(base ->> 'won' as numeric) - 1000"))
                .isZero();
        assertThat(count("forecast_submission where kind = 'call' and reason is null"))
                .isZero();
    }

    @Test
    void whatItsPeopleSaidIsNotDeletedExceptWithTheDemoCompany() {
        assertThatThrownBy(() -> workspace.inside(
                        () -> jdbc.sql("delete from nurt.forecast_submission").update()))
                .hasMessageContaining("neither changed nor deleted");
    }

    private long count(String from) {
        return workspace.inside(() -> jdbc.sql(
                        "select count(*) from " + (from.stripLeading().startsWith("(") ? "" : "nurt.") + from.strip())
                .query(Long.class)
                .single());
    }
}
