package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.identity.Visibility;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NurtTest
class DealListFiltersTest {
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
        today = LocalDate.now(ZoneId.of(http.get("/workspace").text("/zone")));
    }

    private void deal(String title, @Nullable String step, @Nullable LocalDate on) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("title", title));
        if (step != null) {
            body.put("nextStep", step);
        }
        if (on != null) {
            body.put("nextStepOn", on.toString());
        }
        Http.Answer created = http.post("/deals", body);
        assertThat(created.status()).as(created.raw().body()).isEqualTo(201);
    }

    private List<String> titles(String filter) {
        Http.Answer answer = http.get("/deals?sort=title&count=true&" + filter);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        List<String> titles = new ArrayList<>();
        answer.json().path("items").forEach(one -> titles.add(one.path("title").asString()));
        assertThat(answer.json().path("count").asInt()).isEqualTo(titles.size());
        return titles;
    }

    private void dealsInEachState() {
        deal("late", "Call", today.minusDays(1));
        deal("today", null, today);
        deal("tomorrow", "Call", today.plusDays(1));
        deal("someday", "Call", null);
        deal("nothing", null, null);
        deal("resting", null, null);
        assertThat(http.patch(
                                "/deals/" + http.get("/deals?q=resting").text("/items/0/id"),
                                Map.of("resumeOn", today.plusDays(30).toString()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void eachOpenDealThatDoesNotRestAsksForExactlyOneThing() {
        dealsInEachState();

        assertThat(titles("nextStep=overdue")).containsExactly("late");
        assertThat(titles("nextStep=today")).containsExactly("today");
        assertThat(titles("nextStep=later")).containsExactly("someday", "tomorrow");
        assertThat(titles("nextStep=none")).containsExactly("nothing");
        assertThat(titles("nextStep=none&nextStep=overdue")).containsExactly("late", "nothing");
        assertThat(http.get("/deals?nextStep=soon").status()).isEqualTo(422);
    }

    @Test
    void aNextStepIsDueWithinDaysEndsIncluded() {
        dealsInEachState();

        assertThat(titles("nextStepTo=" + today)).containsExactly("late", "today");
        assertThat(titles("nextStepFrom=" + today + "&nextStepTo=" + today.plusDays(1)))
                .containsExactly("today", "tomorrow");
        assertThat(http.get("/deals?asOf=" + today + "&nextStep=none").text("/errors/0/code"))
                .isEqualTo("pipeline.not-kept");
    }

    @Test
    void openDealsOfOwnersAndPlacesAreCountedAsTheyAreListed() {
        Caller jan = place.workspace.user(Role.REPRESENTATIVE, new Visibility(Set.of()));
        deal("mine", null, null);
        http.post("/deals", Map.of("title", "his", "ownerId", jan.userId(), "amount", "100"));
        deal("put away", null, null);
        String away = http.get("/deals?q=away").text("/items/0/id");
        assertThat(http.post("/deals/" + away + "/archive", Map.of()).status()).isEqualTo(200);
        String stage = http.get("/deals?q=mine").text("/items/0/stageId");
        String pipeline = http.get("/deals?q=mine").text("/items/0/pipelineId");
        String none = "&stage=" + jan.userId();

        assertThat(titles("status=open")).containsExactly("his", "mine");
        assertThat(titles("status=open&owner=" + jan.userId())).containsExactly("his");
        assertThat(titles("status=open&stage=" + stage + "&pipeline=" + pipeline))
                .containsExactly("his", "mine");
        assertThat(titles("status=open&stage=" + stage + none)).containsExactly("his", "mine");
        assertThat(titles("status=open" + none)).isEmpty();
        assertThat(titles("status=open&pipeline=" + jan.userId())).isEmpty();
        Http.Answer his = place.http(port, jan).get("/deals?status=open&count=true");
        assertThat(his.json().path("count").asInt()).isEqualTo(1);
        assertThat(his.raw().body()).contains("100");
    }

    @Test
    void sourcesComeWithTheirCountsAsFarAsTheCallerSeesThem() {
        Caller jan = place.workspace.user(Role.REPRESENTATIVE, new Visibility(Set.of()));
        http.post("/deals", Map.of("title", "a", "source", "Fair"));
        http.post("/deals", Map.of("title", "b", "source", "Fair"));
        http.post("/deals", Map.of("title", "c", "source", "Web", "ownerId", jan.userId()));
        http.post("/deals", Map.of("title", "d"));
        String gone =
                http.post("/deals", Map.of("title", "e", "source", "Gone")).text("/id");
        http.delete("/deals/" + gone);

        assertThat(http.get("/deals/sources").json())
                .extracting(one ->
                        one.path("name").asString() + " " + one.path("count").asInt())
                .containsExactly("Fair 2", "Web 1");
        assertThat(place.http(port, jan).get("/deals/sources").json())
                .extracting(one -> one.path("name").asString())
                .containsExactly("Web");
    }
}
