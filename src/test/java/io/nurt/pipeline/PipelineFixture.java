package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Patch;
import io.nurt.testing.Http;
import io.nurt.testing.TestWorkspace;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.ObjectMapper;

/** Makes workspaces with a pipeline of three open stages, a won and a lost one. */
@Component
class PipelineFixture {
    final JdbcClient jdbc;
    final ObjectMapper json;
    private final PlatformTransactionManager transactions;
    private final PipelineService pipelines;
    private final DealService deals;
    private final DealMoves moves;

    PipelineFixture(
            JdbcClient jdbc,
            ObjectMapper json,
            PlatformTransactionManager transactions,
            PipelineService pipelines,
            DealService deals,
            DealMoves moves) {
        this.jdbc = jdbc;
        this.json = json;
        this.transactions = transactions;
        this.pipelines = pipelines;
        this.deals = deals;
        this.moves = moves;
    }

    static NewStage named(String name, String kind, @Nullable String probability) {
        return new NewStage(name, kind, probability == null ? null : new BigDecimal(probability), 14, null, null);
    }

    /** A workspace with a pipeline, seen by its administrator. */
    final class Place {
        final TestWorkspace workspace = new TestWorkspace(jdbc, transactions);
        final Caller admin = workspace.user(Role.ADMINISTRATOR);
        final Pipeline pipeline = as(() -> pipelines.create(
                "Sales",
                List.of(
                        named("New", "open", "0.1"),
                        named("Talks", "open", "0.5"),
                        named("Offer", "open", "0.8"),
                        named("Won", "won", null),
                        named("Lost", "lost", null))));

        /** A client signed in as a user of this workspace. */
        Http http(int port, Caller user) {
            String secret = UUID.randomUUID().toString();
            workspace.inside(() -> jdbc.sql("""
                            update nurt.app_user set status = 'active', email = id || '@example.com', password_hash = 'none'
                            where id = :user
                            """).param("user", user.userId()).update());
            workspace.inside(() -> jdbc.sql("""
                            insert into nurt.user_session (id, user_id, token_hash, expires_at)
                            values (:id, :user, sha256(convert_to(:secret, 'UTF8')), now() + interval '1 day')
                            """)
                    .param("id", Ids.next())
                    .param("user", user.userId())
                    .param("secret", secret)
                    .update());
            return new Http(port).with("Cookie", "nurt_session=" + secret);
        }

        UUID stage(int position) {
            return pipeline.stages().get(position).id();
        }

        UUID won() {
            return stage(3);
        }

        UUID lost() {
            return stage(4);
        }

        <T> T as(Supplier<T> work) {
            return TestWorkspace.as(admin, work);
        }

        Deal deal(String title, Map<String, Object> fields) {
            return as(() -> create(title, fields));
        }

        Deal deal(String title) {
            return deal(title, Map.of());
        }

        Deal create(String title, Map<String, Object> fields) {
            Map<String, @Nullable Object> body = new LinkedHashMap<>(fields);
            body.put("title", title);
            body.putIfAbsent("pipelineId", pipeline.id());
            return deals.create(PipelineFixture.this.patch(body));
        }

        Deal move(Deal deal, UUID stage) {
            return as(
                    () -> moves.move(deal.id(), null, DealMoves.Move.to(stage)).deal());
        }

        /** The stored passes and stays agree with what the stored events give. */
        void checkHistory(UUID dealId, HistoryStore history, Catalog catalog) {
            DealHistory derived = workspace.inside(() -> DealHistory.derive(history.events(dealId), catalog.setup()));
            List<String> stored = workspace.inside(() ->
                    jdbc.sql("""
                            select concat_ws(' ', stay_no, pass_no, stage_id, extract(epoch from entered_at)::numeric(20, 6),
                                   coalesce(extract(epoch from left_at)::numeric(20, 6)::text, '-'), coalesce(exit_kind, '-'),
                                   coalesce(to_stage_id::text, '-'))
                            from nurt.stage_stay where deal_id = :deal order by stay_no
                            """).param("deal", dealId).query(String.class).list());
            List<String> wanted = derived.stays().stream()
                    .map(stay -> stay.stayNo() + " " + stay.passNo() + " " + stay.stageId() + " "
                            + epoch(stay.enteredAt())
                            + " " + (stay.leftAt() == null ? "-" : epoch(stay.leftAt())) + " "
                            + (stay.exitKind() == null ? "-" : stay.exitKind().code()) + " "
                            + (stay.toStageId() == null ? "-" : stay.toStageId()))
                    .toList();
            org.assertj.core.api.Assertions.assertThat(stored).isEqualTo(wanted);
            List<String> passes = workspace.inside(() ->
                    jdbc.sql("""
                            select concat_ws(' ', pass_no, extract(epoch from started_at)::numeric(20, 6),
                                   coalesce(extract(epoch from ended_at)::numeric(20, 6)::text, '-'), coalesce(outcome, '-'))
                            from nurt.deal_pass where deal_id = :deal order by pass_no
                            """).param("deal", dealId).query(String.class).list());
            org.assertj.core.api.Assertions.assertThat(passes)
                    .isEqualTo(derived.passes().stream()
                            .map(pass -> pass.passNo() + " " + epoch(pass.startedAt()) + " "
                                    + (pass.endedAt() == null ? "-" : epoch(pass.endedAt())) + " "
                                    + (pass.outcome() == null
                                            ? "-"
                                            : pass.outcome().code()))
                            .toList());
            long wrong = workspace.inside(
                    () -> jdbc.sql("""
                            select count(*) from nurt.deal_event e
                            where e.deal_id = :deal and e.known_until <> coalesce(
                                (select min(l.recorded_at) from nurt.deal_event l where l.deal_id = e.deal_id and l.seq > e.seq),
                                'infinity')
                            """).param("deal", dealId).query(Long.class).single());
            org.assertj.core.api.Assertions.assertThat(wrong)
                    .as("events that are the last word for too long or too short")
                    .isZero();
        }

        /** The kept sums agree with the deals. */
        void checkTally() {
            long wrong = workspace.inside(() -> jdbc.sql("""
                            select count(*) from (
                                select stage_id, owner_id, currency, deals, valued, amount from nurt.deal_tally where deals <> 0
                                except
                                select stage_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'), currency, count(*),
                                       count(amount), coalesce(sum(amount), 0)
                                from nurt.deal where status = 'open' and deleted_at is null and archived_at is null group by 1, 2, 3
                            ) wrong
                            """).query(Long.class).single());
            org.assertj.core.api.Assertions.assertThat(wrong).isZero();
        }

        private String epoch(java.time.Instant at) {
            return BigDecimal.valueOf(at.getEpochSecond())
                    .add(BigDecimal.valueOf(at.getNano(), 9))
                    .setScale(6, java.math.RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }

    Place place() {
        return new Place();
    }

    Patch patch(Map<String, ?> body) {
        return new Patch(json.valueToTree(body), json);
    }
}
