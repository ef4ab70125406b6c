package io.tummler.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.chat.sandbox.Chromium;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole loop as a newcomer walks it: in the sandbox's page, step by step as its guide says. With
 * {@code -Dscreenshots=docs/img} it also takes the pictures of the README.
 */
@QuarkusTest
@TestProfile(PageLoopTest.OwnCommunity.class)
class PageLoopTest {
    private static final Optional<Path> ALBUM =
            Optional.ofNullable(System.getProperty("screenshots")).map(Path::of);

    private static Chromium chromium;

    @TestHTTPResource("/sandbox")
    String address;

    /** A community in which nobody has said anything yet. */
    public static class OwnCommunity extends SandboxProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var overrides = new LinkedHashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.datasource.jdbc.url", database("page"));
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

    @AfterEach
    void close_windows() {
        chromium.closeWindows();
    }

    private SandboxWindow window() {
        return new SandboxWindow(chromium.window(address, SandboxWindow.WIDTH_PX, ColorScheme.LIGHT), ALBUM);
    }

    private static void join(SandboxWindow window, String username, String... purposes) {
        window.be(username);
        window.enter("introductions");
        assertThat(window.run("join")).containsText("nothing is on until you say so");
        for (String purpose : purposes) {
            window.press("Allow " + purpose);
            assertThat(window.newest()).containsText("Stop " + purpose);
        }
    }

    /** Opens the direct messages of the bot, the newest of which has these words. */
    private static void hears(SandboxWindow window, String words) {
        window.enterConversationWithTheBot();
        assertThat(window.newest()).containsText(words);
    }

    @Test
    void a_newcomer_walks_the_loop_as_the_guide_says() {
        SandboxWindow window = window();

        assertThat(window.step()).containsText("As Ben Okafor, type /join and press “Allow introductions”");
        join(window, "ben", "introductions", "direct messages");
        window.stepDone();

        assertThat(window.step()).containsText("As Ada Moreau, type /join and allow the same, and tasks");
        join(window, "ada", "introductions", "direct messages", "tasks");
        window.photograph("1-join");
        window.enter("kitchen");
        window.run("offer", "what", "Sourdough lessons, with a starter to take home");
        assertThat(window.newest()).containsText("You can give: Sourdough lessons, with a starter to take home");
        window.stepDone();

        assertThat(window.step()).containsText("“A patient teacher for a first sourdough loaf”. Press “Ask them”");
        window.be("ben");
        window.enter("kitchen");
        window.run("ask", "what", "A patient teacher for a first sourdough loaf");
        assertThat(window.newest()).containsText("One person here could help");
        window.photograph("2-ask");
        window.press("Ask them");
        assertThat(window.newest()).containsText("I am asking now");
        window.stepDone();

        assertThat(window.step()).containsText("press “Yes, introduce us”");
        window.be("ada");
        hears(window, "Somebody here could use your help: A patient teacher for a first sourdough loaf");
        assertThat(window.newest()).not().containsText("Ben");
        window.photograph("3-helper");
        window.press("Yes, introduce us");
        assertThat(window.newest()).containsText("I now ask the other side");
        assertThat(window.threads()).hasCount(0);
        window.stepDone();

        assertThat(window.step()).containsText("press “Yes, bring us together”");
        window.be("ben");
        hears(window, "Somebody would help you with: A patient teacher for a first sourdough loaf");
        assertThat(window.newest()).not().containsText("Ada");
        window.photograph("4-asker");
        window.press("Yes, bring us together");
        assertThat(window.newest()).containsText("You both said yes");
        window.threads().click();
        assertThat(window.newest()).containsText("@Ben Okafor, meet @Ada Moreau");
        window.say("Three starters have died on me, the last one smelled of paint.");
        window.be("ada");
        window.threads().click();
        window.say("Then it was only hungry. Come to the hatch on Tuesday at six, and bring the jar.");
        window.photograph("5-thread");
        window.be("ben");
        window.threads().click();
        window.run("thanks", "member", "Ada Moreau", "for", "the starter, and the patience");
        assertThat(window.newest()).containsText("Your thanks are on their way to @Ada Moreau");
        window.stepDone();

        assertThat(window.step()).containsText("press “It helped me”");
        window.forward("P3D");
        hears(window, "How did it go with @Ada Moreau?");
        window.photograph("6-check-in");
        window.press("It helped me");
        assertThat(window.newest()).containsText("That is good to hear");
        window.stepDone();

        assertThat(window.step()).containsText("look at /me, and at /tasks");
        window.be("ada");
        window.enter("introductions");
        assertThat(window.run("me")).containsText("You have 9 credits");
        window.photograph("7-me", 1120);
        window.enter("money-matters");
        assertThat(window.run("tasks")).containsText("Bake one loaf with our new spelt flour");
        window.photograph("8-tasks");
        window.stepDone();

        window.be("ben");
        window.enter("money-matters");
        assertThat(window.messages()).hasCount(2);
        assertThat(window.run("tasks")).not().containsText("Corner Oven");

        window.be("chiara");
        assertThat(window.threads()).hasCount(0);
        assertThat(window.conversationWithTheBot()).hasCount(0);
        for (String channel : List.of("introductions", "kitchen", "money-matters")) {
            window.enter(channel);
            assertThat(window.messages().filter(new Locator.FilterOptions().setHasText("Tummler")))
                    .hasCount(0);
        }
    }
}
