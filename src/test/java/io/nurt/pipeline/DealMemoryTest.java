package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NurtTest
class DealMemoryTest {
    @Autowired
    PipelineFixture fixture;

    @Autowired
    DealMoves moves;

    @Autowired
    DealService deals;

    @Autowired
    DealUndo undo;

    @Autowired
    BulkEdit bulk;

    @Autowired
    DealQuery query;

    @Autowired
    TimelineQuery timeline;

    @Autowired
    HistoryStore history;

    @Autowired
    Catalog catalog;

    private PipelineFixture.Place place;

    @BeforeEach
    void newPlace() {
        place = fixture.place();
    }

    @Test
    void whateverIsDoneTheStoredPathIsTheOneDerivedFromTheEvents() {
        Random random = new Random(42);
        for (int round = 0; round < 12; round++) {
            Deal deal = place.deal("Deal " + round, Map.of("amount", round));
            List<String> tokens = new ArrayList<>();
            for (int step = 0; step < 12; step++) {
                String token = randomAct(deal.id(), random, tokens);
                if (token != null) {
                    tokens.add(token);
                }
                place.checkHistory(deal.id(), history, catalog);
            }
        }
        place.checkTally();
    }

    private @Nullable String randomAct(UUID id, Random random, List<String> tokens) {
        try {
            return place.as(() -> switch (random.nextInt(6)) {
                case 0 ->
                    moves.giveBack(id, null, new DealMoves.Return(place.stage(0), LocalDate.of(2030, 1, 1), null, null))
                            .undoToken();
                case 1 ->
                    deals.patch(id, null, fixture.patch(Map.of("amount", random.nextInt(1000))))
                            .undoToken();
                case 2 -> {
                    if (!tokens.isEmpty()) {
                        undo.undo(tokens.get(tokens.size() - 1).substring("deal.".length()));
                    }
                    yield null;
                }
                case 3 ->
                    moves.move(
                                    id,
                                    null,
                                    new DealMoves.Move(
                                            place.won(),
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            LocalDate.now(place.admin.zone()),
                                            null))
                            .undoToken();
                default ->
                    moves.move(id, null, DealMoves.Move.to(place.stage(random.nextInt(5))))
                            .undoToken();
            });
        } catch (Problem refused) {
            return null;
        }
    }

    @Test
    void aMoveTakenBackIsAsIfItHadNeverBeen() {
        Deal deal = place.deal("Roof", Map.of("amount", 7));
        DealMoves.Changed won = place.as(() -> moves.move(deal.id(), null, DealMoves.Move.to(place.won())));
        assertThat(undo(won)).isEqualTo(1);
        Deal again = place.as(() -> query.one(deal.id()));
        assertThat(again.status()).isEqualTo("open");
        assertThat(again.stageId()).isEqualTo(deal.stageId());
        assertThat(again.stageEnteredAt()).isEqualTo(deal.stageEnteredAt());
        assertThat(place.as(() -> timeline.path(deal.id()))).hasSize(1);
        place.checkTally();
    }

    @Test
    void aReopeningTakenBackLeavesTheDayOfClosing() {
        Deal deal = place.deal("Roof");
        Deal lost = place.move(deal, place.lost());
        DealMoves.Changed open = place.as(() -> moves.reopen(deal.id(), null, place.stage(1)));
        undo(open);
        Deal again = place.as(() -> query.one(deal.id()));
        assertThat(again.status()).isEqualTo("lost");
        assertThat(again.closedAt()).isEqualTo(lost.closedAt());
        place.checkHistory(deal.id(), history, catalog);
    }

