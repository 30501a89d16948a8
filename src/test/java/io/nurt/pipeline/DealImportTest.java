package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.kernel.Ids;
import io.nurt.testing.NurtTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NurtTest
class DealImportTest {
    private static final Instant START = Instant.parse("2025-03-03T09:00:00Z");

    @Autowired
    PipelineFixture fixture;

    @Autowired
    DealImport imports;

    @Autowired
    DealQuery query;

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
    void aDealComesInWithItsWholePast() {
        UUID importId = Ids.next();
        Stage talks = place.pipeline.stages().get(1);
        Stage won = place.pipeline.stages().get(3);
        DealStory story = DealStory.begin(START, state("Roof"), Set.of("amount"), null)
                .to(talks, day(3), null)
                .changed(day(4), state -> state.worth(new BigDecimal("12.5"), "EUR"), null)
                .to(won, day(9), null);
        UUID id = Ids.next();
        place.workspace.inside(() -> {
            imports.insert(List.of(deal(id, story, importId)));
            return 0;
        });
        Deal deal = place.as(() -> query.one(id));
        assertThat(deal.status()).isEqualTo("won");
        assertThat(deal.openedAt()).isEqualTo(START);
        assertThat(deal.closedAt()).isEqualTo(day(9));
        assertThat(deal.amount()).isEqualTo("12.5");
        assertThat(deal.tags()).containsExactly("a,b", "c\"d\\e", "{}");
        assertThat(deal.importId()).isEqualTo(importId);
        place.checkHistory(id, history, catalog);
        assertThat(place.workspace.inside(() -> fixture.jdbc
                        .sql(
                                "select count(*) from nurt.deal_event where recorded_at = effective_at and final_only = '{amount}'"
                                        + " and origin = 'import'")
                        .query(Long.class)
                        .single()))
                .isEqualTo(4);
    }

    @Test
    void anImportedWinBeforeItsBeginningMovesTheBeginningBack() {
        Stage won = place.pipeline.stages().get(3);
        DealStory story =
                DealStory.begin(day(5), state("Early"), Set.of(), null).to(won, day(2), null);
        UUID id = Ids.next();
        place.workspace.inside(() -> {
            imports.insert(List.of(deal(id, story, Ids.next())));
            return 0;
        });
        Deal deal = place.as(() -> query.one(id));
        assertThat(deal.openedAt()).isEqualTo(day(2)).isEqualTo(deal.closedAt());
        place.checkHistory(id, history, catalog);
    }

    @Test
    void openDealsGoToTheEndOfTheirColumnsInTheOrderGiven() {
        place.deal("First");
        UUID importId = Ids.next();
        List<ImportedDeal> deals = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            deals.add(deal(Ids.next(), DealStory.begin(START, state("N" + i), Set.of(), null), importId));
        }
        place.workspace.inside(() -> {
            imports.insert(deals.subList(0, 100));
            imports.insert(deals.subList(100, 200));
            return 0;
        });
        List<String> titles = place.workspace.inside(() -> fixture.jdbc
                .sql("select title from nurt.deal order by rank, id")
                .query(String.class)
                .list());
        assertThat(titles).hasSize(201).startsWith("First", "N0", "N1").endsWith("N198", "N199");
        place.checkTally();
    }

    @Test
    void takingAnImportBackLeavesNothingOfIt() {
        Deal own = place.deal("Own", Map.of("amount", 5));
        UUID importId = Ids.next();
        Random random = new Random(7);
        List<ImportedDeal> deals = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            deals.add(deal(Ids.next(), story("N" + i, random), importId));
        }
        place.workspace.inside(() -> {
            imports.insert(deals);
            return 0;
        });
        place.checkTally();
        int removed = 0;
        for (int once = -1; once != 0; ) {
            once = place.workspace.inside(() -> imports.delete(importId, 128));
            removed += once;
        }
        assertThat(removed).isEqualTo(300);
        for (String table : List.of("deal_event", "deal_pass", "stage_stay")) {
            assertThat(place.workspace.inside(() -> fixture.jdbc
                            .sql("select count(*) from nurt." + table + " where deal_id <> :own")
                            .param("own", own.id())
                            .query(Long.class)
                            .single()))
                    .isZero();
        }
        place.checkTally();
    }

    @Test
    void anExistingDealIsChangedAsOfNowAndGivenBack() {
        Deal deal = place.deal("Roof", Map.of("amount", "100", "tags", List.of("x"), "source", "Web"));
        UUID importId = Ids.next();
        List<DealImport.Answer> answers = place.as(() -> imports.update(
                List.of(new DealImport.Update(
                        deal.id(), Map.of("amount", "250", "source", "Fair", "title", "Roof"), place.stage(2))),
                importId));
        Deal changed = place.as(() -> query.one(deal.id()));
        assertThat(changed.amount()).isEqualTo("250");
        assertThat(changed.stageId()).isEqualTo(place.stage(2));
        List<DealImport.Answer> again = place.as(() -> imports.update(
                List.of(new DealImport.Update(deal.id(), Map.of("amount", "250.0"), place.stage(2))), importId));
        assertThat(again.get(0).before()).isNull();
        int back = place.as(() -> imports.revert(Map.of(deal.id(), answers.get(0)), importId));
        assertThat(back).isEqualTo(1);
        Deal reverted = place.as(() -> query.one(deal.id()));
        assertThat(reverted.amount()).isEqualTo("100");
        assertThat(reverted.source()).isEqualTo("Web");
        assertThat(reverted.stageId()).isEqualTo(place.stage(0));
        place.checkHistory(deal.id(), history, catalog);
    }

    private DealStory story(String title, Random random) {
        DealStory story = DealStory.begin(START, state(title), Set.of(), null);
        int day = 0;
        for (int stage = 1; stage < 5; stage++) {
            if (random.nextBoolean()) {
                day += random.nextInt(9);
                story.to(place.pipeline.stages().get(stage), day(day), null);
            }
        }
        return story;
    }

    private DealState state(String title) {
        Stage first = place.pipeline.stages().get(0);
        return new DealState(
                title,
                null,
                place.pipeline.id(),
                first.id(),
                StageKind.OPEN,
                null,
                null,
                1,
                BigDecimal.TEN,
                "PLN",
                null,
                null,
                null,
                null,
                true);
    }

    private static ImportedDeal deal(UUID id, DealStory story, @Nullable UUID importId) {
        return new ImportedDeal(
                id,
                story,
                "Import",
                List.of("a,b", "c\"d\\e", "{}"),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of("size", 3),
                importId,
                "import");
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
