package io.nurt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every main screen, with a company's worth of data in it: light and dark, wide and 390 px, in both languages. */
class AccessibilityJourney extends BrowserJourney {
    private static final List<String> SETTINGS = List.of(
            "", "/profile", "/security", "/tokens", "/people", "/workspace", "/audit", "/pipelines", "/custom-fields");

    @Autowired
    CompanyFactory companies;

    private final List<String> found = new ArrayList<>();

    @Test
    void axeFindsNothingOnAnyScreenInLightAndDarkWideAndNarrow() {
        page.navigate("/sign-in");
        assertThat(page.getByLabel("E-mail")).isFocused();
        look("sign-in");

        Company company = companies.make(port);
        Http http = company.administrator();
        assertThat(http.post("/demo", Map.of()).status()).isLessThan(300);
        signIn(company);
        foreseen(http);
        String deal = http.get("/deals?status=open&limit=1").text("/items/0/id");
        List<String> screens = new ArrayList<>(List.of(
                "/",
                "/board",
                "/board?deal=" + deal,
                "/deals",
                "/deals/" + deal,
                "/companies",
                "/companies/" + http.get("/companies?limit=1").text("/items/0/id"),
                "/contacts",
                "/contacts/" + http.get("/contacts?limit=1").text("/items/0/id"),
                "/insights",
                "/forecast",
                "/forecast/call",
                "/forecast/record",
                "/finance",
                "/import"));
        SETTINGS.forEach(section -> screens.add("/settings" + section));
        int n = 0;
        for (String screen : screens) {
            // Every second screen in the other language, so that each kind of control is seen in both.
            http.patch("/me", Map.of("language", n++ % 2 == 0 ? "en" : "pl"));
            page.navigate(screen);
            assertThat(page.locator("main h1, main h2").first()).isVisible();
            assertThat(page.locator("main [aria-busy=true]")).hasCount(0);
            look(screen);
        }
        merging(http);
        assertThat(found).isEmpty();
    }

    /** Two companies that are the same, and the question which of their answers stay. */
    private void merging(Http http) {
        http.patch("/me", Map.of("language", "en"));
        String one = company(http, "West Mill", "Food");
        company(http, "West Mill Ltd", "Milling");
        page.navigate("/companies/" + one);
        page.getByRole(AriaRole.BUTTON, named("Merge with")).first().click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        look("merge dialog");
    }

    private static String company(Http http, String name, String industry) {
        Map<String, String> facts =
                Map.of("name", name, "industry", industry, "website", "https://westmill.example.com");
        return http.post("/companies", facts).text("/id");
    }

    /** Models and futures, so that the forecast's screens show more than that there is nothing yet. */
    private static void foreseen(Http http) {
        for (JsonNode pipeline : http.get("/pipelines").json()) {
            done(http, "/forecast/models?pipeline=" + pipeline.get("id").asString());
        }
        done(http, "/forecast/simulations");
    }

    private static void done(Http http, String path) {
        String run = http.post(path, Map.of()).text("/id");
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> http.get("/forecast/runs/" + run).text("/status"), "done"::equals);
    }

    /** All rules wide in light and narrow in dark; of the other two pairs only contrast can differ. */
    private void look(String screen) {
        as(1440, ColorScheme.LIGHT);
        note(screen + " wide light", violations());
        as(1440, ColorScheme.DARK);
        note(screen + " wide dark", contrast());
        as(390, ColorScheme.DARK);
        note(screen + " narrow dark", violations());
        as(390, ColorScheme.LIGHT);
        note(screen + " narrow light", contrast());
        as(1440, ColorScheme.LIGHT);
    }

    private void as(int width, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, width < 600 ? 844 : 900);
        assertThat(page.locator("html"))
                .hasAttribute("data-mantine-color-scheme", scheme.name().toLowerCase(java.util.Locale.ROOT));
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(page.locator("main").first()).isVisible();
    }

    private void note(String where, List<String> violations) {
        violations.forEach(each -> found.add(where + " " + each));
    }

    private List<String> contrast() {
        return named(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }
}
