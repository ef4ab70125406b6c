package io.tummler.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.chat.sandbox.Chromium;
import io.tummler.chat.sandbox.Sandbox;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The story mode: the page plays the whole loop by itself, with the bot as it is. */
@QuarkusTest
@TestProfile(PageStoryTest.OwnCommunity.class)
class PageStoryTest {
    private static final double BEAT_MS_MAX = 60_000;

    private static Chromium chromium;

    @Inject
    SandboxHost host;

    @TestHTTPResource("/sandbox")
    String address;

    private Sandbox sandbox;

    public static class OwnCommunity extends SandboxProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var overrides = new LinkedHashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.datasource.jdbc.url", database("story"));
            // Less than the story waits for an answer.
            overrides.put("tummler.sandbox.patience", "PT10S");
            return overrides;
        }
    }

    @BeforeAll
    static void open_a_browser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close_it() {
        if (chromium != null) chromium.close();
    }

    @BeforeEach
    void the_bot_is_there() {
        sandbox = host.sandbox().orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.commands().contains("join"));
    }

    @AfterEach
    void close_windows() {
        sandbox.faults().clear();
        chromium.closeWindows();
    }

    private static Locator story(Page page) {
        return page.locator("#story");
    }

    /** Opens the story, held at its first caption. */
    private Page held(int width, ColorScheme colours) {
        Page page = chromium.window(address, width, colours);
        if (width < 1100) page.locator("#guide summary").click();
        page.getByTestId("story-open").click();
        // It must not go on by itself before it is held, however slow the machine is.
        page.clock().install();
        page.clock().pauseAt(System.currentTimeMillis() + 1_000);
        page.getByTestId("story-confirm").click();
        page.getByTestId("story-pause").click();
        assertThat(page.getByTestId("story-pause")).hasText("Go on");
        assertThat(page.getByTestId("story-next")).isEnabled();
        page.clock().resume();
        return page;
    }

    /** Goes on beat by beat until the story is over, and gives the titles that it had. */
    private static Set<String> playOut(Page page, String look) {
        Set<String> titles = new LinkedHashSet<>();
        Locator next = page.getByTestId("story-next");
        for (int beat = 1; !over(page); beat++) {
            titles.add(page.getByTestId("story-title").textContent());
            Chromium.photograph(page, "story-" + look + "-" + beat);
            String before = at(page);
            next.click();
            page.waitForCondition(
                    () -> over(page) || next.isEnabled() && !at(page).equals(before),
                    new Page.WaitForConditionOptions().setTimeout(BEAT_MS_MAX));
        }
        return titles;
    }

    private static String at(Page page) {
        return story(page).locator("small").textContent();
    }

    private static boolean over(Page page) {
        return Set.of("done", "missing").contains(story(page).getAttribute("data-state"));
    }

    @Test
    void the_whole_loop_plays_by_itself_and_once_more_from_the_start() {
        Page page = held(1280, ColorScheme.LIGHT);

        Set<String> titles = playOut(page, "1280-light");

        assertThat(page.getByTestId("story-title")).hasText("That was the loop");
        assertThat(titles).contains("A clean start", "Consent", "They meet", "Three days later", "A favour asked");
        assertThat(page.getByTestId("message").last()).containsText("Bake one loaf with our new spelt flour");
        assertThat(sandbox.persona("ada").threads())
                .singleElement()
                .satisfies(thread -> assertThat(thread.messages())
                        .extracting(it -> it.content())
                        .anyMatch(it -> it.startsWith("Three starters have died")));

        page.getByTestId("story-pause").click();
        page.getByTestId("story-pause").click();
        playOut(page, "again");

        assertThat(page.getByTestId("story-title")).hasText("That was the loop");
        assertThat(sandbox.persona("ada").threads()).hasSize(1);
    }

    @Test
    void it_plays_on_a_phone_in_the_dark_and_stops_when_it_is_told_to() {
        Page page = held(390, ColorScheme.DARK);
        assertThat(page.getByTestId("story-caption")).containsText("have never met");
        page.getByTestId("story-pause").click();
        assertThat(page.getByTestId("story-title")).hasText("Consent");
        assertThat(page.getByTestId("message").last()).containsText("nothing is on until you say so");
        Chromium.photograph(page, "story-390-dark");

        page.getByTestId("story-stop").click();

        assertThat(story(page)).isHidden();
        assertThat(page.getByTestId("composer")).isEditable();
    }

    @Test
    void it_says_clearly_what_did_not_come() {
        Page page = held(1280, ColorScheme.DARK);
        sandbox.faults().answer("POST", "/callback$", 500, 1);

        page.getByTestId("story-next").click();

        assertThat(story(page)).hasAttribute("data-state", "missing");
        assertThat(page.getByTestId("story-caption")).containsText("did not come");
        assertThat(page.getByTestId("story-caption")).containsText("The story stops here.");
        Chromium.photograph(page, "story-missing");
    }
}
