package io.nurt.insights;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.kernel.Ids;
import io.nurt.testing.TestWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A workspace whose deals are written straight to the tables, so that a test says exactly what is counted. */
final class Deals {
    static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    final JdbcClient jdbc;
    final TestWorkspace workspace;
    final Caller admin;
    final UUID pipeline = Ids.next();
    final UUID talks = Ids.next();
    final UUID offer = Ids.next();
    final UUID won = Ids.next();
    final UUID lost = Ids.next();

    Deals(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.workspace = new TestWorkspace(jdbc, transactions);
        this.admin = workspace.user(Role.ADMINISTRATOR);
        sql("insert into nurt.pipeline (id, name) values (:id, 'Sales')", Map.of("id", pipeline));
        stage(talks, "Talks", "open", 1, "0.25");
        stage(offer, "Offer", "open", 2, "0.6");
        stage(won, "Won", "won", 3, "1");
        stage(lost, "Lost", "lost", 4, "0");
    }

    private void stage(UUID id, String name, String kind, int position, String probability) {
        sql(
                """
                insert into nurt.stage (id, pipeline_id, name, kind, position, probability, rotting_days)
                values (:id, :pipeline, :name, :kind, :position, cast(:probability as numeric), 14)
                """,
                Map.of(
                        "id",
                        id,
                        "pipeline",
                        pipeline,
                        "name",
                        name,
                        "kind",
                        kind,
                        "position",
                        position,
                        "probability",
                        probability));
    }

    <T> T asked(Supplier<T> question) {
        return TestWorkspace.as(admin, question);
    }

    int sql(String sql, Map<String, ?> parameters) {
        return workspace.inside(() -> jdbc.sql(sql).params(parameters).update());
    }

    UUID user(String name) {
        UUID id = Ids.next();
        sql(
                "insert into nurt.app_user (id, name, role, visibility, status) values (:id, :name, 'representative', 'own', 'placeholder')",
                Map.of("id", id, "name", name));
        return id;
    }

    UUID team(String name, @Nullable UUID parent, UUID... members) {
        UUID id = Ids.next();
        Map<String, @Nullable Object> parameters = new HashMap<>(Map.of("id", id, "name", name));
        parameters.put("parent", parent);
        sql("insert into nurt.team (id, name, parent_id) values (:id, :name, cast(:parent as uuid))", parameters);
        for (UUID member : members) {
            sql(
                    "insert into nurt.team_member (team_id, user_id) values (:team, :user)",
                    Map.of("team", id, "user", member));
        }
        return id;
    }

    UUID product(String name) {
        UUID id = Ids.next();
        sql("insert into nurt.product (id, name) values (:id, :name)", Map.of("id", id, "name", name));
        return id;
    }

    void sold(UUID deal, UUID product) {
        sql(
                "insert into nurt.deal_product (deal_id, product_id) values (:deal, :product)",
                Map.of("deal", deal, "product", product));
    }

    void rate(String currency, String from, String rate) {
        sql(
                "insert into nurt.exchange_rate (currency, valid_from, rate) values (:currency, :from, cast(:rate as numeric))",
                Map.of("currency", currency, "from", LocalDate.parse(from), "rate", rate));
    }

    static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant();
    }

    Deal won(String opened, String closed, @Nullable String amount) {
        return new Deal("won", won).opened(noon(opened)).closed(noon(closed)).amount(amount);
    }

    Deal lost(String opened, String closed) {
        return new Deal("lost", lost).opened(noon(opened)).closed(noon(closed)).amount("0");
    }

    Deal open(UUID stage, String opened, @Nullable String amount) {
        return new Deal("open", stage).opened(noon(opened)).amount(amount);
    }

    /** A deal to be written. */
    final class Deal {
        private final Map<String, @Nullable Object> row = new HashMap<>();

        private Deal(String status, UUID stage) {
            row.put("id", Ids.next());
            row.put("pipeline", pipeline);
            row.put("status", status);
            row.put("stage", stage);
            row.put("currency", "PLN");
            for (String column :
                    new String[] {"closed", "owner", "source", "archived", "deleted", "nextStepOn", "resumeOn"}) {
                row.put(column, null);
            }
        }

        Deal opened(Instant at) {
            row.put("entered", utc(at));
            return with("opened", utc(at));
        }

        Deal closed(Instant at) {
            return with("closed", utc(at));
        }

        Deal entered(Instant at) {
            return with("entered", utc(at));
        }

        Deal amount(@Nullable String amount) {
            return with("amount", amount == null ? null : new BigDecimal(amount));
        }

        Deal currency(String currency) {
            return with("currency", currency);
        }

        Deal owner(UUID owner) {
            return with("owner", owner);
        }

        Deal source(String source) {
            return with("source", source);
        }

        Deal archived() {
            return with("archived", utc(Instant.now()));
        }

        Deal trashed() {
            return with("deleted", utc(Instant.now()));
        }

        Deal nextStepOn(LocalDate day) {
            return with("nextStepOn", day);
        }

        Deal resumeOn(LocalDate day) {
            return with("resumeOn", day);
        }

        private Deal with(String column, @Nullable Object value) {
            row.put(column, value);
            return this;
        }

        UUID write() {
            sql("""
                    insert into nurt.deal (id, pipeline_id, stage_id, title, owner_id, amount, currency, source, status, rank,
                                           opened_at, stage_entered_at, closed_at, archived_at, deleted_at, next_step_on, resume_on)
                    values (:id, :pipeline, :stage, 'A deal', :owner, :amount, :currency, :source, :status, 'a',
                            :opened, :entered, :closed, :archived, :deleted, :nextStepOn, :resumeOn)
                    """, row);
            return (UUID) java.util.Objects.requireNonNull(row.get("id"));
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
