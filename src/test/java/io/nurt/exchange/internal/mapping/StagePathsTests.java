package io.nurt.exchange.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.exchange.internal.mapping.StagePaths.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Stages are proposed in the order in which cases come to them. */
class StagePathsTests {
    private final List<Visit> log = new ArrayList<>();

    /** One case; stages joined by {@code +} share a moment. */
    private void way(String deal, String... moments) {
        long second = 0;
        for (String moment : moments) {
            for (String stage : moment.split("\\+")) {
                log.add(new Visit(deal, stage, Instant.ofEpochSecond(second), log.size()));
            }
            second++;
        }
    }

    private List<String> proposed(String... asFound) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String stage : asFound) {
            counts.put(stage, 0);
        }
        return Stages.propose(counts, StagePaths.of(log)).stream()
                .map(StageProposal::name)
                .toList();
    }

    @Test
    void theOrderIsThatOfTheWaysNotThatOfTheNamesOrTheFile() {
        way("1", "Contract draft", "Site visit", "New paper");
        way("2", "Contract draft", "Site visit");
        way("3", "Site visit", "New paper");

        assertThat(proposed("New paper", "Site visit", "Contract draft"))
                .containsExactly("Contract draft", "Site visit", "New paper");
    }

    @Test
    void stagesEnteredAtOnceAreOrderedAsOtherCasesShowThem() {
        way("1", "B+A");
        way("2", "B+A");
        way("3", "A", "B");

        assertThat(proposed("B", "A")).containsExactly("A", "B");
    }

    @Test
    void stagesThatAreOnlyEverEnteredAtOnceKeepTheOrderOfTheFile() {
        way("1", "Z+A");
        way("2", "Z+A");
        way("3", "A+Z");

        assertThat(proposed("A", "Z")).containsExactly("Z", "A");
    }

    @Test
    void goingBackDoesNotTurnTheOrder() {
        way("1", "Talks", "Offer", "Talks", "Offer", "Talks");
        way("2", "Talks", "Offer");

        assertThat(proposed("Offer", "Talks")).containsExactly("Talks", "Offer");
    }

    @Test
    void whereMostCasesGoOnNothingIsDecided() {
        way("1", "Accepted", "Signed");
        way("2", "Accepted", "Signed");
        way("3", "Accepted");
        StagePaths paths = StagePaths.of(log);

        assertThat(paths.goesOn("ACCEPTED")).isTrue();
        assertThat(paths.ends("Accepted")).isFalse();
        assertThat(paths.ends("Signed")).isTrue();
        assertThat(paths.goesOn("Never seen")).isFalse();
        assertThat(paths.ends("Never seen")).isFalse();
    }

    @Property(tries = 200)
    void everyStageIsProposedOnceWhateverTheLogSays(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 7) Integer> stages,
            @ForAll @IntRange(min = 1, max = 5) int cases) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            visits.add(new Visit("" + i % cases, "S" + stages.get(i), Instant.ofEpochSecond(i / 3), i));
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 7; i >= 0; i--) {
            counts.put("S" + i, i);
        }

        assertThat(Stages.propose(counts, StagePaths.of(visits)))
                .extracting(StageProposal::name)
                .containsExactlyInAnyOrder("S0", "S1", "S2", "S3", "S4", "S5", "S6", "S7");
    }
}
