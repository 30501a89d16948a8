package io.nurt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of one deal from its first call to its end and back, without ever touching the mouse. */
class KeyboardJourney extends BrowserJourney {
    private static final String TITLE = "Forklifts for the new hall";

    @Autowired
    CompanyFactory companies;

    @Test
    void aDealIsWonUndoneLostReopenedAndFoundByKeyboardAlone() {
        Company company = companies.make(port);
        Http http = company.administrator();
        signIn(company);
        press("g", "b");
        assertThat(column("New, 0 deals")).isVisible();

        createWithCompany();
        String id = http.get("/deals").text("/items/0/id");
        assertThat(http.get("/deals/" + id).text("/amount")).isEqualTo("12500.5");
        assertThat(http.get("/deals/" + id).text("/company/name")).isEqualTo("Baltic Logistics");

        giveNextStep();
        assertThat(http.get("/deals/" + id).text("/nextStepOn")).isEqualTo("2026-12-24");
        press("Escape");
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY, named("Deal"))).hasCount(0);

        carryAcrossTheBoard();
        assertThat(http.get("/deals/" + id).text("/stageId")).isEqualTo(stage(http, "Meeting"));

        editOnPanelAndPage(http, id);
        winAndTakeBack(http, id);
        loseWithReason(http, id);
        reopenThroughThePalette(http, id);
        findAgain();
    }

    private void createWithCompany() {
        press("c");
        assertThat(dialog().getByLabel("Title")).isFocused();
        type(TITLE);
        press("Shift+Tab");
        type("Baltic Logistics");
        assertThat(page.getByRole(AriaRole.OPTION)).hasText("Create “Baltic Logistics”");
        press("ArrowDown", "Enter");
        assertThat(dialog().getByLabel("Company")).isEnabled();
        tabTo(page, "Amount");
        type("12 500.50");
        press("ControlOrMeta+Enter");
        assertThat(panel().getByRole(AriaRole.HEADING, in(TITLE))).isVisible();
        assertThat(column("New, 1 deal")).containsText(TITLE);
    }

    private void giveNextStep() {
        press("s");
        assertThat(dialog().getByLabel("Next step")).isFocused();
        type("Call about the offer");
        press("Tab");
        type("24 Dec 2026");
        press("ControlOrMeta+Enter");
        assertThat(dialog()).hasCount(0);
        assertThat(column("New, 1 deal")).containsText("Call about the offer");
    }

    private void carryAcrossTheBoard() {
        // From nowhere in particular an arrow leads onto the board.
        press("ArrowDown");
        assertThat(card()).isFocused();
        press("Space", "ArrowRight", "Escape");
        assertThat(column("New, 1 deal")).containsText(TITLE);
        assertThat(card()).isFocused();
        press("Space", "ArrowRight", "ArrowRight", "Space");
        assertThat(column("Meeting, 1 deal")).containsText(TITLE);
        assertThat(page.getByText(TITLE + " is now in Meeting").first()).isVisible();
        assertThat(card()).isFocused();
    }

    private void editOnPanelAndPage(Http http, String id) {
        press("Enter");
        assertThat(panel()).isFocused();
        tabTo(page, "Edit: Source");
        press("Enter");
        type("Trade fair");
        press("Enter");
        assertThat(panel()).containsText("Trade fair");
        press("o");
        assertThat(page).hasURL(java.util.regex.Pattern.compile("/deals/" + id + "$"));
        tabTo(page, "Edit: Amount");
        press("Enter", "ControlOrMeta+A");
        type("20000");
        press("Enter");
        assertThat(page.locator("article")).containsText("20,000");
        assertThat(http.get("/deals/" + id).text("/amount")).isEqualTo("20000");
        assertThat(http.get("/deals/" + id).text("/source")).isEqualTo("Trade fair");
    }

    private void winAndTakeBack(Http http, String id) {
        press("w");
        assertThat(dialog().getByLabel("Final amount")).isFocused();
        press("ControlOrMeta+Enter");
        assertThat(page.getByText(TITLE + " is won").first()).isVisible();
        assertThat(http.get("/deals/" + id).text("/status")).isEqualTo("won");
        assertThat(http.get("/deals/" + id).text("/amount")).isEqualTo("20000");
        press("ControlOrMeta+z");
        assertThat(page.getByText("Taken back")).isVisible();
        assertThat(http.get("/deals/" + id).text("/status")).isEqualTo("open");
        assertThat(http.get("/deals/" + id).text("/stageId")).isEqualTo(stage(http, "Meeting"));
    }

    private void loseWithReason(Http http, String id) {
        assertThat(page.getByRole(AriaRole.BUTTON, named("Mark as lost…"))).isVisible();
        press("l");
        assertThat(dialog().getByLabel("No decision")).isFocused();
        press("ArrowDown");
        assertThat(dialog().getByLabel("Lost to a competitor")).isChecked();
        press("Tab");
        type("Chose");
        assertThat(page.getByRole(AriaRole.OPTION, named("Chose a competitor"))).isVisible();
        press("ArrowDown", "Enter");
        press("Tab");
        type("Toyoda");
        press("ControlOrMeta+Enter");
        assertThat(page.getByText(TITLE + " is lost").first()).isVisible();
        var deal = http.get("/deals/" + id);
        assertThat(deal.text("/status")).isEqualTo("lost");
        assertThat(deal.text("/outcome")).isEqualTo("competitor");
        assertThat(deal.text("/lostReason/name")).isEqualTo("Chose a competitor");
        assertThat(deal.text("/competitor")).isEqualTo("Toyoda");
    }

    private void reopenThroughThePalette(Http http, String id) {
        // Typed while the palette is still on its way: none of the letters may act as a shortcut.
        press("ControlOrMeta+k");
        type("reopen");
        assertThat(page.getByRole(AriaRole.COMBOBOX, named("Search and commands")))
                .hasValue("reopen");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Reopen…");
        press("Enter");
        assertThat(dialog()).containsText("Reopen " + TITLE);
        press("1");
        assertThat(page.getByText(TITLE + " is open again").first()).isVisible();
        var deal = http.get("/deals/" + id);
        assertThat(deal.text("/status")).isEqualTo("open");
        assertThat(deal.text("/archivedAt")).isEmpty();
        assertThat(deal.text("/stageId")).isEqualTo(stage(http, "New"));
    }

    private void findAgain() {
        press("g", "h");
        press("/");
        type("forklifts");
        Locator found = page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(TITLE));
        assertThat(found).isVisible();
        press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named(TITLE))).isVisible();
    }

    private static String stage(Http http, String name) {
        for (var stage : http.get("/pipelines").json().at("/0/stages")) {
            if (stage.path("name").asString().equals(name)) {
                return stage.path("id").asString();
            }
        }
        throw new IllegalArgumentException(name);
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private Locator panel() {
        return page.getByRole(AriaRole.COMPLEMENTARY, named("Deal"));
    }

    private Locator column(String name) {
        return page.getByRole(AriaRole.REGION, named(name));
    }

    private Locator card() {
        return page.locator("[data-card-face]");
    }

    private static Locator.GetByRoleOptions in(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
