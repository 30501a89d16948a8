package io.nurt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Two people at the same deals: each sees what the other does, and nobody's work is lost without a word. */
class TwoPeopleJourney extends BrowserJourney {
    private static final String TITLE = "Cranes for the port";

    @Autowired
    CompanyFactory companies;

    private Http http;
    private Page anna;
    private Page jan;
    private String id;

    @BeforeEach
    void twoPeopleLookAtOneDeal() {
        Company company = companies.make(port);
        http = company.administrator();
        String address = "jan-" + company.email();
        company.join(http, "representative", address, "Jan Kos");
        JsonNode pipeline = http.get("/pipelines").json().get(0);
        id = http.post(
                        "/deals",
                        Map.of(
                                "title",
                                TITLE,
                                "pipelineId",
                                pipeline.path("id").asString(),
                                "amount",
                                "5000",
                                "currency",
                                "PLN"))
                .text("/id");
        anna = page;
        jan = anotherPerson();
        signIn(anna, company.email());
        signIn(jan, address);
    }

    @Test
    void bothMoveTheSameCardAndEndWithTheSameBoard() {
        for (Page each : List.of(anna, jan)) {
            each.navigate("/board");
            assertThat(column(each, "New, 1 deal")).containsText(TITLE);
        }
        carry(anna, 1);
        assertThat(column(anna, "Qualified, 1 deal")).containsText(TITLE);
        assertThat(column(jan, "Qualified, 1 deal")).containsText(TITLE);
        assertThat(column(jan, "New, 0 deals")).not().containsText(TITLE);

        // Jan's move is on its way when Anna's arrives: it was made to a card that is no longer where he saw it.
        Route[] held = new Route[1];
        jan.route("**/deals/*/move", route -> held[0] = route);
        carry(jan, 1);
        jan.waitForCondition(() -> held[0] != null);
        carry(anna, 2);
        assertThat(column(anna, "Proposal, 1 deal")).containsText(TITLE);
        anna.waitForCondition(() -> http.get("/deals/" + id).text("/stageId").equals(stage("Proposal")));
        held[0].resume();
        jan.unroute("**/deals/*/move");

        assertThat(jan.getByText("Someone changed it meanwhile")).isVisible();
        for (Page each : List.of(anna, jan)) {
            assertThat(column(each, "Proposal, 1 deal")).containsText(TITLE);
            assertThat(column(each, "Meeting, 0 deals")).not().containsText(TITLE);
            assertThat(each.locator("[data-card]")).hasCount(1);
        }
        assertThat(http.get("/deals/" + id).text("/stageId")).isEqualTo(stage("Proposal"));
    }

    @Test
    void bothEditTheSameFieldAndTheSecondDecidesBetweenBothValues() {
        open();
        edit(jan, "Next step", "Send the drawings");
        edit(anna, "Next step", "Call on Monday");
        anna.keyboard().press("Enter");
        assertThat(anna.locator("article")).containsText("Call on Monday");
        // What Anna saved has already arrived here, behind the field that Jan is writing in.
        assertThat(jan.locator("article")).containsText("Call on Monday");
        jan.keyboard().press("Enter");

        Locator question = jan.getByRole(AriaRole.DIALOG);
        assertThat(question).containsText("Call on Monday");
        assertThat(question).containsText("Send the drawings");
        assertThat(http.get("/deals/" + id).text("/nextStep")).isEqualTo("Call on Monday");
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save mine"))
                .click();
        assertThat(question).hasCount(0);
        assertThat(anna.locator("dl")).containsText("Send the drawings");
        assertThat(http.get("/deals/" + id).text("/nextStep")).isEqualTo("Send the drawings");
        String story = http.get("/deals/" + id + "/timeline").raw().body();
        assertThat(story).contains("Call on Monday").contains("Send the drawings");
    }

    @Test
    void anEditIsRefusedWithBothValuesEvenWhereTheNewsHasNotArrived() {
        jan.route("**/api/v1/stream", Route::abort);
        open();
        edit(jan, "Source", "Fair");
        edit(anna, "Source", "Referral");
        anna.keyboard().press("Enter");
        assertThat(anna.locator("dl")).containsText("Referral");
        jan.keyboard().press("Enter");
        Locator question = jan.getByRole(AriaRole.DIALOG);
        assertThat(question).containsText("Referral");
        assertThat(question).containsText("Fair");
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take theirs"))
                .click();
        assertThat(jan.locator("dl")).containsText("Referral");
        assertThat(http.get("/deals/" + id).text("/source")).isEqualTo("Referral");

        // Another field is no conflict, although the deal as a whole has changed.
        edit(anna, "Next step", "Call on Monday");
        anna.keyboard().press("Enter");
        assertThat(anna.locator("dl")).containsText("Call on Monday");
        edit(jan, "Source", "Fair");
        jan.keyboard().press("Enter");
        assertThat(anna.locator("dl")).containsText("Fair");
        assertThat(jan.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(http.get("/deals/" + id).text("/nextStep")).isEqualTo("Call on Monday");
    }

    private void open() {
        for (Page each : List.of(anna, jan)) {
            each.navigate("/deals/" + id);
            assertThat(each.getByRole(AriaRole.HEADING, named(TITLE))).isVisible();
        }
    }

    private static void edit(Page page, String field, String text) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit: " + field + "."))
                .click();
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type(text);
    }

    private static void carry(Page page, int stages) {
        page.locator("[data-card-face]").focus();
        page.keyboard().press("Space");
        for (int step = 0; step < stages; step++) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().press("Space");
    }

    private String stage(String name) {
        for (JsonNode stage : http.get("/pipelines").json().at("/0/stages")) {
            if (stage.path("name").asString().equals(name)) {
                return stage.path("id").asString();
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static Locator column(Page page, String name) {
        return page.getByRole(AriaRole.REGION, named(name));
    }
}
