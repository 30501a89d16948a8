package io.nurt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.nurt.identity.internal.Company;
import io.nurt.testing.NurtTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
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

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String FOCUSED = """
            () => {
              const at = document.activeElement;
              const label = at.labels?.[0]?.textContent ?? '';
              return (at.getAttribute('aria-label') ?? label) || at.textContent.trim();
            }""";

    @LocalServerPort
    int port;

    private Playwright playwright;
    private Browser browser;
    private final List<Page> pages = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    protected Page page;

    /** Where only the log is kept, it has to say what stood on the screen. */
    @RegisterExtension
    final AfterTestExecutionCallback told = test -> test.getExecutionException()
            .ifPresent(failure -> pages.forEach(each ->
                    System.err.println(each.url() + "\n" + each.locator("body").ariaSnapshot())));

    @BeforeAll
    void startBrowser() {
        assertThat(getClass().getResource("/static/index.html"))
                .as("the web application must be built first: make web")
                .isNotNull();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
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
        page = anotherPerson();
    }

    /** A browser of its own, as another person at another desk has. */
    protected Page anotherPerson() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(1440, 900));
        Page opened = context.newPage();
        opened.setDefaultTimeout(20_000);
        opened.onPageError(broken::add);
        pages.add(opened);
        return opened;
    }

    @AfterEach
    void closePages(TestInfo test) {
        String name = test.getDisplayName().replaceAll("\\W+", "_");
        for (Page each : pages) {
            String file = name + (each == page ? "" : "-" + pages.indexOf(each)) + ".png";
            each.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/journeys", file)));
            each.context().close();
        }
        pages.clear();
        assertThat(broken).as("errors in the browser").isEmpty();
    }

    @AfterAll
    void stopBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Signs the administrator in as a person does. */
    protected void signIn(Company company) {
        signIn(page, company.email());
    }

    /** By keyboard alone: the form has the focus when it opens. */
    protected static void signIn(Page page, String email) {
        page.navigate("/");
        PlaywrightAssertions.assertThat(page.getByLabel("E-mail").first()).isFocused();
        page.keyboard().type(email);
        page.keyboard().press("Tab");
        page.keyboard().type(Company.PASSWORD);
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.NAVIGATION).first())
                .isVisible();
    }

    /** Presses Tab until the focus stands on what is named so. */
    protected static void tabTo(Page page, String name) {
        Object found = null;
        for (int presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            found = page.evaluate(FOCUSED);
            if (String.valueOf(found).startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("no way by keyboard to \"" + name + "\"; the last stop was \"" + found + "\"");
    }

    protected static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** What axe finds on the page as it is now: nothing. */
    protected void isAccessible() {
        assertThat(violations()).as(page.url()).isEmpty();
    }

    protected List<String> violations() {
        return named(new AxeBuilder(page).withTags(RULES));
    }

    /** What axe finds: each rule with the first few places. */
    protected static List<String> named(AxeBuilder axe) {
        // No frames here, so no second page is needed to put their findings together.
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .map(found -> found.getId() + ": "
                        + found.getNodes().stream()
                                .map(CheckedNode::getHtml)
                                .distinct()
                                .limit(4)
                                .toList())
                .toList();
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
