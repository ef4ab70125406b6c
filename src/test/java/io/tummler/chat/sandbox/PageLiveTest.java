package io.tummler.chat.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others do before the eyes of somebody who has the page open. */
class PageLiveTest extends PageTest {
    private static final int OF_A_FRESH_PAGE = 200;

    @BeforeEach
    void open_the_page() {
        page = chromium.window(kitchenOf(sandbox));
    }

    private Locator place(String name) {
        return page.locator("nav").getByText(name);
    }

    /** The ids of a place's messages as the page holds them, after these events. */
    private Object held(String... events) {
        return page.evaluate(
                "async events => { const { World } = await import('/sandbox/world.js');"
                        + " const world = new World({ now: new Date().toISOString(), messages: { c: [{ id: '100' }] } });"
                        + " for (const [type, id] of events.map(it => it.split(' ')))"
                        + " world.apply({ type, message: { id, channelId: 'c', type } });"
                        + " return world.said('c').map(it => it.id).join(' '); }",
                events);
    }

    @Test
    void messages_stand_in_the_order_they_were_said_in_whatever_order_they_come_in() {
        assertThat(held("message 1002", "message 1001", "message 999")).isEqualTo("100 999 1001 1002");
        assertThat(held("message 1001", "message_update 1001")).isEqualTo("100 1001");
        assertThat(held("message_update 99")).as("older than all that is held").isEqualTo("100");
    }

    @Test
    void of_a_long_day_the_page_keeps_the_newest_messages_alone() {
        String[] many = new String[450];
        for (int at = 0; at < many.length; at++) many[at] = "message " + (1_000 + at);

        assertThat(held(many).toString().split(" "))
                .hasSize(400)
                .startsWith("1050")
                .endsWith("1449");
    }

    @Test
    void a_change_of_a_message_from_long_ago_is_not_the_newest_message() {
        MessageView old = sandbox.persona("ben").says("workshop", "The oldest offcut");
        for (int at = 0; at < OF_A_FRESH_PAGE; at++) sandbox.persona("ben").says("workshop", "Offcut " + at + ".");
        page.getByTestId("channel-workshop").click();
        page.reload();
        assertThat(message("Offcut 199.")).hasCount(1);
        assertThat(message("The oldest offcut")).hasCount(0);

        sandbox.persona("chiara").reacts(old, "👍");
        sandbox.persona("ben").says("workshop", "And that was all");

        assertThat(message("And that was all")).hasCount(1);
        assertThat(message("The oldest offcut")).hasCount(0);
    }

    @Test
    void a_private_thread_comes_with_all_that_was_said_and_goes_with_its_members() {
        var thread = bot.bot
                .channel("kitchen")
                .createThreadChannel("two alone", true)
                .complete();
        thread.sendMessage("This was said before").complete();
        long ada = sandbox.persona("ada").id();

        thread.addThreadMemberById(ada).complete();
        place("two alone").click();
        assertThat(message("This was said before")).hasCount(1);
        assertThat(page.locator("#place-topic")).hasText("Only for Tummler, Ada Moreau");
        assertThat(page.locator(".intro")).containsText("A private thread");
        thread.removeThreadMemberById(ada).complete();

        assertThat(place("two alone")).hasCount(0);
        assertThat(page.locator("#place-name")).not().containsText("two alone");
    }

    @Test
    void a_public_thread_is_not_called_private_and_is_gone_when_it_is_deleted() {
        sandbox.botRights().grant("MANAGE_THREADS", "CREATE_PUBLIC_THREADS");
        await().until(() -> bot.bot
                .guild()
                .getSelfMember()
                .hasPermission(Permission.MANAGE_THREADS, Permission.CREATE_PUBLIC_THREADS));
        var thread = bot.bot.channel("kitchen").createThreadChannel("for all").complete();
        place("for all").click();
        assertThat(page.locator("#place-topic")).hasText("A thread of #kitchen");
        assertThat(page.locator(".intro")).containsText("whoever sees its channel sees it");

        thread.delete().complete();

        assertThat(place("for all")).hasCount(0);
    }

    @Test
    void with_a_role_come_its_channels_and_without_it_they_go() {
        sandbox.persona("ada").hasRole("Moderator", true);
        assertThat(page.getByTestId("channel-moderators")).isVisible();

        sandbox.persona("ada").hasRole("Moderator", false);

        assertThat(page.getByTestId("channel-moderators")).hasCount(0);
    }

