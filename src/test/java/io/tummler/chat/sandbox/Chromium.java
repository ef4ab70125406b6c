package io.tummler.chat.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser to look at the sandbox's page with. A test that wants one is skipped where there is no Chromium. */
public final class Chromium implements AutoCloseable {
    static final int WIDE_PX = 1280;
    static final int NARROW_PX = 390;
    private static final int HEIGHT_PX = 800;
    private static final double PATIENCE_MS = 20_000;
    private static final Optional<Path> ALBUM =
            Optional.ofNullable(System.getProperty("screenshots")).map(Path::of);

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    public static Chromium open() {
        Optional<Path> chromium = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(chromium.isPresent(), "no chromium on the PATH, so the page is not looked at; see .ci/run");
        return new Chromium(chromium.orElseThrow());
    }

    /** A window of a browser of its own, with nothing remembered. */
    public Page window(String address, int widthPx, ColorScheme colours) {
        return tab(context(widthPx, colours, widthPx == NARROW_PX), address);
    }

    Page window(String address) {
        return window(address, WIDE_PX, ColorScheme.LIGHT);
    }

    BrowserContext context(int widthPx, ColorScheme colours, boolean touch) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(widthPx, HEIGHT_PX)
                .setColorScheme(colours)
                .setLocale("en-GB")
                .setHasTouch(touch)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MS);
        context.addInitScript(script("layout-shifts.js"));
        return context;
    }

    /** A further window of the same browser. */
    Page tab(BrowserContext context, String address) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(address.replaceAll("/sandbox.*", ""))
                    && !request.url().startsWith("data:")) complaints.add("asked the network for " + request.url());
        });
        page.navigate(address);
        assertThat(complaints).isEmpty();
        page.locator("html[data-ready=true]").waitFor();
        assertThat(page.locator("#status")).containsText("Type / for commands");
        return page;
    }

    /** Keeps a picture, where the system property {@code screenshots} names a folder. */
    public static void photograph(Page page, String name) {
        ALBUM.ifPresent(folder ->
                page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("page-" + name + ".png"))));
    }

    /** How much moved by itself so far: Chromium's cumulative layout shift. */
    static double layoutShift(Page page) {
        return ((Number) page.evaluate("() => window.layoutShift")).doubleValue();
    }

    /** What of the text and signs in sight has too little contrast, one line each. */
    @SuppressWarnings("unchecked")
    static List<String> paleTexts(Page page) {
        return (List<String>) page.evaluate(script("contrast.js"));
    }

    static void assertNothingOverflows(Page page) {
        assertThat(page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth"))
                .as("px to scroll sideways")
                .isEqualTo(0);
        assertThat((List<?>) page.evaluate(script("overflow.js")))
                .as("what sticks out of the window")
                .isEmpty();
    }

    /**
     * Closes all windows, and fails if a page said anything on its console, failed, or asked for anything elsewhere.
     * To be called while the sandbox is still there, whose end every page would complain of.
     */
    public void closeWindows() {
        List<String> said = List.copyOf(complaints);
        // A request that a test holds back may come in while its window closes.
        browser.contexts().forEach(context -> context.pages().forEach(Page::unrouteAll));
        browser.contexts().forEach(BrowserContext::close);
        complaints.clear();
        assertThat(said).as("what pages complained of").isEmpty();
    }

    /** Forgets what pages complained of with good reason, such as what a test has refused them. */
    void forgive(String reason) {
        complaints.removeIf(it -> it.contains(reason));
    }

    private static String script(String name) {
        try (InputStream in = Chromium.class.getResourceAsStream("/sandbox/look/" + name)) {
            if (in == null) throw new IllegalStateException(name + " is not there");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
