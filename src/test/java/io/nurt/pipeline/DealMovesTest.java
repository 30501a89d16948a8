package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.kernel.Problem;
import io.nurt.testing.NurtTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NurtTest
class DealMovesTest {
    @Autowired
    PipelineFixture fixture;

    @Autowired
    DealMoves moves;

    @Autowired
    DealService deals;

    @Autowired
    DealQuery query;

    @Autowired
    BoardQuery boards;

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
    void aDealMovedToAWonStageIsWon() {
        Deal deal = place.deal("Roof", Map.of("amount", "1234.50"));
        Deal won = place.move(deal, place.won());
        assertThat(won.status()).isEqualTo("won");
        assertThat(won.closedAt()).isNotNull();
        assertThat(won.amount()).isEqualTo("1234.5");
        assertThat(won.version()).isEqualTo(2);
        place.checkHistory(deal.id(), history, catalog);
        place.checkTally();
    }

    @Test
    void aWinCanBeDatedBackAndTheHistoryFollows() {
        Deal deal = place.deal("Roof");
        place.workspace.inside(() -> fixture.jdbc
                .sql(
                        "update nurt.deal set opened_at = opened_at - interval '20 days', stage_entered_at = opened_at - interval '20 days'")
                .update());
        place.workspace.inside(() -> fixture.jdbc
                .sql("update nurt.deal_event set effective_at = effective_at - interval '20 days'")
                .update());
        place.workspace.inside(() -> fixture.jdbc
                .sql("update nurt.stage_stay set entered_at = entered_at - interval '20 days'")
                .update());
        place.workspace.inside(() -> fixture.jdbc
                .sql("update nurt.deal_pass set started_at = started_at - interval '20 days'")
                .update());
        place.move(deal, place.stage(1));
        LocalDate day = LocalDate.now(place.admin.zone()).minusDays(5);
        Deal won = place.as(() -> moves.move(
                        deal.id(), null, new DealMoves.Move(place.won(), null, null, null, null, null, day, null))
                .deal());
        assertThat(LocalDate.ofInstant(won.closedAt(), place.admin.zone())).isEqualTo(day);
        place.checkHistory(deal.id(), history, catalog);
        assertThatThrownBy(() -> place.as(() -> moves.move(
                        deal.id(),
                        null,
                        new DealMoves.Move(place.lost(), null, null, null, null, null, day.minusDays(60), null))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(PipelineProblem.CLOSED_ON_IMPOSSIBLE));
    }

    @Test
    void aCardLandsWhereItIsDropped() {
        Deal a = place.deal("A");
        Deal b = place.deal("B");
        Deal c = place.deal("C");
        assertThat(titles(0)).containsExactly("C", "B", "A");
        place.as(() -> moves.move(
                c.id(), null, new DealMoves.Move(place.stage(0), b.id(), null, null, null, null, null, null)));
        assertThat(titles(0)).containsExactly("B", "C", "A");
        place.as(() ->
                moves.move(a.id(), null, new DealMoves.Move(place.stage(1), null, null, null, null, null, null, null)));
        assertThat(titles(1)).containsExactly("A");
        place.as(() -> moves.move(
                b.id(), null, new DealMoves.Move(place.stage(1), a.id(), null, null, null, null, null, null)));
        assertThat(titles(1)).containsExactly("A", "B");
    }

    @Test
    void aCardDroppedBetweenTwoThatStandLevelLandsBetweenThem() {
        Deal a = place.deal("A");
        Deal b = place.deal("B");
        Deal c = place.deal("C");
        place.workspace.inside(
                () -> fixture.jdbc.sql("update nurt.deal set rank = 'a0'").update());
        List<String> level = titles(0);
        List<Deal> all = List.of(a, b, c);
        Deal first = all.stream()
                .filter(deal -> deal.title().equals(level.get(0)))
                .findFirst()
                .orElseThrow();
        Deal moved = all.stream()
                .filter(deal -> deal.title().equals(level.get(2)))
                .findFirst()
                .orElseThrow();
        place.as(() -> moves.move(
                moved.id(), null, new DealMoves.Move(place.stage(0), first.id(), null, null, null, null, null, null)));
        assertThat(titles(0)).containsExactly(level.get(0), level.get(2), level.get(1));
    }

    @Test
    void placingACardElsewhereInItsColumnIsNoChangeOfTheDeal() {
        Deal a = place.deal("A");
        Deal b = place.deal("B");
        Deal placed = place.as(() -> moves.move(
                        b.id(), null, new DealMoves.Move(place.stage(0), a.id(), null, null, null, null, null, null))
                .deal());
        assertThat(placed.version()).isEqualTo(1);
        assertThat(placed.updatedAt()).isEqualTo(b.updatedAt());
    }

    @Test
    void aReturnedDealSleepsInAnEarlierStageOnItsSecondPass() {
        Deal deal = place.deal("Roof", Map.of("stageId", place.stage(2)));
        LocalDate day = LocalDate.now(place.admin.zone()).plusDays(90);
        Deal returned = place.as(() -> moves.giveBack(
                        deal.id(), null, new DealMoves.Return(place.stage(0), day, null, "After the budget round"))
                .deal());
        assertThat(returned.status()).isEqualTo("open");
        assertThat(returned.resumeOn()).isEqualTo(day);
        place.checkHistory(deal.id(), history, catalog);
        Deal again = place.move(place.move(returned, place.lost()), place.stage(1));
        assertThat(again.status()).isEqualTo("open");
        place.checkHistory(deal.id(), history, catalog);
        place.checkTally();
    }

    @Test
    void aLostDealEditedInItsTagsStaysLost() {
        Deal lost = place.move(place.deal("Roof", Map.of("amount", 100)), place.lost());
        Deal tagged = place.as(() -> deals.patch(
                        lost.id(), lost.version(), fixture.patch(Map.of("tags", List.of("cold"), "nextStep", "none")))
                .deal());
        assertThat(tagged.status()).isEqualTo("lost");
        assertThat(tagged.stageId()).isEqualTo(lost.stageId());
        assertThat(tagged.closedAt()).isEqualTo(lost.closedAt());
        assertThat(tagged.tags()).containsExactly("cold");
        place.checkHistory(lost.id(), history, catalog);
    }

    @Test
    void anOldVersionIsRefusedWithTheDealAsItIsNow() {
        Deal deal = place.deal("Roof");
        place.move(deal, place.stage(1));
        assertThatThrownBy(() -> place.as(() -> moves.move(deal.id(), 1, DealMoves.Move.to(place.stage(2)))))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type().status()).isEqualTo(412);
                    assertThat(problem.data().get("current"))
                            .isInstanceOfSatisfying(
                                    Deal.class, now -> assertThat(now.stageId()).isEqualTo(place.stage(1)));
                });
    }

    private List<String> titles(int stage) {
        return place
                .as(() -> boards.board(place.pipeline.id(), DealFilter.of(Map.of()), 20))
                .stages()
                .get(stage)
                .cards()
                .stream()
                .map(Card::title)
                .toList();
    }
}
