package io.nurt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The main job: a company brings its real deals through the screens, reads true figures, and can take it all back. */
class ImportJourney extends BrowserJourney {
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(180_000);

    @Autowired
    CompanyFactory companies;

    @Test
    void fourFilesBecomeAPipelineWithTrueFiguresAndCanBeTakenBack() {
        Path files = datasets().resolve("maven-crm");
        assumeTrue(Files.isDirectory(files), "the folder of data sets is not beside the project: journey skipped");
        Company company = companies.make(port);
        signIn(company);
        Http http = company.administrator();

        page.navigate("/import");
        page.locator("input[type=file]")
                .first()
                .setInputFiles(Stream.of("accounts", "products", "sales_teams", "sales_pipeline")
                        .map(name -> files.resolve(name + ".csv"))
                        .toArray(Path[]::new));
        assertThat(page.getByText("8,800 rows").first()).isVisible(PATIENTLY);
        isAccessible();
        step("Clean-up");
        assertThat(page.getByText("GTXPro").first()).isVisible(PATIENTLY);
        assertThat(page.getByText("1,480 rows").first()).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Unify all")).click();
        isAccessible();
        step("Check and run");
        Locator run = page.getByRole(AriaRole.BUTTON, named("Run the import"));
        assertThat(run).isVisible(PATIENTLY);
        isAccessible();
        run.click();
        assertThat(page.getByText("8,927 rows worked through")).isVisible(PATIENTLY);

        figuresAreTrue(http);
        page.navigate("/insights");
        for (String figure : List.of("63.15", "4,238", "2,473", "2,089", "57")) {
            assertThat(page.getByText(figure).first()).isVisible(PATIENTLY);
        }

        page.navigate("/import");
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("accounts"))
                .first()
                .click();
        page.getByRole(AriaRole.BUTTON, named("Undo the import")).click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo the import"))
                .click();
        assertThat(page.getByText("Nothing of it is left.")).isVisible(PATIENTLY);
        assertThat(http.get("/deals").json().at("/items").size()).isZero();
        assertThat(http.get("/companies").json().at("/items").size()).isZero();
        assertThat(http.get("/users").json().size()).isEqualTo(1);
    }

    private void figuresAreTrue(Http http) {
        JsonNode summary = http.get("/insights/summary").json();
        assertThat(summary.at("/wonCount/value").asInt()).isEqualTo(4238);
        assertThat(summary.at("/lostCount/value").asInt()).isEqualTo(2473);
        assertThat(summary.at("/openCount/value").asInt()).isEqualTo(2089);
        assertThat(summary.at("/winRateClosed/value").asDouble()).isEqualTo(0.6315, within());
        assertThat(summary.at("/wonValue/value").asString()).isEqualTo("10005534");
        assertThat(summary.at("/averageDeal/value").asString()).startsWith("2360.9");
        assertThat(summary.at("/medianDeal/value").asString()).isEqualTo("1117");
        assertThat(summary.at("/cycleWon/median").asDouble()).isEqualTo(57);
        assertThat(summary.at("/cycleWon/p80").asDouble()).isEqualTo(93);
        assertThat(summary.at("/cycleLost/median").asDouble()).isEqualTo(14);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.00005);
    }

    private void step(String name) {
        page.getByRole(AriaRole.NAVIGATION)
                .or(page.locator("main"))
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
    }

    private static Path datasets() {
        String named = System.getenv("NURT_DATASETS");
        return Path.of(named == null ? "../shared/datasets" : named);
    }
}
