package io.tummler.chat.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A forum on the page: its posts are there to be read and answered, and nothing can be written beside them. */
class PageForumTest extends PageTest {
    private RestBot rest;

    @BeforeEach
    void open_the_page() {
        rest = new RestBot(sandbox);
        sandbox.botRights().grant("MANAGE_CHANNELS", "CREATE_PUBLIC_THREADS");
        page = chromium.window(kitchenOf(sandbox));
    }

    @AfterEach
    void close_the_connection() {
        rest.close();
    }

    @Test
    void a_forums_posts_are_read_and_answered() {
        String forum = rest.does(
                        "POST",
                        "/guilds/" + sandbox.guildId() + "/channels",
                        new JsonObject().put("name", "questions").put("type", 15))
                .getString("id");
        String post = rest.does(
                        "POST",
                        "/channels/" + forum + "/threads",
                        new JsonObject()
                                .put("name", "Rye or wheat?")
                                .put("message", new JsonObject().put("content", "I wonder.")))
                .getString("id");

        page.getByTestId("channel-questions").click();
        assertThat(page.getByTestId("composer")).isHidden();
        page.getByTestId("post-" + post).click();
        assertThat(page.getByTestId("message")).containsText("I wonder.");
        page.getByTestId("composer").fill("Rye.");
        page.getByTestId("send").click();
        assertThat(page.getByTestId("message").last()).containsText("Rye.");
    }

    @Test
    void a_menu_for_forums_offers_forums_alone() {
        rest.does(
                "POST",
                "/guilds/" + sandbox.guildId() + "/channels",
                new JsonObject().put("name", "questions").put("type", 15));
        JsonObject menu =
                new JsonObject().put("type", 8).put("custom_id", "where").put("channel_types", JsonArray.of(15));
        rest.does(
                "POST",
                "/channels/" + sandbox.channelId("kitchen") + "/messages",
                new JsonObject()
                        .put("content", "Where?")
                        .put(
                                "components",
                                JsonArray.of(new JsonObject().put("type", 1).put("components", JsonArray.of(menu)))));

        page.getByTestId("select-where").click();

        assertThat(page.getByTestId("pick-questions")).isVisible();
        assertThat(page.getByTestId("pick-general")).hasCount(0);
    }
}
