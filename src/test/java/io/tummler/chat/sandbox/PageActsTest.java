package io.tummler.chat.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does with the page's own buttons, and what the page does with words. */
class PageActsTest extends PageTest {
    private static final String MARKUP = "<img src=x onerror=\"window.fooled=true\">";
    private static final String LINK = "javascript:window.fooled=true";

    @BeforeEach
    void open_the_page() {
        page = chromium.window(kitchenOf(sandbox));
    }

    private void say(String words) {
        page.getByTestId("composer").fill(words);
        page.getByTestId("send").click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void a_message_is_replied_to_and_the_reply_can_be_called_off() {
        message("My third starter").hover();
        message("My third starter").getByTestId("tool-reply").click();
        assertThat(page.locator(".replying")).containsText("Replying to");
        button("Cancel the reply").click();
        say("To nobody");
        assertThat(message("To nobody")).hasCount(1);
        assertThat(message("To nobody").locator(".above")).hasCount(0);

        message("My third starter").hover();
        message("My third starter").getByTestId("tool-reply").click();
        say("To you");

        assertThat(message("To you").locator(".above")).containsText("My third starter in a row has died.");
    }

    @Test
    void from_a_members_card_one_writes_to_them_directly() {
        page.getByTestId("member-ben").click();
        page.getByTestId("message-member").click();
        assertThat(page.locator("#place-name")).containsText("Ben Okafor");

        say("Between us");

        assertThat(message("Between us")).hasCount(1);
        assertThat(page.getByTestId("dm-ben")).hasAttribute("aria-current", "page");
        assertThat(sandbox.persona("ben").dms())
                .singleElement()
                .extracting(MessageView::content)
                .isEqualTo("Between us");
    }

    @Test
    void direct_messages_are_closed_and_opened_again() {
        Locator open = page.getByTestId("dms-open");
        open.click();
        assertThat(open).hasText("Your DMs are closed");
        assertThat(open).hasAttribute("aria-checked", "false");
        page.getByTestId("be-ben").click();
        page.getByTestId("member-ada").click();
        assertThat(page.locator("dialog.card")).containsText("Direct messages are closed.");
        page.keyboard().press("Escape");
        page.getByTestId("be-ada").click();
        assertThat(open).hasText("Your DMs are closed");

        open.click();

        assertThat(open).hasText("Your DMs are open");
    }

    @Test
    void what_only_one_sees_is_dismissed_for_good() {
        run("later");
        assertThat(message("It took a while")).hasCount(1);
        message("It took a while").getByText("Dismiss").click();
        assertThat(message("It took a while")).hasCount(0);

        page.reload();

        assertThat(message("My third starter")).hasCount(1);
        assertThat(message("It took a while")).hasCount(0);
    }

    @Test
    void all_is_thrown_away_when_one_starts_over_and_nothing_when_one_does_not() {
        say("Soon gone");
        assertThat(message("Soon gone")).hasCount(1);
        page.getByTestId("reset").click();
        page.getByTestId("reset-cancel").click();
        say("Still here");
        assertThat(message("Still here")).hasCount(1);
        assertThat(message("Soon gone")).hasCount(1);
        page.getByTestId("composer").fill("Half a sentence");

        page.getByTestId("reset").click();
        page.getByTestId("reset-confirm").click();

        assertThat(message("Soon gone")).hasCount(0);
        assertThat(message("My third starter")).hasCount(1);
        assertThat(page.getByTestId("composer")).hasValue("");
    }

    @Test
    void the_theme_is_kept() {
        page.getByTestId("theme-toggle").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.getByTestId("theme-toggle")).hasText("Light");

        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.getByTestId("theme-toggle").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    }

    @Test
    void what_was_not_read_is_marked_until_it_is() {
        sandbox.persona("ben").says("workshop", "The lathe is free");
        sandbox.persona("ben").says("workshop", "Until noon");
        Locator workshop = page.getByTestId("channel-workshop");
        assertThat(workshop).containsText("2 unread");
        assertThat(page).hasTitle("(1) #kitchen, The Corner Yard");

        workshop.click();

        assertThat(page.locator(".day.new")).hasText("New");
        assertThat(workshop).not().containsText("unread");
        assertThat(page).hasTitle("#workshop, The Corner Yard");
    }

    @Test
    void refused_words_wait_where_they_were_written() {
        Deque<Route> sent = new ArrayDeque<>();
        page.route("**/sandbox/api/messages", sent::add);
        say("Is anybody there?");
        page.waitForCondition(() -> sent.size() == 1);
        page.getByTestId("composer").fill("And more");
        page.getByTestId("channel-workshop").click();
        assertThat(page.getByTestId("composer")).hasValue("");

        refuse(sent.pop());
        page.getByTestId("channel-kitchen").click();
        assertThat(page.getByTestId("composer")).hasValue("Is anybody there?\nAnd more");
        page.getByTestId("send").click();
        page.waitForCondition(() -> sent.size() == 1);
        page.getByTestId("composer").fill("And yet more");
        refuse(sent.pop());

        assertThat(page.getByTestId("composer")).hasValue("Is anybody there?\nAnd more\nAnd yet more");
    }

    private void refuse(Route asked) {
        asked.fulfill(new Route.FulfillOptions()
                .setStatus(403)
                .setContentType("application/json")
                .setBody("{\"error\":\"Not now\"}"));
        assertThat(page.locator("#notice")).containsText("Not now");
        page.locator("#notice").getByRole(AriaRole.BUTTON).click();
        chromium.forgive("403");
    }

