package io.tummler.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.chat.sandbox.Chromium;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What members see, in the sandbox's page. With {@code -Dscreenshots=docs/img} it also takes the pictures of
 * docs/members.md.
 */
@QuarkusTest
@TestProfile(PageMembersTest.OwnCommunity.class)
class PageMembersTest {
    private static final Optional<Path> ALBUM =
            Optional.ofNullable(System.getProperty("screenshots")).map(Path::of);

    /** As high as the longest answer. */
    private static final int HEIGHT_PX = 1_700;

    private static final int PHONE_PX = 390;
    private static final String PURPOSES_OF_TWO = "introductions, direct messages";

    private static Chromium chromium;

    @Inject
    SandboxHost host;

    @TestHTTPResource("/sandbox")
    String address;

    @TestHTTPResource("/privacy")
    String privacy;

    private Sandbox sandbox;
    private Page page;
    private SandboxWindow window;

    public static class OwnCommunity extends SettingsProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.datasource.jdbc.url", database("page-members"));
            overrides.put("tummler.public-url", "https://bot.example.org/");
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
    void a_window() {
        sandbox = host.sandbox().orElseThrow();
        page = chromium.window(address, SandboxWindow.WIDTH_PX, ColorScheme.LIGHT);
        window = new SandboxWindow(page, ALBUM);
        page.setViewportSize(SandboxWindow.WIDTH_PX, HEIGHT_PX);
    }

    @AfterEach
    void close_windows() {
        chromium.closeWindows();
    }

    private static void joins(Persona person) {
        var panel = person.runs("join").answer();
        for (String purpose : PURPOSES_OF_TWO.split(", "))
            panel = person.presses(panel, "Allow " + purpose).answer();
    }

    private void hears(String words) {
        window.enterConversationWithTheBot();
        assertThat(window.newest()).containsText(words);
    }

    @Test
    void two_find_each_other_from_the_welcome_to_whether_once_more() throws IOException {
        window.be("lev");
        window.enter("general");
        Path file = SettingsProfile.FOLDER.resolve("community.yaml");
        String shipped = Files.readString(file);
        Files.writeString(file, shipped.replace("# welcome-channel:", "welcome-channel:"));
        try {
            assertThat(window.run("tummler config reload")).containsText("welcome-channel");
            assertThat(window.run("tummler welcome")).containsText("I am posting it in");
        } finally {
            Files.writeString(file, shipped);
        }
        window.be("ben");
        window.enter("welcome");
        assertThat(window.newest()).containsText("Hello. I introduce members");
        window.photograph("member-welcome", window.newest());
        window.press("See what I may do for you");
        assertThat(window.newest()).containsText("nothing is on until you say so");
        window.press("Allow introductions");
        assertThat(window.newest()).containsText("Introductions (on)");
        window.press("Allow direct messages");
        assertThat(window.newest()).containsText("Direct messages (on)");
        window.photograph("member-join", window.newest());

        Persona ada = sandbox.persona("ada");
        joins(ada);
        ada.runs("offer", Map.of("what", "Sourdough lessons, with a starter to take home"))
                .answer();
        assertThat(window.run("ask", "what", "A patient teacher for a first sourdough loaf", "until", "in-a-month"))
                .containsText("One person here could help");
        window.photograph("member-ask", window.newest());
        window.press("Ask them");
        assertThat(window.newest()).containsText("I am asking now");

        window.be("ada");
        hears("Somebody here could use your help: A patient teacher");
        window.photograph("member-helper", window.newest());
        onAPhoneInTheDark(ada);
        window.press("Yes, introduce us");
        assertThat(window.newest()).containsText("I now ask the other side");
        window.be("ben");
        hears("Somebody would help you with: A patient teacher");
        window.press("Yes, bring us together");
        window.threads().click();
        assertThat(window.newest()).containsText("@Ben Okafor, meet @Ada Moreau");
        window.photograph("member-thread", window.newest());

        window.forward("P3D");
        hears("How did it go with @Ada Moreau?");
        window.photograph("member-check-in", window.newest());
        window.press("It helped me");
        assertThat(window.newest()).containsText("together again, should it fit?");
        window.photograph("member-again", window.newest());
        window.press("Yes, any time");
        assertThat(window.newest()).containsText("Gladly noted");

        window.enter("introductions");
        assertThat(window.run("me")).containsText("What I hold about you");
        window.photograph("member-me", window.newest());
        assertThat(window.run("report", "what", "Sends me adverts for flour.", "who", "Ada Moreau"))
                .containsText("I am passing it on to the moderators' channel");
        window.photograph("member-report", window.newest());
    }

