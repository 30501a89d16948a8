package io.nurt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several deals at once: picked on the board by mouse and by keyboard, sifted by risk, put into groups with true sums. */
class SeveralDealsJourney extends BrowserJourney {
    @Autowired
    CompanyFactory companies;

    private Http http;

    @BeforeEach
    void threeDeals() {
        Company company = companies.make(port);
        http = company.administrator();
        deal("Pumps", Map.of("amount", "1000", "source", "Fair"));
        deal("Valves", Map.of("amount", "200", "source", "Fair", "nextStep", "Call", "nextStepOn", "2020-01-02"));
        deal(
                "Pipes",
                Map.of(
                        "nextStep",
                        "Write",
                        "nextStepOn",
                        LocalDate.now().plusDays(9).toString()));
        signIn(company);
    }

    @Test
    void cardsAreCaughtWithABandArchivedTogetherAndBroughtBack() {
        page.navigate("/board");
        Locator column = page.getByRole(AriaRole.REGION, named("New, 3 deals"));
        assertThat(page.locator("[data-card]")).hasCount(3);
        BoundingBox box = column.boundingBox();
        page.mouse().move(box.x + box.width - 4, box.y + box.height - 60);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().move(box.x + 30, box.y + 90);
        page.mouse().up();
        Locator bar = page.getByRole(AriaRole.REGION, named("With the picked deals"));
        assertThat(bar).containsText("3 picked");
        isAccessible();
        bar.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Archive"))
                .click();
        assertThat(page.locator("[data-card]")).hasCount(0);
        assertThat(http.get("/deals?state=archived").json().path("items").size())
                .isEqualTo(3);
        page.keyboard().press("ControlOrMeta+z");
        assertThat(page.locator("[data-card]")).hasCount(3);
        assertThat(http.get("/deals").json().path("items").size()).isEqualTo(3);
    }

    @Test
    void cardsArePickedWithXAndSiftedByWhatIsWrongWithThem() {
        page.navigate("/board");
        assertThat(page.locator("[data-card]")).hasCount(3);
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[data-card-face]").first()).isFocused();
        page.keyboard().press("x");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[data-card-face]").nth(1)).isFocused();
        page.keyboard().press("x");
        assertThat(page.getByText("2 picked")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByText("2 picked")).hasCount(0);

        page.getByRole(AriaRole.BUTTON, named("At risk")).click();
        page.getByRole(AriaRole.MENUITEMCHECKBOX, named("Next step overdue")).click();
        assertThat(page.locator("[data-card]")).hasCount(1);
        assertThat(page.getByRole(AriaRole.REGION, named("New, 1 deal"))).containsText("Valves");
        page.getByRole(AriaRole.MENUITEMCHECKBOX, named("No next step")).click();
        assertThat(page.getByRole(AriaRole.REGION, named("New, 2 deals"))).containsText("Pumps");
    }

    @Test
    void theListIsPutIntoGroupsWithTheSumsOfAllTheirDeals() {
        page.navigate("/deals?group=source");
        Locator fair = page.getByRole(AriaRole.REGION, named("Fair"));
        Locator none = page.getByRole(AriaRole.REGION, named("No source"));
        assertThat(fair.getByRole(AriaRole.BUTTON).first()).containsText("2 deals");
        assertThat(fair.getByRole(AriaRole.BUTTON).first()).containsText("1,200");
        assertThat(fair).containsText("Valves");
        assertThat(none).containsText("1 deal without a value");
        assertThat(none).not().containsText("Pipes");
        none.getByRole(AriaRole.BUTTON).first().click();
        assertThat(none).containsText("Pipes");
        isAccessible();
    }

    private void deal(String title, Map<String, String> fields) {
        Map<String, String> body = new HashMap<>(fields);
        body.put("title", title);
        body.put("currency", "PLN");
        assertThat(http.post("/deals", body).status()).isEqualTo(201);
    }
}
