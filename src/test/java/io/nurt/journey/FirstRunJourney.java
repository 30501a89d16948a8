package io.nurt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The first minutes. In a server of its own, for it must be one without any workspace. */
@TestPropertySource(properties = "nurt.journey=first-run")
class FirstRunJourney extends BrowserJourney {
    @Autowired
    CompanyFactory companies;

    @Test
    void theOneTimeLinkMakesTheFirstAdministratorAndNoSecondOne() {
        page.navigate("/");
        assertThat(page.getByRole(AriaRole.HEADING, named("Nurt is not set up yet")))
                .isVisible();

        String link = companies.setupLink();
        page.navigate(link);
        assertThat(page.getByLabel("Company or team")).isFocused();
        isAccessible();
        page.keyboard().type("Żuraw sp. z o.o.");
        page.keyboard().press("Tab");
        page.keyboard().type("Łucja Żak");
        page.keyboard().press("Tab");
        page.keyboard().type("lucja@example.com");
        page.keyboard().press("Tab");
        page.keyboard().type("short");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Use at least 10 characters").first()).isVisible();
        isAccessible();
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).focus();
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type(Company.PASSWORD);
        page.keyboard().press("Enter");

        Locator steps =
                page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHas(page.locator("h2")));
        assertThat(steps).hasCount(3);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Łucja");
        assertThat(page.url()).doesNotContain("setup");
        isAccessible();

        Page stranger = anotherPerson();
        stranger.navigate(link);
        assertThat(stranger.getByRole(AriaRole.HEADING, named("Nurt is already set up")))
                .isVisible();
        assertThat(stranger.getByLabel("Company or team")).hasCount(0);
    }
}