    @Test
    void a_later_press_waits_as_long_as_the_first() {
        run("show");
        page.clock().install();
        button("It rose").click();
        assertThat(message("You pressed done")).hasCount(1);
        page.clock().fastForward(30_000);
        bot.bot.on(_ -> {});
        button("It is flat").click();
        assertThat(button("It is flat")).hasAttribute("aria-busy", "true");

        page.clock().fastForward(4_000);

        say("Meanwhile");
        assertThat(message("Meanwhile")).hasCount(1);
        assertThat(page.locator("#notice")).isEmpty();
        assertThat(button("It is flat")).hasAttribute("aria-busy", "true");
        page.clock().fastForward(30_000);
        assertThat(page.locator("#notice")).containsText("No answer came.");
    }

    @Test
    void what_was_suggested_for_other_words_does_not_replace_what_is_typed() {
        page.getByTestId("composer").fill("/find");
        page.getByTestId("command-find").click();
        page.getByTestId("option-what").fill("so");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(3);
        page.route("**/sandbox/api/completions", _ -> {});

        page.getByTestId("option-what").fill("something else");
        page.keyboard().press("Enter");

        assertThat(message("Found: something else")).hasCount(1);
    }

    @Test
    void a_command_in_a_group_is_found_and_typed_word_by_word() {
        bot.bot
                .guild()
                .upsertCommand(Commands.slash("bot", "The bot")
                        .addSubcommandGroups(new SubcommandGroupData("config", "Its settings")
                                .addSubcommands(
                                        new SubcommandData("show", "What holds"),
                                        new SubcommandData("why", "Why it holds")
                                                .addOption(OptionType.STRING, "key", "Which key", true))))
                .complete();
        bot.bot.on(
                SlashCommandInteractionEvent.class,
                event -> event.reply("You ran " + event.getFullCommandName()
                                + event.getOptions().stream()
                                        .map(OptionMapping::getAsString)
                                        .toList())
                        .complete());

        page.getByTestId("composer").fill("/bot config ");
        assertThat(page.getByTestId("command-bot config show")).containsText("What holds");
        page.getByTestId("command-bot config show").click();
        page.getByTestId("send").click();
        assertThat(message("You ran bot config show[]")).hasCount(1);

        page.getByTestId("composer").fill("/bot config why language");
        assertThat(page.getByTestId("option-key")).hasValue("language");
        page.getByTestId("send").click();
        assertThat(message("You ran bot config why[language]")).hasCount(1);
    }

    @Test
    void a_drawer_that_moves_in_takes_the_focus() {
        Page phone = chromium.window(sandbox.pageUrl(), Chromium.NARROW_PX, ColorScheme.LIGHT);
        phone.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        for (String side : new String[] {"side", "people"}) {
            phone.locator("#open-" + side).click();
            assertThat(phone.locator("#" + side + " :focus")).hasCount(1);
            phone.keyboard().press("Escape");
            assertThat(phone.locator("#open-" + side)).isFocused();
        }
    }

    @Test
    void escape_folds_the_guide_where_it_stands_above_the_chat() {
        Page phone = chromium.window(sandbox.pageUrl(), Chromium.NARROW_PX, ColorScheme.LIGHT);
        phone.locator("#guide summary").click();
        assertThat(phone.locator("#guide ol")).isVisible();

        phone.keyboard().press("Escape");

        assertThat(phone.locator("#guide ol")).isHidden();
        assertThat(phone.locator("#guide summary")).isFocused();
    }

    /** Nothing that anybody writes or is called becomes markup, or a link that runs. */
    @Test
    void words_stay_words() {
        sandbox.persona("ben").says("kitchen", MARKUP + " [x](" + LINK + ")");
        sandbox.addBot(MARKUP);
        sandbox.botRights().grant("MANAGE_CHANNELS");
        await().until(() -> bot.bot.guild().getSelfMember().hasPermission(Permission.MANAGE_CHANNEL));
        bot.bot.guild().createTextChannel(MARKUP).complete();
        try (var rest = new RestBot(sandbox)) {
            rest.does("POST", "/channels/" + sandbox.channelId("kitchen") + "/messages", hostile());
        }

        assertThat(message("the last of it")).containsText(MARKUP);
        assertThat(message("the last of it")).containsText("Press " + MARKUP);
        assertThat(page.locator("nav").getByText("<img")).hasCount(1);
        page.getByTestId("member-" + MARKUP).click();
        assertThat(page.locator("#card-name")).hasText(MARKUP);
        assertThat(page.locator("img, iframe, [onerror], a[href^=javascript]")).hasCount(0);
        assertThat(page.evaluate("() => window.fooled ?? false")).isEqualTo(false);
    }

    private static JsonObject hostile() {
        JsonObject embed = new JsonObject()
                .put("title", MARKUP)
                .put("description", "[x](" + LINK + ") the last of it")
                .put("author", new JsonObject().put("name", MARKUP))
                .put("footer", new JsonObject().put("text", MARKUP))
                .put(
                        "fields",
                        JsonArray.of(new JsonObject()
                                .put("name", MARKUP)
                                .put("value", "[x](" + LINK + ")")
                                .put("inline", false)));
        JsonObject press = new JsonObject()
                .put("type", 2)
                .put("style", 1)
                .put("custom_id", MARKUP)
                .put("label", "Press " + MARKUP);
        JsonObject link =
                new JsonObject().put("type", 2).put("style", 5).put("url", LINK).put("label", "x");
        return new JsonObject()
                .put("content", MARKUP + " [x](" + LINK + ")")
                .put("embeds", JsonArray.of(embed))
                .put(
                        "components",
                        JsonArray.of(new JsonObject().put("type", 1).put("components", JsonArray.of(press, link))));
    }
}
