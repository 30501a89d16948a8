package io.nurt.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/**
 * New deals as rows of their tables, written out before the database is asked for anything but the ranks: only those depend on
 * what was stored before.
 */
final class ComingDeals implements DealImport.Coming {
    /** Fewer rows are stored fast by whatever plan. */
    private static final int WORTH_A_LOOK = 200;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final DealStore store;
    private final Batch rows = new Batch("nurt.deal");
    private final List<DealState> states = new ArrayList<>();
    private final Batch events = new Batch("nurt.deal_event");
    private final Batch passes = new Batch("nurt.deal_pass");
    private final Batch stays = new Batch("nurt.stage_stay");
    private final Batch contacts = new Batch("nurt.deal_contact");
    private final Batch products = new Batch("nurt.deal_product");

    ComingDeals(
            List<ImportedDeal> deals, DealHistory.Stages stages, JdbcClient jdbc, ObjectMapper json, DealStore store) {
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
        for (ImportedDeal deal : deals) {
            List<DealEvent> told = events(deal.story());
            DealHistory history = DealHistory.derive(told, stages);
            deal(deal, told, history);
            history(deal, told);
            stays(deal.id(), history);
            links(deal);
        }
    }

    @Override
    public void history() {
        List.of(events, passes, stays).forEach(batch -> batch.store(jdbc));
    }

    @Override
    public void deals() {
        contacts.store(jdbc);
        products.store(jdbc);
        Map<UUID, String> lastRanks = new HashMap<>();
        states.forEach(state -> rows.text("rank", rank(lastRanks, state)));
        boolean many = moreThanKnown(states.size());
        // Last, for it locks the sums of the stages, which others wait for.
        rows.store(jdbc);
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

    private void deal(ImportedDeal deal, List<DealEvent> told, DealHistory history) {
        DealEvent last = told.get(told.size() - 1);
        DealState state = last.state();
        states.add(state);
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
                .whole("pass_no", state.passNo())
                .whole("last_seq", told.size())
                .time("opened_at", history.passes().get(0).startedAt())
                .time("stage_entered_at", entered)
                .time("closed_at", pass.endedAt())
                .json("custom", deal.custom().isEmpty() ? "{}" : json.writeValueAsString(deal.custom()))
                .uuid("import_id", deal.importId())
                .time("created_at", told.get(0).recordedAt())
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

    private void stays(UUID dealId, DealHistory history) {
        for (DealHistory.Pass pass : history.passes()) {
            passes.row()
                    .uuid("deal_id", dealId)
                    .whole("pass_no", pass.passNo())
                    .time("started_at", pass.startedAt())
                    .time("ended_at", pass.endedAt())
                    .text(
                            "outcome",
                            pass.outcome() == null ? null : pass.outcome().code());
        }
        for (DealHistory.Stay stay : history.stays()) {
            stays.row()
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

    private void history(ImportedDeal deal, List<DealEvent> recorded) {
        @Nullable DealState before = null;
        List<DealStory.Event> told = deal.story().events();
        for (int i = 0; i < recorded.size(); i++) {
            DealEvent event = recorded.get(i);
            DealState state = event.state();
            Map<String, @Nullable Object> changed = before == null ? Map.of() : Changes.before(before, state);
            events.row()
                    .uuid("deal_id", deal.id())
                    .whole("seq", event.seq())
                    .text("kind", event.kind().code())
                    .time("effective_at", event.effectiveAt())
                    .time("recorded_at", event.recordedAt())
                    .until(
                            "known_until",
                            i + 1 < recorded.size() ? recorded.get(i + 1).recordedAt() : null)
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

    private void links(ImportedDeal deal) {
        boolean first = true;
        for (ImportedDeal.Contact contact : deal.contacts()) {
            contacts.row()
                    .uuid("deal_id", deal.id())
                    .uuid("contact_id", contact.contactId())
                    .text("role", contact.role())
                    .flag("is_primary", first);
            first = false;
        }
        for (ImportedDeal.Product product : deal.products()) {
            products.row()
                    .uuid("deal_id", deal.id())
                    .uuid("product_id", product.productId())
                    .number("quantity", product.quantity())
                    .number("unit_price", product.unitPrice());
        }
    }
}
