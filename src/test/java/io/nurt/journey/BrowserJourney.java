package io.nurt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.nurt.testing.NurtTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser on a running server. A journey that fails leaves a picture below target/journeys. */
@NurtTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserJourney {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @LocalServerPort
    int port;

    private Playwright playwright;
    private Browser browser;
    private BrowserContext context;
    protected Page page;

    @BeforeAll
    void startBrowser() {
        assertThat(getClass().getResource("/static/index.html"))
                .as("the web application must be built first: make web")
                .isNotNull();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(FLAGS));
    }

    @BeforeEach
    void openPage() {
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setLocale("en-GB")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(1440, 900));
        page = context.newPage();
        page.setDefaultTimeout(20_000);
    }

    @AfterEach
    void closePage(org.junit.jupiter.api.TestInfo test) {
        Path picture = Path.of("target/journeys", test.getDisplayName().replaceAll("\\W+", "_") + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        context.close();
    }

    @AfterAll
    void stopBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Signs the administrator in as a person does. */
    protected void signIn(io.nurt.identity.internal.Company company) {
        page.navigate("/");
        page.getByLabel("E-mail").first().fill(company.email());
        page.getByLabel("Password").first().fill(io.nurt.identity.internal.Company.PASSWORD);
        page.keyboard().press("Enter");
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                        page.getByRole(com.microsoft.playwright.options.AriaRole.NAVIGATION)
                                .first())
                .isVisible();
    }

    protected static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** What axe finds on the page as it is now: nothing. */
    protected void isAccessible() {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream().map(v -> v.getId() + ": " + v.getNodes()).toList())
                .as(page.url())
                .isEmpty();
    }

    private static Path chromium() {
        String named = System.getenv("NURT_TEST_CHROMIUM");
        return Stream.of(named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> path != null && !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: run bin/install-browser"));
    }
}