    @Test
    void anUndoDoesNotOverwriteWhatSomeoneChangedSince() {
        Deal deal = place.deal("Roof");
        DealMoves.Changed first = place.as(() -> deals.patch(deal.id(), null, fixture.patch(Map.of("amount", 5))));
        place.as(() -> deals.patch(deal.id(), null, fixture.patch(Map.of("amount", 6))));
        assertThatThrownBy(() -> undo(first))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(PipelineProblem.UNDO_OVERTAKEN));
    }

    @Test
    void trashArchiveAndBothComeBackByUndo() {
        Deal deal = place.deal("Roof", Map.of("amount", 3));
        place.as(() -> deals.presence(deal.id(), null, DealEventKind.ARCHIVED));
        DealMoves.Changed trashed = place.as(() -> deals.presence(deal.id(), null, DealEventKind.TRASHED));
        assertThat(trashed.deal().deletedAt()).isNotNull();
        place.checkTally();
        undo(trashed);
        Deal back = place.as(() -> query.one(deal.id()));
        assertThat(back.deletedAt()).isNull();
        assertThat(back.archivedAt()).isNotNull();
        assertThat(place.as(() -> query.page(
                                DealFilter.of(Map.of("state", List.of("archived"))), DealSort.LATEST, 10, null))
                        .items())
                .hasSize(1);
    }

    @Test
    void aBulkEditChangesAllItCanAndIsTakenBackAsOne() {
        List<Deal> made = List.of(place.deal("A", Map.of("tags", List.of("x"))), place.deal("B"), place.deal("C"));
        place.as(() -> deals.presence(made.get(2).id(), null, DealEventKind.TRASHED));
        BulkEdit.Result result = place.as(() -> bulk.change(
                made.stream().map(Deal::id).toList(),
                null,
                tree(Map.of("stageId", place.stage(1), "tagsAdd", List.of("hot"), "source", "Fair"))));
        assertThat(result.changed()).isEqualTo(2);
        assertThat(result.refused()).extracting(BulkEdit.Refused::title).containsExactly("C");
        Deal a = place.as(() -> query.one(made.get(0).id()));
        assertThat(a.tags()).containsExactly("x", "hot");
        assertThat(a.stageId()).isEqualTo(place.stage(1));
        int restored = place.as(
                () -> undo.undo(Objects.requireNonNull(result.undoToken()).substring(5)));
        assertThat(restored).isEqualTo(2);
        Deal back = place.as(() -> query.one(made.get(0).id()));
        assertThat(back.tags()).containsExactly("x");
        assertThat(back.source()).isNull();
        assertThat(back.stageId()).isEqualTo(place.stage(0));
    }

    @Test
    void aMisspeltFilterDoesNotMakeABulkEditWider() {
        place.deal("A");
        assertThatThrownBy(() ->
                        place.as(() -> bulk.change(null, tree(Map.of("stauts", "open")), tree(Map.of("trash", true)))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).field()).isEqualTo("filter.stauts"));
    }

    @Test
    void theListAsItStoodOnAnyPastMomentIsTheSameWheneverItIsOpened() throws InterruptedException {
        Random random = new Random(5);
        List<Deal> made = new ArrayList<>();
        List<Instant> moments = new ArrayList<>();
        List<List<String>> then = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            if (made.size() < 8 || random.nextInt(4) == 0) {
                made.add(place.deal("Deal " + i, Map.of("amount", i)));
            } else {
                Deal deal = made.get(random.nextInt(made.size()));
                if (random.nextInt(5) == 0) {
                    place.as(() -> deals.presence(deal.id(), null, DealEventKind.TRASHED));
                } else if (place.as(() -> query.one(deal.id())).deletedAt() == null) {
                    place.move(deal, place.stage(random.nextInt(5)));
                }
            }
            Thread.sleep(2);
            Instant moment = Instant.now();
            moments.add(moment);
            then.add(asOf(moment));
            Thread.sleep(2);
        }
        for (int i = 0; i < moments.size(); i++) {
            assertThat(asOf(moments.get(i))).isEqualTo(then.get(i));
        }
        assertThat(then.get(29)).isNotEqualTo(then.get(3));
    }

    private List<String> asOf(Instant moment) {
        List<String> rows = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<Deal> page =
                    place.as(() -> query.pageAsOf(moment, DealFilter.of(Map.of()), DealSort.of("-amount"), 3, from));
            page.items()
                    .forEach(deal -> rows.add(deal.id() + " " + deal.title() + " " + deal.stageId() + " "
                            + deal.status() + " " + deal.amount() + " " + deal.closedAt() + " " + deal.openedAt() + " "
                            + deal.stageEnteredAt() + " " + deal.version()));
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    @Test
    void twoPeopleMovingTheSameCardLeaveItInOnePlaceWithOneHistory() throws Exception {
        Caller other = place.workspace.user(Role.MANAGER);
        Deal deal = place.deal("Roof", Map.of("amount", 10));
        Deal anchor = place.deal("Anchor");
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int n = i;
            Callable<Integer> act = () -> TestWorkspace.as(
                    n % 2 == 0 ? place.admin : other,
                    () -> moves.move(
                                    deal.id(),
                                    null,
                                    new DealMoves.Move(
                                            place.stage(n % 5),
                                            n % 3 == 0 ? anchor.id() : null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null))
                            .deal()
                            .version());
            done.add(people.submit(act));
        }
        for (Future<Integer> one : done) {
            one.get();
        }
        people.shutdown();
        place.checkHistory(deal.id(), history, catalog);
        place.checkTally();
        List<DealEvent> events = place.workspace.inside(() -> history.events(deal.id()));
        Deal now = place.as(() -> query.one(deal.id()));
        assertThat(events.get(events.size() - 1).state().stageId()).isEqualTo(now.stageId());
        assertThat(now.version()).isEqualTo(events.size());
    }

    @Test
    void theTimelineShowsEventsAndNotesNewestFirst() {
        Deal deal = place.deal("Roof", Map.of("tags", List.of("a")));
        place.workspace.inside(() -> fixture.jdbc
                .sql(
                        "insert into nurt.note (id, record_kind, record_id, body, author_id) values (:id, 'deal', :deal, 'Called', :who)")
                .param("id", io.nurt.kernel.Ids.next())
                .param("deal", deal.id())
                .param("who", place.admin.userId())
                .update());
        place.as(() -> deals.patch(deal.id(), null, fixture.patch(Map.of("amount", "5", "tags", List.of("b")))));
        List<Timeline.Item> all = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<Timeline.Item> page = place.as(() -> timeline.timeline(deal.id(), 1, from));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(all).extracting(Timeline.Item::kind).containsExactly("changed", "note", "created");
        assertThat(all.get(0).changes()).containsKeys("amount", "tags");
        assertThat(Objects.requireNonNull(all.get(1).note()).body()).isEqualTo("Called");
        Page<Timeline.Event> events = place.as(() -> timeline.events(deal.id(), 10, null));
        assertThat(events.items().get(0).changed().get("amount")).isEqualTo(java.util.Arrays.asList(null, "5"));
    }

    private int undo(DealMoves.Changed changed) {
        return place.as(
                () -> undo.undo(Objects.requireNonNull(changed.undoToken()).substring("deal.".length())));
    }

    private JsonNode tree(Map<String, ?> body) {
        return fixture.json.valueToTree(body);
    }
}