    @Test
    void whoever_leaves_is_somebody_else_from_then_on_and_a_fresh_page_is_of_somebody_who_is_there() {
        sandbox.persona("ada").leaves();

        assertThat(page.getByTestId("persona-switch")).containsText("You are Ben Okafor");
        assertThat(page.getByTestId("member-ada")).hasCount(0);
        Page fresh = chromium.window(sandbox.pageUrl());
        assertThat(fresh.getByTestId("persona-switch")).containsText("You are Ben Okafor");
        sandbox.persona("ada").comesBack();
        assertThat(page.getByTestId("member-ada")).hasCount(1);
    }

    @Test
    void words_that_a_bot_changes_are_changed_and_what_it_deletes_is_gone() {
        var said = bot.bot.channel("kitchen").sendMessage("The oven is cold").complete();
        assertThat(message("The oven is cold")).hasCount(1);
        said.editMessage("The oven is hot").complete();
        assertThat(message("The oven is hot")).hasCount(1);
        assertThat(message("The oven is cold")).hasCount(0);

        said.delete().complete();

        assertThat(message("The oven is hot")).hasCount(0);
    }

    @Test
    void each_bot_is_shown_as_it_is() {
        BotLogin second = sandbox.addBot("second");
        assertThat(page.getByTestId("member-tummler")).containsText("bot, online");
        assertThat(page.getByTestId("member-second")).containsText("bot, offline");

        JdaBot other = new JdaBot(sandbox, second.token());
        assertThat(page.getByTestId("member-second")).containsText("bot, online");
        bot.close();
        assertThat(page.getByTestId("member-tummler")).containsText("bot, offline");
        assertThat(page.getByTestId("member-second")).containsText("bot, online");
        assertThat(page.locator("#status")).containsText("is offline");
        other.close();
        // So soon after the first time it would get no members.
        sandbox.forward(Duration.ofMinutes(1));
        bot = new ShowBot(sandbox);
        assertThat(page.locator("#status")).containsText("Type / for commands");
        assertThat(page.getByTestId("member-tummler")).containsText("bot, online");
    }

    @Test
    void an_answer_that_comes_in_two_steps_is_read_aloud_when_its_words_are_there() {
        page.getByTestId("composer").fill("/later");
        page.getByTestId("command-later").click();
        page.getByTestId("send").click();

        assertThat(page.locator("#announcer")).hasText("Tummler: It took a while");
    }

    @Test
    void a_form_is_offered_even_while_the_page_looks_at_everything_anew() {
        page.getByTestId("composer").fill("/show");
        page.getByTestId("command-show").click();
        page.getByTestId("send").click();
        assertThat(message("A loaf, step by step")).hasCount(1);
        Deque<Route> asked = new ArrayDeque<>();
        page.route("**/sandbox/api/world*", asked::add);
        sandbox.persona("ada").hasRole("Moderator", true);
        page.waitForCondition(() -> asked.size() == 1);

        page.getByText("Tell more").last().click();
        page.getByTestId("modal").waitFor();
        sandbox.persona("ada").hasRole("Moderator", false);
        page.waitForCondition(() -> asked.size() == 2);
        asked.forEach(Route::resume);

        assertThat(page.getByTestId("modal")).isVisible();
        page.unroute("**/sandbox/api/world*");
    }

    @Test
    void an_address_that_is_spelled_badly_leads_to_the_first_place() {
        page.navigate("about:blank");
        page.navigate(sandbox.pageUrl() + "#%");

        assertThat(page.locator("#place-name")).containsText("welcome");
        assertThat(page).hasURL(Pattern.compile(".*#" + sandbox.channelId("welcome")));
    }

    @Test
    void a_list_that_is_open_stays_at_its_button_when_somebody_comes() {
        page.getByTestId("composer").fill("/choose");
        page.getByTestId("command-choose").click();
        page.getByTestId("send").click();
        page.getByTestId("select-people").click();
        page.getByTestId("select-search").waitFor();
        sandbox.addBot("second");
        assertThat(page.getByTestId("member-second")).hasCount(1);
        assertThat(page.getByTestId("select-people")).hasAttribute("aria-expanded", "true");

        page.getByTestId("select-search").fill("okaf");
        page.getByTestId("pick-ben").click();

        assertThat(message("You chose @Ben Okafor")).hasCount(1);
        assertThat(page.getByTestId("select-people")).hasText("Ben Okafor");
    }
}
