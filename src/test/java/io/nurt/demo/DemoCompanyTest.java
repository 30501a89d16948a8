package io.nurt.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.kernel.Problem;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@NurtTest
class DemoCompanyTest {
    private static final List<String> TABLES = List.of(
            "app_user",
            "team",
            "team_member",
            "company",
            "contact",
            "contact_point",
            "address",
            "directory_event",
            "pipeline",
            "stage",
            "lost_reason",
            "product",
            "deal",
            "deal_event",
            "deal_pass",
            "stage_stay",
            "deal_contact",
            "deal_product",
            "forecast_quota",
            "forecast_submission",
            "billing_plan",
            "invoice",
            "receipt",
            "search_entry");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DemoCompany demo;

    private TestWorkspace workspace;
    private Caller admin;

    @BeforeEach
    void aWorkspace() {
        workspace = new TestWorkspace(jdbc, transactions);
        admin = workspace.user(Role.ADMINISTRATOR);
    }

    @Test
    void itBringsDealsWithTheirPastPeopleCompaniesAndProducts() {
        add(300);
        Map<String, Long> counts = counts();
        assertThat(counts)
                .containsEntry("deal", 300L)
                .containsEntry("product", 8L)
                .containsEntry("company", 75L);
        assertThat(counts.get("deal_event")).isGreaterThan(600L);
        assertThat(counts.get("stage_stay")).isGreaterThan(300L);
        assertThat(counts.get("search_entry")).isEqualTo(300L + 75L + counts.getOrDefault("contact", 0L));
    }

    @Test
    void itsTimelinesSayThatItIsMadeUp() {
        add(5);
        assertThat(workspace.inside(() -> jdbc.sql("select distinct origin from nurt.directory_event")
                        .query(String.class)
                        .list()))
                .containsExactly("demo");
    }

    @Test
    void itLeavesNothingBehindWhenItIsRemoved() {
        Map<String, Long> before = counts();
        add(120);
        assertThat(TestWorkspace.as(admin, demo::remove)).isEqualTo(120);
        assertThat(counts()).isEqualTo(before);
        assertThat(TestWorkspace.as(admin, demo::present)).isFalse();
        add(5);
        assertThat(TestWorkspace.as(admin, demo::present)).isTrue();
    }

    @Test
    void itIsNotBroughtInTwice() {
        add(5);
        assertThatThrownBy(() -> add(5)).isInstanceOf(Problem.class).hasMessage("demo.present");
    }

    @Test
    void onlyAnAdministratorMayBringItIn() {
        Caller manager = workspace.user(Role.MANAGER);
        assertThatThrownBy(() -> TestWorkspace.as(manager, () -> {
                    demo.add(5);
                    return 0;
                }))
                .isInstanceOf(Problem.class)
                .hasMessage("common.forbidden");
    }

    @Test
    void itsBoardTotalsAreThoseOfItsOpenDeals() {
        add(200);
        String tally = workspace.inside(() -> jdbc.sql("select sum(deals) || ' ' || sum(amount) from nurt.deal_tally")
                .query(String.class)
                .single());
        String counted = workspace.inside(
                () -> jdbc.sql("select count(*) || ' ' || sum(amount) from nurt.deal where status = 'open'")
                        .query(String.class)
                        .single());
        assertThat(tally).isEqualTo(counted);
    }

    private void add(int deals) {
        TestWorkspace.as(admin, () -> {
            demo.add(deals);
            return 0;
        });
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : TABLES) {
            counts.put(
                    table,
                    workspace.inside(() -> jdbc.sql("select count(*) from nurt." + table)
                            .query(Long.class)
                            .single()));
        }
        return counts;
    }
}
