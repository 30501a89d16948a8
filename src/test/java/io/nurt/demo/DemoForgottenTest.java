package io.nurt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A company that starts after having looked at the demo company does not hear of its deals in its own forecast. */
@NurtTest
class DemoForgottenTest {
    private static final List<String> MADE = List.of(
            "forecast_model",
            "forecast_run",
            "forecast_snapshot",
            "forecast_record",
            "forecast_call_snapshot",
            "deal_chance");

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

    private void add() {
        TestWorkspace.as(admin, () -> {
            demo.add(20);
            return 0;
        });
    }

    private void sql(String sql) {
        workspace.inside(() -> jdbc.sql(sql).update());
    }

    /** One of each kind, made of the deals of all pipelines that there are. */
    private void made(String at) {
        sql("""
            insert into nurt.forecast_model (id, pipeline_id, version, as_of, trained_at, period_days, tier, seen_rows, resolved,
                   won, intercept, slope, in_use, seed, stages, choice, body)
            select gen_random_uuid(), p.id,
                   (select count(*) + 1 from nurt.forecast_model m where m.pipeline_id = p.id), %1$s, %1$s, 7, 'logit', 1, 1, 1,
                   0, 1, not exists (select from nurt.forecast_model m where m.pipeline_id = p.id), 1, '{}', '{}', ''
            from nurt.pipeline p
            """.formatted(at));
        sql("""
            insert into nurt.deal_chance (deal_id, model_id, low, chance, high, by_quarter, by_next, typical, reasons)
            select d.id, m.id, 0, 0.5, 1, 0, 0, 0.5, '[]' from nurt.deal d join nurt.forecast_model m using (pipeline_id)
            where m.in_use limit 1
            """);
        UUID run = UUID.randomUUID();
        sql("insert into nurt.forecast_run (id, kind, status, asked_at) values ('%s', 'backtest', 'done', %s)"
                .formatted(run, at));
        sql("""
            insert into nurt.forecast_record (id, run_id, as_of, made_at, shock, shock_origins, widening, body)
            values (gen_random_uuid(), '%1$s', %2$s, %2$s, 0.1, 1, '{}', '{}')
            """.formatted(run, at));
        sql("""
            insert into nurt.forecast_snapshot (id, as_of, taken_at, weekly, futures, shock, body)
            values (gen_random_uuid(), %1$s, %1$s, true, 1, 0.1, '{}')
            """.formatted(at));
        sql("""
            insert into nurt.forecast_call_snapshot (id, period_kind, period_start, week, taken_at, answer)
            values (gen_random_uuid(), 'quarter', '2026-01-01', cast(date_trunc('week', %1$s) as date), %1$s, '{}')
            """.formatted(at));
    }

    private List<String> left() {
        return MADE.stream()
                .map(table -> table + " "
                        + workspace.inside(() -> jdbc.sql("select count(*) from nurt." + table)
                                .query(Long.class)
                                .single()))
                .toList();
    }

    private void remove() {
        assertThat(TestWorkspace.as(admin, demo::remove)).isEqualTo(20);
        assertThat(TestWorkspace.as(admin, demo::present)).isFalse();
    }

    @Test
    void whatTheForecastMadeOfItsDealsGoesWithIt() {
        add();
        made("clock_timestamp()");

        remove();

        assertThat(left()).allMatch(line -> line.endsWith(" 0"));
    }

    @Test
    void whatWasMadeBeforeItCameStays() {
        sql("insert into nurt.pipeline (id, name) values (gen_random_uuid(), 'Ours')");
        made("now() - interval '20 days'");
        List<String> before = left();
        add();
        made("clock_timestamp()");

        remove();

        assertThat(left()).isEqualTo(before);
    }

    @Test
    void aModelThatLearntFromItsDealsAndOursIsTrainedAnew() {
        add();
        UUID ours = UUID.randomUUID();
        sql("insert into nurt.pipeline (id, name) values ('%s', 'Ours')".formatted(ours));
        sql("""
            insert into nurt.stage (id, pipeline_id, name, kind, position, probability)
            values (gen_random_uuid(), '%s', 'Talks', 'open', 1, 0.5)
            """.formatted(ours));
        sql("""
            insert into nurt.deal (id, pipeline_id, stage_id, title, currency, rank, opened_at, stage_entered_at)
            select gen_random_uuid(), s.pipeline_id, s.id, 'Roof', 'PLN', 'a', now(), now() from nurt.stage s
            where s.pipeline_id = '%s'
            """.formatted(ours));
        made("clock_timestamp()");
        assertThat(due()).doesNotContain(ours);

        remove();

        assertThat(due()).containsExactly(ours);
    }

    private List<UUID> due() {
        return workspace.inside(
                () -> jdbc.sql("select pipeline_id from nurt.forecast_due() where workspace_id = nurt.workspace()")
                        .query(UUID.class)
                        .list());
    }
}