    /** Whoever opens the page first is Ada. */
    private void onAPhoneInTheDark(Persona ada) {
        Page phone = chromium.window(address + "#" + ada.dms().getLast().channelId(), PHONE_PX, ColorScheme.DARK);
        assertThat(phone.getByTestId("message").last()).containsText("Yes, introduce us");
        ALBUM.ifPresent(folder ->
                phone.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("member-helper-phone.png"))));
        phone.close();
    }

    @Test
    void somebody_is_helped_while_typing_and_decides_who_asks_them_and_how_often() {
        window.be("chiara");
        window.enter("general");
        assertThat(window.run("help")).containsText("To begin");
        window.photograph("member-help", window.newest());
        joins(sandbox.persona("chiara"));

        window.enter("money-matters");
        page.getByTestId("composer").fill("/profile");
        page.getByTestId("command-profile").click();
        page.getByTestId("option-time-zone").pressSequentially("berl");
        Locator zone = page.getByTestId("suggestion-Europe/Berlin");
        assertThat(zone).isVisible();
        window.photograph("member-typing", page.getByRole(AriaRole.LISTBOX), page.locator("#composer"));
        zone.click();
        page.getByTestId("option-quiet-from").selectOption("22");
        page.getByTestId("option-quiet-until").selectOption("7");
        page.getByTestId("send").click();
        assertThat(window.newest()).containsText("I ask you nothing from 22:00 until 7:00");

        for (String baker : new String[] {"dov", "esra", "femi", "greta", "hugo"}) {
            Persona offers = sandbox.persona(baker);
            joins(offers);
            offers.runs("offer", Map.of("what", "Shelves and small repairs in wood, by " + baker))
                    .answer();
        }
        assertThat(window.run("who", "topic", "repairs in wood")).containsText("At least 5 members offer this");
        window.photograph("member-who", window.newest());
        assertThat(window.run("pause", "for", "1 week")).containsText("You have a pause until");
        window.photograph("member-pause", window.newest());
        assertThat(window.run("exclude", "person", "Dov Ritter")).containsText("I never bring you together with");
        assertThat(window.run("exclude")).containsText("@Dov Ritter");
        window.photograph("member-exclude", window.newest());

        window.enter("workshop");
        window.say("Does anybody know how to keep a shelf straight on a crooked wall?");
        Locator said = window.newest();
        said.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        window.photograph("member-menu", said, page.getByTestId("menu"));
        page.getByTestId("app-Find help with this").click();
        assertThat(window.newest()).containsText("Shall I look for somebody here who can help?");
        assertThat(window.newest()).containsText("You used Find help with this");
        window.photograph("member-menu-answer", window.newest());
        window.press("Yes, look for help");
        assertThat(window.newest()).containsText("I noted that you are looking for this");
    }

    @Test
    void in_german_the_same_is_found_by_its_german_name_and_by_the_english_one() {
        sandbox.persona("kaya").speaks("de");
        window.be("kaya");
        window.enter("general");
        page.getByTestId("composer").fill("/joi");
        assertThat(page.getByTestId("command-join")).containsText("/mitmachen");
        page.getByTestId("composer").fill("/mit");
        page.getByTestId("command-join").click();
        page.getByTestId("send").click();
        assertThat(window.newest()).containsText("nichts ist an, bevor du es sagst");
        assertThat(window.newest()).containsText("You used /mitmachen");
        window.photograph("member-join-de", window.newest());
    }

    @Test
    void the_privacy_page_is_read_without_an_account() {
        page.navigate(privacy);
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("What this bot keeps about you");
        page.setViewportSize(800, 636);
        ALBUM.ifPresent(
                folder -> page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("member-privacy.png"))));
    }
}
