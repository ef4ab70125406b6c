package io.tummler.chat.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bot can ask on the page, and a person answer: options, suggestions, select menus, forms, menus. */
class PageComponentsTest extends PageTest {
    @BeforeEach
    void open_the_page() {
        page = chromium.window(kitchenOf(sandbox));
    }

    @Test
    void an_option_of_each_kind_is_filled_in() {
        command("fill");
        page.getByTestId("option-words").fill("two loaves");
        page.getByTestId("option-size").selectOption("Large");
        page.getByTestId("option-price").fill("2,5");
        page.getByTestId("option-sure").selectOption("Yes");
        page.getByTestId("option-who").fill("be");
        page.getByTestId("pick-ben").click();
        page.getByTestId("option-where").fill("money");
        page.getByTestId("pick-money-matters").click();
        page.getByTestId("option-as").fill("new");
        page.getByTestId("pick-Newcomer").click();
        page.getByTestId("option-cc").fill("lev");
        page.getByTestId("pick-lev").click();
        page.getByTestId("send").click();

        assertThat(message("words = two loaves"))
                .containsText("size = l | price = 2.5 | sure = true | who = Ben Okafor | where = money-matters"
                        + " | as = Newcomer");
        assertThat(message("words = two loaves")).containsText("cc = @Lev");
    }

    @Test
    void what_does_not_fit_an_option_is_said_before_it_is_sent() {
        command("find");
        page.getByTestId("option-what").fill("VAT");
        page.getByTestId("option-most").fill("9");
        page.getByTestId("send").click();

        assertThat(page.locator("#command-hint")).hasText("most: a whole number, at least 1, at most 5, please.");
        assertThat(page.getByTestId("option-most")).isFocused();
        page.getByTestId("option-most").fill("5");
        page.keyboard().press("Enter");
        assertThat(message("Found")).hasCount(1);
    }

    @Test
    void the_bot_suggests_while_an_option_is_typed_and_what_is_picked_stands_for_its_value() {
        command("find");
        page.getByTestId("option-what").pressSequentially("sour");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(2);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.getByTestId("option-what")).hasValue("All about sour cherries");
        page.getByTestId("send").click();

