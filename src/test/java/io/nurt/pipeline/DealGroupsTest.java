package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.identity.Visibility;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Groups of the list with their totals, and the filter for deals at risk. */
@NurtTest
class DealGroupsTest {
    @Autowired
    PipelineFixture fixture;

    @LocalServerPort
    int port;

    private PipelineFixture.Place place;
    private Http http;
    private LocalDate today;

    @BeforeEach
    void signIn() {
        place = fixture.place();
        http = place.http(port, place.admin);
        today = LocalDate.now(place.admin.zone());
    }

    @Test
    void stagesComeInTheirOrderWithTheSumsOfAllTheirDeals() {
        place.deal("a", Map.of("amount", "100", "stageId", place.stage(2).toString()));
        place.deal("b", Map.of("amount", "20.5", "stageId", place.stage(0).toString()));
        place.deal("c", Map.of("stageId", place.stage(0).toString()));
        place.deal(
                "d",
                Map.of(
                        "amount",
                        "7",
                        "currency",
                        "EUR",
                        "stageId",
                        place.stage(0).toString()));
        JsonNode answer = http.get("/deals/groups?by=stage").json();
        assertThat(answer.path("currency").asString()).isEqualTo("PLN");
        assertThat(answer.path("more").asInt()).isZero();
        assertThat(rows(answer)).containsExactly("New 3 20.5 2", "Offer 1 100 0");
        assertThat(rows(http.get("/deals/groups?by=stage&amountFrom=50").json()))
                .containsExactly("Offer 1 100 0");
    }

    @Test
    void ownersSourcesAndMonthsEachHaveTheirGroupAndOneForNone() {
        Caller other = place.workspace.user(Role.REPRESENTATIVE, new Visibility(Set.of()));
        place.deal("a", Map.of("amount", "5", "source", "Fair", "expectedClose", "2027-03-31"));
        place.deal(
                "b",
                Map.of(
                        "amount",
                        "50",
                        "ownerId",
                        other.userId().toString(),
                        "expectedClose",
                        "2027-03-01",
                        "source",
                        "Fair"));
        place.deal("c", Map.of("amount", "9", "expectedClose", "2026-12-31"));
        place.deal("d", Map.of("amount", "1"));
        assertThat(rows(http.get("/deals/groups?by=closeMonth").json()))
                .containsExactly("2026-12 1 9 0", "2027-03 2 55 0", "null 1 1 0");
        assertThat(rows(http.get("/deals/groups?by=source").json())).containsExactly("Fair 2 55 0", "null 2 10 0");
        JsonNode owners = http.get("/deals/groups?by=owner").json().path("groups");
        assertThat(owners.get(0).path("key").asString())
                .isEqualTo(other.userId().toString());
        assertThat(owners.get(1).path("count").asInt()).isEqualTo(3);

        assertThat(titles("close=none")).containsExactly("d");
        assertThat(titles("company=none")).hasSize(4);
        // A representative sees the groups of the deals that are theirs, and nothing of the others in the sums.
        assertThat(rows(place.http(port, other).get("/deals/groups?by=source").json()))
                .containsExactly("Fair 1 50 0");
        assertThat(http.get("/deals/groups?by=weather").status()).isEqualTo(422);
        assertThat(http.get("/deals/groups?by=source&asOf=2026-01-01").status()).isEqualTo(422);
        assertThat(rows(http.get("/deals/groups?by=stage&asOf=" + today).json()))
                .containsExactly("New 4 65 0");
    }

    @Test
    void deadlinesThatHavePassedAndStepsThatAreMissingAreFound() {
        String yesterday = today.minusDays(1).toString();
        String tomorrow = today.plusDays(1).toString();
        place.deal("fine", Map.of("nextStep", "Call", "nextStepOn", tomorrow, "expectedClose", tomorrow));
        place.deal("late step", Map.of("nextStep", "Call", "nextStepOn", yesterday, "expectedClose", tomorrow));
        place.deal("no step", Map.of("expectedClose", tomorrow));
        place.deal("late close", Map.of("nextStep", "Call", "expectedClose", yesterday));
        Deal won = place.deal("won", Map.of("expectedClose", yesterday));
        place.move(won, place.won());
        assertThat(titles("risk=step-overdue")).containsExactly("late step");
        assertThat(titles("risk=no-step")).containsExactly("no step");
        assertThat(titles("risk=close-overdue")).containsExactly("late close");
        assertThat(titles("risk=no-step,close-overdue")).containsExactlyInAnyOrder("no step", "late close");
        assertThat(http.get("/deals?risk=rain").status()).isEqualTo(422);
        assertThat(http.get("/deals?risk=no-step&asOf=" + today).status()).isEqualTo(422);

        JsonNode stage = http.get("/pipelines/" + place.pipeline.id() + "/board?risk=step-overdue&risk=close-overdue")
                .json()
                .at("/stages/0");
        assertThat(stage.path("count").asInt()).isEqualTo(2);
        assertThat(stage.path("cards").size()).isEqualTo(2);
    }

    @Test
    void theFilterForStalledDealsFindsExactlyThoseThatAreMarked() {
        String tomorrow = today.plusDays(1).toString();
        List<Deal> deals = List.of(
                place.deal("15 days"),
                place.deal("14 days"),
                place.deal("15 days, step ahead", Map.of("nextStep", "Call", "nextStepOn", tomorrow)),
                place.deal("15 days, step over", Map.of("nextStep", "Call", "nextStepOn", "2020-01-01")),
                place.deal("15 days, asleep", Map.of("resumeOn", tomorrow)),
                place.deal("new"));
        for (Deal deal : deals) {
            if (!deal.title().equals("new")) {
                int days = Integer.parseInt(deal.title().substring(0, 2));
                place.workspace.inside(() -> fixture.jdbc
                        .sql(
                                "update nurt.deal set stage_entered_at = now() - make_interval(days => :days) where id = :id")
                        .param("days", days)
                        .param("id", deal.id())
                        .update());
            }
        }
        JsonNode all = http.get("/deals").json().path("items");
        List<String> marked = all.valueStream()
                .filter(deal -> deal.path("rotting").asBoolean())
                .map(deal -> deal.path("title").asString())
                .toList();
        assertThat(marked).containsExactlyInAnyOrder("15 days", "15 days, step over");
        assertThat(titles("risk=stalled")).containsExactlyInAnyOrderElementsOf(marked);
    }

    private List<String> titles(String filter) {
        return http.get("/deals?" + filter).json().path("items").findValuesAsString("title");
    }

    private static List<String> rows(JsonNode answer) {
        return answer.path("groups")
                .valueStream()
                .map(group -> group.path("name").isNull()
                        ? "null " + figures(group)
                        : group.path("name").asString() + " " + figures(group))
                .toList();
    }

    private static String figures(JsonNode group) {
        return group.path("count").asLong() + " " + group.path("total").asString() + " "
                + group.path("unvalued").asLong();
    }
}
