package io.tummler.chat.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person at the page, and two: what is remembered, who sees what, and that no mouse is needed. */
class PageWindowsTest extends PageTest {
    /** As long as the page says that somebody is typing who no longer does. */
    private static final double TYPING_ENDS_MS = 8_000;

    private BrowserContext browser;
    private Page ada;

    @BeforeEach
    void open_a_window() {
        browser = chromium.context(Chromium.WIDE_PX, ColorScheme.LIGHT, false);
        ada = window("ada");
    }

    private Page window(String username) {
        long id = sandbox.persona(username).id();
        return chromium.tab(browser, sandbox.pageUrl() + "?as=" + id + "#" + sandbox.channelId("kitchen"));
    }

    @Test
    void two_windows_of_one_browser_are_two_members() {
        Page ben = window("ben");

        ben.getByTestId("composer").fill("Has anybody a spare jar?");
        assertThat(ada.locator("#status")).hasText("Ben Okafor is typing…");
        assertThat(ben.locator("#status")).containsText("Type / for commands");
        ben.getByTestId("send").click();

        assertThat(message(ada, "a spare jar")).containsText("Ben Okafor");
        // Long before it would end by itself.
        assertThat(ada.locator("#status"))
                .not()
                .containsText("typing", new LocatorAssertions.ContainsTextOptions().setTimeout(TYPING_ENDS_MS / 2));
        ada.reload();
        assertThat(ada.getByTestId("persona-switch")).containsText("You are Ada Moreau");
        assertThat(ben.getByTestId("persona-switch")).containsText("You are Ben Okafor");
    }

    @Test
    void a_reaction_is_picked_seen_by_others_and_taken_back() {
        Page ben = window("ben");
        Locator said = message(ada, "My third starter");
        said.hover();
        said.getByTestId("add-reaction").click();
        ada.getByTestId("emoji")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("bread"))
                .click();

        Locator bens = message(ben, "My third starter").getByTestId("reaction");
        assertThat(bens).hasText("🍞 1");
        bens.click();
        assertThat(bens).hasAttribute("aria-pressed", "true");
        assertThat(said.getByTestId("reaction")).hasText("🍞 2");
        said.getByTestId("reaction").click();
        bens.click();