        assertThat(message("Found: sour cherries")).hasCount(1);
    }

    @Test
    void where_nothing_is_suggested_the_page_says_so_and_takes_what_was_typed() {
        command("find");
        page.getByTestId("option-what").fill("beer");
        assertThat(page.locator(".choices:visible")).hasText("No suggestions. What you typed is taken as it is.");

        page.keyboard().press("Enter");

        assertThat(message("Found: beer")).hasCount(1);
    }

    @Test
    void several_entries_of_a_select_menu_are_chosen_with_the_keyboard_and_sent_together() {
        run("choose");
        page.getByTestId("select-flour").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".choices-list [aria-selected=true]")).hasCount(2);
        page.getByTestId("select-done").click();

        assertThat(message("You chose rye and spelt")).hasCount(1);
        assertThat(page.getByTestId("select-flour")).hasText("Rye, Spelt");
        assertThat(page.getByTestId("select-flour")).isFocused();
    }

    @Test
    void members_roles_and_channels_are_chosen_by_name() {
        run("choose");
        pick("people", "okaf", "pick-ben");
        assertThat(message("You chose @Ben Okafor")).hasCount(1);
        pick("roles", "mod", "pick-Moderator");
        assertThat(message("You chose <@&")).hasCount(1);
        pick("either", "lev", "pick-lev");
        assertThat(message("You chose @Lev")).hasCount(1);
        pick("places", "work", "pick-workshop");
        assertThat(message("You chose #workshop")).hasCount(1);
    }

    private void pick(String menu, String typed, String entry) {
        page.getByTestId("select-" + menu).click();
        page.getByTestId("select-search").fill(typed);
        page.getByTestId(entry).click();
    }

    @Test
    void escape_leaves_a_select_menu_and_nothing_is_chosen() {
        run("choose");
        page.getByTestId("select-people").click();
        page.keyboard().press("Escape");

        assertThat(page.getByRole(AriaRole.LISTBOX)).hasCount(0);
        assertThat(page.getByTestId("select-people")).isFocused();
        assertThat(page.getByTestId("select-people")).hasAttribute("aria-expanded", "false");
        pick("people", "okaf", "pick-ben");
        assertThat(message("You chose @Ben Okafor")).hasCount(1);
        assertThat(message("You chose")).hasCount(1);
    }

    @Test
    void a_press_opens_a_form_that_asks_again_for_what_is_missing_and_sends_the_rest() {
        run("show");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell more"))
                .click();
        Locator form = page.getByTestId("modal");
        assertThat(form).containsText("Tell more about it");
        assertThat(page.getByTestId("field-title")).isFocused();

        page.getByTestId("modal-submit").click();
        assertThat(form.getByRole(AriaRole.ALERT)).hasText("“Title” is needed.");
        page.getByTestId("field-title").fill("A first loaf");
        page.getByTestId("select-kind").click();
        page.getByTestId("pick-advice").click();
        page.getByTestId("field-urgency-high").check();
        page.getByTestId("field-days-tue").check();
        page.getByTestId("field-days-fri").check();
        page.getByTestId("modal-submit").click();

        assertThat(form).hasCount(0);
        assertThat(message("Noted: A first loaf, It began well., [advice], high, [tue, fri]"))
                .hasCount(1);
    }

    @Test
    void a_command_may_answer_by_a_form_that_names_members() {
        run("form");
        assertThat(page.getByTestId("modal")).containsText("Only those who could help read this.");
        pick("members", "ada", "pick-ada");
        page.getByTestId("select-search").fill("hugo");
        page.keyboard().press("Enter");
        page.getByTestId("select-done").click();
        page.getByTestId("modal-submit").click();

        assertThat(message("You mean [Ada Moreau, Hugo Tran]")).hasCount(1);
    }

    @Test
    void escape_leaves_a_form() {
        run("form");
        page.getByTestId("modal").waitFor();
        page.keyboard().press("Escape");

        assertThat(page.getByTestId("modal")).hasCount(0);
        run("later");
        assertThat(message("It took a while")).hasCount(1);
        assertThat(message("You mean")).hasCount(0);
    }

    @Test
    void the_menu_of_a_message_holds_the_bots_entry() {
        message("My third starter")
                .click(new Locator.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        page.getByTestId("app-Find help with this").click();

        assertThat(message("About: My third starter in a row has died.")).hasCount(1);
    }

    @Test
    void the_menu_of_a_message_opens_by_the_keyboard_and_closes_by_escape() {
        page.locator("#log").focus();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.MENUITEM).first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("menu")).hasCount(0);
        assertThat(message("My third starter")).isFocused();

        page.keyboard().press("Shift+F10");
        page.keyboard().press("f");
        assertThat(page.getByTestId("app-Find help with this")).isFocused();
        page.keyboard().press("Enter");

        assertThat(message("About: My third starter in a row has died.")).hasCount(1);
    }

    @Test
    void the_menu_of_a_member_holds_the_bots_entry_and_so_does_their_card() {
        page.getByTestId("member-ben")
                .click(new Locator.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
        page.getByTestId("app-Introduce me").click();
        assertThat(message("I would introduce you to Ben Okafor")).hasCount(1);

        page.getByTestId("member-lev").click();
        page.getByTestId("card-Introduce me").click();
        assertThat(message("I would introduce you to Lev")).hasCount(1);
    }

    @Test
    void a_touch_reaches_the_same_menus() {
        Page phone = chromium.window(kitchenOf(sandbox), Chromium.NARROW_PX, ColorScheme.LIGHT);
        Locator said = phone.getByTestId("message").filter(new Locator.FilterOptions().setHasText("My third starter"));
        said.tap();
        said.getByTestId("tool-more").tap();
        phone.getByTestId("app-Find help with this").tap();

        assertThat(phone.getByTestId("message").last()).containsText("About: My third starter");
    }

    @Test
    void a_bot_that_says_nothing_is_told_of_to_who_asked() {
        try (Sandbox impatient = Sandbox.start(SandboxOptions.defaults());
                ShowBot _ = new ShowBot(impatient)) {
            page = chromium.window(kitchenOf(impatient));
            run("silent");

            assertThat(message("This application did not respond")).containsText("Only you can see this");
            page.close();
        }
    }
}
