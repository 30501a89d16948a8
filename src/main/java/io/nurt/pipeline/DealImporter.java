package io.nurt.pipeline;

import io.nurt.kernel.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** {@link DealImport} over the same derivation that single changes use. */
@Service
class DealImporter implements DealImport {
    /** Fewer rows are stored fast by whatever plan. */
    private static final int WORTH_A_LOOK = 200;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Catalog catalog;
    private final DealStore store;
    private final DealUpdates updates;

    DealImporter(JdbcClient jdbc, ObjectMapper json, Catalog catalog, DealStore store, DealUpdates updates) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalog = catalog;
        this.store = store;
        this.updates = updates;
    }

    /** A deal and what follows from its story. */
    private record Derived(ImportedDeal deal, List<DealEvent> events, DealHistory history) {}

    /** The tables that hang on the deals. */
    private static final class Tables {
        final Batch events = new Batch("nurt.deal_event");
        final Batch passes = new Batch("nurt.deal_pass");
        final Batch stays = new Batch("nurt.stage_stay");
        final Batch contacts = new Batch("nurt.deal_contact");
        final Batch products = new Batch("nurt.deal_product");
    }

    @Override
    @Transactional
    public void insert(List<ImportedDeal> deals) {
        DealHistory.Stages stages = catalog.fresh();
        List<Derived> derived = new ArrayList<>(deals.size());
        for (ImportedDeal deal : deals) {
            List<DealEvent> events = events(deal.story());
            derived.add(new Derived(deal, events, DealHistory.derive(events, stages)));
        }
        // What hangs on the deals is written out while the database stores the deals themselves.
        CompletableFuture<Tables> hanging = CompletableFuture.supplyAsync(() -> hanging(derived));
        Batch rows = new Batch("nurt.deal");
        Map<UUID, String> lastRanks = new HashMap<>();
        derived.forEach(one -> deal(rows, lastRanks, one.deal(), one.events(), one.history()));
        boolean many = moreThanKnown(deals.size());
        rows.store(jdbc);
        Tables tables = hanging.join();
        for (Batch batch : List.of(tables.events, tables.passes, tables.stays, tables.contacts, tables.products)) {
            batch.store(jdbc);
        }
        if (many) {
            // Plans made for empty tables would find rows by workspace alone, and each portion would be slower than the
            // last.
            jdbc.sql("select nurt.refresh_statistics()").query((row, n) -> true).list();
        }
    }

    /** Whether so many new deals are more than there are: then what the planner knows of the tables is of no use. */
    private boolean moreThanKnown(int coming) {
        return coming >= WORTH_A_LOOK
                && jdbc.sql("select count(*) < :coming from (select from nurt.deal limit :coming) known")
                        .param("coming", coming)
                        .query(Boolean.class)
                        .single();
    }

    private Tables hanging(List<Derived> deals) {
        Tables tables = new Tables();
        for (Derived one : deals) {
            history(tables, one.deal(), one.events());
            stays(tables, one.deal().id(), one.history());
            links(tables, one.deal());
        }
        return tables;
    }

    /** In the order told; no time runs backwards and none lies ahead of now. */
    private static List<DealEvent> events(DealStory story) {
        List<DealStory.Event> told = story.events();
        List<DealEvent> events = new ArrayList<>(told.size());
        Instant latest = DealWriter.now();
        for (int i = told.size() - 1; i >= 0; i--) {
            DealStory.Event event = told.get(i);
            latest = event.at().isBefore(latest) ? event.at() : latest;
            events.add(0, new DealEvent(i + 1, event.kind(), latest, latest, event.state()));
        }
        return events;
    }

    private void deal(
            Batch rows, Map<UUID, String> lastRanks, ImportedDeal deal, List<DealEvent> events, DealHistory history) {
        DealEvent last = events.get(events.size() - 1);
        DealState state = last.state();
        DealHistory.Pass pass = history.passes().get(history.passes().size() - 1);
        Instant entered = pass.endedAt() != null
                ? pass.endedAt()
                : history.stays().get(history.stays().size() - 1).enteredAt();
        rows.row()
                .uuid("id", deal.id())
                .uuid("pipeline_id", state.pipelineId())
                .uuid("stage_id", state.stageId())
                .text("title", state.title())
                .uuid("company_id", state.companyId())
                .uuid("owner_id", state.ownerId())
                .number("amount", state.amount())
                .text("currency", state.currency())
                .day("expected_close", state.expectedClose())
                .text("source", deal.source())
                .texts("tags", deal.tags())
                .text("next_step", deal.nextStep())
                .day("next_step_on", deal.nextStepOn())
                .text("category", state.category())
                .text("status", state.status().code())
                .text("outcome", state.outcome())
                .uuid("lost_reason_id", state.lostReasonId())
                .text("lost_note", deal.lostNote())
                .text("competitor", deal.competitor())
                .day("resume_on", state.resumeOn())
                .text("rank", rank(lastRanks, state))
                .whole("pass_no", state.passNo())
                .whole("last_seq", events.size())
                .time("opened_at", history.passes().get(0).startedAt())
                .time("stage_entered_at", entered)
                .time("closed_at", pass.endedAt())
                .json("custom", deal.custom().isEmpty() ? "{}" : json.writeValueAsString(deal.custom()))
                .uuid("import_id", deal.importId())
                .time("created_at", events.get(0).recordedAt())
                .time("updated_at", last.recordedAt());
    }

    /** Open deals go to the end of their column; where closed ones would stand nobody sees. */
    private String rank(Map<UUID, String> lastRanks, DealState state) {
        if (!state.open()) {
            return Rank.between(null, null);
        }
        String last = lastRanks.containsKey(state.stageId())
                ? lastRanks.get(state.stageId())
                : store.lastRank(state.stageId());
        String rank = Rank.between(last, null);
        lastRanks.put(state.stageId(), rank);
        return rank;
    }

    private static void stays(Tables tables, UUID dealId, DealHistory history) {
        for (DealHistory.Pass pass : history.passes()) {
            tables.passes
                    .row()
                    .uuid("deal_id", dealId)
                    .whole("pass_no", pass.passNo())
                    .time("started_at", pass.startedAt())
                    .time("ended_at", pass.endedAt())
                    .text(
                            "outcome",
                            pass.outcome() == null ? null : pass.outcome().code());
        }
        for (DealHistory.Stay stay : history.stays()) {
            tables.stays
                    .row()
                    .uuid("deal_id", dealId)
                    .whole("stay_no", stay.stayNo())
                    .whole("pass_no", stay.passNo())
                    .uuid("stage_id", stay.stageId())
                    .time("entered_at", stay.enteredAt())
                    .time("left_at", stay.leftAt())
                    .text(
                            "exit_kind",
                            stay.exitKind() == null ? null : stay.exitKind().code())
                    .uuid("to_stage_id", stay.toStageId());
        }
    }

    private void history(Tables tables, ImportedDeal deal, List<DealEvent> events) {
        @Nullable DealState before = null;
        List<DealStory.Event> told = deal.story().events();
        for (int i = 0; i < events.size(); i++) {
            DealEvent event = events.get(i);
            DealState state = event.state();
            Map<String, @Nullable Object> changed = before == null ? Map.of() : Changes.before(before, state);
            tables.events
                    .row()
                    .uuid("deal_id", deal.id())
                    .whole("seq", event.seq())
                    .text("kind", event.kind().code())
                    .time("effective_at", event.effectiveAt())
                    .time("recorded_at", event.recordedAt())
                    .until(
                            "known_until",
                            i + 1 < events.size() ? events.get(i + 1).recordedAt() : null)
                    .uuid("actor_id", told.get(i).actorId())
                    .text("origin", deal.origin())
                    .uuid("import_id", deal.importId())
                    .text("title", state.title())
                    .uuid("company_id", state.companyId())
                    .uuid("pipeline_id", state.pipelineId())
                    .uuid("stage_id", state.stageId())
                    .text("status", state.status().code())
                    .text("outcome", state.outcome())
                    .uuid("lost_reason_id", state.lostReasonId())
                    .whole("pass_no", state.passNo())
                    .number("amount", state.amount())
                    .text("currency", state.currency())
                    .day("expected_close", state.expectedClose())
                    .uuid("owner_id", state.ownerId())
                    .text("category", state.category())
                    .day("resume_on", state.resumeOn())
                    .flag("present", state.present())
                    .texts("final_only", told.get(i).finalOnly())
                    .json("before", changed.isEmpty() ? "{}" : json.writeValueAsString(changed))
                    .text("note", told.get(i).note());
            before = state;
        }
    }

    private static void links(Tables tables, ImportedDeal deal) {
        boolean first = true;
        for (ImportedDeal.Contact contact : deal.contacts()) {
            tables.contacts
                    .row()
                    .uuid("deal_id", deal.id())
                    .uuid("contact_id", contact.contactId())
                    .text("role", contact.role())
                    .flag("is_primary", first);
            first = false;
        }
        for (ImportedDeal.Product product : deal.products()) {
            tables.products
                    .row()
                    .uuid("deal_id", deal.id())
                    .uuid("product_id", product.productId())
                    .number("quantity", product.quantity())
                    .number("unit_price", product.unitPrice());
        }
    }

    @Override
    @Transactional
    public List<Answer> update(List<Update> wanted, UUID importId) {
        return updates.update(wanted, importId);
    }

    @Override
    @Transactional
    public int revert(Map<UUID, Answer> befores, UUID importId) {
        return updates.revert(befores, importId);
    }

    @Override
    @Transactional
    public int delete(UUID importId, int most) {
        return deleted(jdbc.sql("select id from nurt.deal where import_id = :import order by id limit :most for update")
                .param("import", importId)
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    @Override
    @Transactional
    public int deleteUntouched(UUID importId, Map<UUID, Integer> versions, int most) {
        List<UUID> own = List.copyOf(versions.keySet());
        return deleted(jdbc.sql("""
                        select d.id from nurt.deal d
                        left join unnest(cast(:own as uuid[]), cast(:versions as int[])) as o (id, version) on o.id = d.id
                        where d.import_id = :import and d.version = coalesce(o.version, 1)
                          and not exists (select from nurt.note n where n.record_kind = 'deal' and n.record_id = d.id)
                        order by d.id limit :most for update of d
                        """)
                .param("own", Sql.uuids(own))
                .param("versions", own.stream().map(versions::get).toArray(Integer[]::new))
                .param("import", importId)
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> left(UUID importId) {
        Map<UUID, String> left = new LinkedHashMap<>();
        jdbc.sql("select id, title from nurt.deal where import_id = :import order by id")
                .param("import", importId)
                .query(row -> {
                    left.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return left;
    }

    private int deleted(List<UUID> ids) {
        String[] gone = Sql.uuids(ids);
        for (String table : List.of(
                "nurt.deal_contact", "nurt.deal_product", "nurt.stage_stay", "nurt.deal_pass", "nurt.deal_event")) {
            jdbc.sql("delete from " + table + " where deal_id = any(cast(:ids as uuid[]))")
                    .param("ids", gone)
                    .update();
        }
        jdbc.sql("delete from nurt.note where record_kind = 'deal' and record_id = any(cast(:ids as uuid[]))")
                .param("ids", gone)
                .update();
        return jdbc.sql("delete from nurt.deal where id = any(cast(:ids as uuid[]))")
                .param("ids", gone)
                .update();
    }
}