        assertThat(said.getByTestId("reaction")).hasCount(0);
    }

    @Test
    void a_channel_that_a_bot_makes_is_there_at_once_and_gone_at_once() {
        sandbox.botRights().grant("MANAGE_CHANNELS");
        await().until(() -> bot.bot.guild().getSelfMember().hasPermission(Permission.MANAGE_CHANNEL));
        ada.getByTestId("composer").fill("Half a sentence");

        var made = bot.bot.guild().createTextChannel("proofing").complete();
        assertThat(ada.locator("nav").getByText("proofing")).isVisible();
        assertThat(ada.getByTestId("composer")).hasValue("Half a sentence");
        made.delete().complete();

        assertThat(ada.locator("nav").getByText("proofing")).hasCount(0);
    }

    @Test
    void somebody_else_is_one_press_away() {
        ada.getByTestId("be-chiara").click();

        assertThat(ada.getByTestId("persona-switch")).containsText("You are Chiara Lind");
        assertThat(ada)
                .hasURL(Pattern.compile(".*as=" + sandbox.persona("chiara").id() + ".*"));
    }

    @Test
    void a_second_window_opens_from_the_list_of_members() {
        ada.getByTestId("persona-switch").click();
        Page second = ada.context()
                .waitForPage(() -> ada.getByRole(
                                AriaRole.LINK, new Page.GetByRoleOptions().setName("A second window as Dov Ritter"))
                        .click());

        assertThat(second.getByTestId("persona-switch")).containsText("You are Dov Ritter");
        assertThat(ada.getByTestId("persona-switch")).containsText("You are Ada Moreau");
    }

    @Test
    void a_reload_keeps_the_place_the_member_the_draft_and_how_far_one_had_scrolled() {
        for (int at = 1; at <= 60; at++) sandbox.persona("ben").says("workshop", "Offcut number " + at);
        ada.getByTestId("channel-workshop").click();
        ada.getByTestId("composer").fill("Half a sentence");
        message(ada, "Offcut number 20").scrollIntoViewIfNeeded();
        assertThat(ada.locator("#jump")).isVisible();
        double before = message(ada, "Offcut number 20").boundingBox().y;

        ada.reload();

        assertThat(ada.locator("#place-name")).containsText("workshop");
        assertThat(ada.getByTestId("persona-switch")).containsText("You are Ada Moreau");
        assertThat(ada.getByTestId("composer")).hasValue("Half a sentence");
        assertThat(ada.locator("#jump")).isVisible();
        assertThat(message(ada, "Offcut number 20").boundingBox().y).isCloseTo(before, within(2.0));
    }

    @Test
    void a_reload_keeps_a_command_that_is_half_filled_in() {
        ada.getByTestId("composer").fill("/fill");
        ada.getByTestId("command-fill").click();
        ada.getByTestId("option-words").fill("two loaves");
        ada.getByTestId("option-size").selectOption("Large");

        ada.reload();

        assertThat(ada.getByTestId("option-words")).hasValue("two loaves");
        assertThat(ada.getByTestId("option-size")).hasValue("l");
    }

    @Test
    void what_one_wrote_in_a_place_waits_there_until_one_comes_back() {
        ada.getByTestId("composer").fill("For the kitchen");
        ada.getByTestId("channel-general").click();
        assertThat(ada.getByTestId("composer")).hasValue("");

        ada.getByTestId("channel-kitchen").click();

        assertThat(ada.getByTestId("composer")).hasValue("For the kitchen");
    }

    @Test
    void everything_is_done_without_a_mouse() {
        ada.keyboard().press("Alt+ArrowDown");
        assertThat(ada.locator("#place-name")).containsText("workshop");
        ada.keyboard().press("Alt+ArrowUp");
        assertThat(ada.locator("#place-name")).containsText("kitchen");
        ada.keyboard().type("/sh");
        assertThat(ada.getByTestId("command-show")).hasAttribute("aria-selected", "true");
        ada.keyboard().press("Enter");
        ada.keyboard().press("Enter");
        assertThat(message(ada, "A loaf, step by step")).hasCount(1);

        ada.locator("#log").focus();
        ada.keyboard().press("ArrowUp");
        assertThat(message(ada, "A loaf, step by step")).isFocused();
        assertVisibleFocus();
        for (int stops = 0; !focused().equals("Tell more") && stops < 10; stops++)
            ada.keyboard().press("Tab");
        assertVisibleFocus();
        ada.keyboard().press("Enter");
        assertThat(ada.getByTestId("field-title")).isFocused();
        ada.keyboard().press("Escape");
        assertThat(ada.getByTestId("modal")).hasCount(0);

        ada.getByTestId("persona-switch").focus();
        ada.keyboard().press("Enter");
        assertThat(ada.getByTestId("persona-ada")).isFocused();
        ada.keyboard().press("ArrowDown");
        assertThat(ada.getByTestId("persona-ben")).isFocused();
        ada.keyboard().press("Escape");
        assertThat(ada.getByTestId("persona-switch")).isFocused();
        assertVisibleFocus();
    }

    @Test
    void the_arrow_keys_walk_the_places() {
        ada.getByTestId("channel-kitchen").focus();
        ada.keyboard().press("ArrowDown");
        ada.keyboard().press("Enter");

        assertThat(ada.locator("#place-name")).containsText("workshop");
    }

    @Test
    void nothing_moves_before_who_wants_no_motion() {
        Page ben = window("ben");
        ben.getByTestId("composer").fill("Hm");
        assertThat(ada.locator("#status .dots")).isVisible();

        assertThat(ada.evaluate("() => document.getAnimations().length")).isEqualTo(0);
        ada.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(ada.evaluate("() => document.getAnimations().length > 0")).isEqualTo(true);
    }

    private String focused() {
        return ada.evaluate("() => document.activeElement.textContent").toString();
    }

    private void assertVisibleFocus() {
        assertThat(ada.evaluate("() => { const style = getComputedStyle(document.activeElement);"
                        + " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; }"))
                .as("an outline at " + focused())
                .isEqualTo(true);
    }

    @Test
    void every_control_has_a_name_to_say_aloud() {
        assertThat(ada.evaluate("() => [...document.querySelectorAll('button, a[href], input, select, textarea')]"
                        + ".filter(it => it.checkVisibility())"
                        + ".filter(it => !(it.ariaLabel || it.textContent.trim() || it.labels?.length"
                        + " || it.getAttribute('aria-labelledby'))).map(it => it.outerHTML)"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    @Test
    void the_clock_moves_forward_in_every_window() {
        Page ben = window("ben");
        Instant then = sandbox.clock().instant().plus(Duration.ofDays(3));
        Object day = ben.evaluate(
                "async at => (await import('/sandbox/times.js')).clock(Date.parse(at)).split(',')[0]", then.toString());

        ada.getByTestId("clock-forward-P3D").click();

        assertThat(ben.getByTestId("clock-now")).containsText(day.toString());
    }
}
