package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Discord refuses is refused, and so is what the sandbox has not, instead of being passed over. */
class SandboxRefusalsTest {
    private Sandbox sandbox;
    private RestBot rest;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withLimits(Limits.announcedOnly()));
        rest = new RestBot(sandbox);
        sandbox.botRights().grant("ADMINISTRATOR");
    }

    @AfterEach
    void stop() {
        rest.close();
        sandbox.close();
    }

    private String at(String path) {
        return path.replace("{general}", "/channels/" + sandbox.channelId("general"))
                .replace("{guild}", "/guilds/" + sandbox.guildId());
    }

    @AsksWrongly
    @ParameterizedTest
    @CsvSource({
        "{general}/messages?limit=0, limit: NUMBER_TYPE_MIN",
        "{general}/messages?limit=101, limit: NUMBER_TYPE_MAX",
        "{general}/messages?limit=many, limit: NUMBER_TYPE_COERCE",
        "{general}/messages?before=noon, before: NUMBER_TYPE_COERCE",
        "{general}/messages/pins?limit=51, limit: NUMBER_TYPE_MAX",
        "{guild}/members?limit=1001, limit: NUMBER_TYPE_MAX",
        "{guild}/members?after=-1, after: NUMBER_TYPE_COERCE",
        "{guild}/bans?limit=1001, limit: NUMBER_TYPE_MAX",
        "{guild}/audit-logs?before=x, before: NUMBER_TYPE_COERCE"
    })
    void what_is_out_of_bounds_or_no_id_is_refused(String path, String wrong) {
        assertThat(rest.wrongIn("GET", at(path), new JsonObject())).isEqualTo(wrong);
    }

    @Test
    void who_may_be_mentioned_is_said_by_kind_or_by_id() {
        JsonObject message = new JsonObject()
                .put("content", "Hello")
                .put(
                        "allowed_mentions",
                        new JsonObject()
                                .put("parse", JsonArray.of("users", "roles"))
                                .put("users", JsonArray.of("1")));
        String messages = at("{general}/messages");
        String exclusive = "allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE";

        assertThat(rest.wrongIn("POST", messages, message)).isEqualTo(exclusive);
        message.getJsonObject("allowed_mentions").put("users", new JsonArray());
        rest.does("POST", messages, message);
        message.getJsonObject("allowed_mentions").put("roles", JsonArray.of("1"));
        assertThat(rest.wrongIn("POST", messages, message)).isEqualTo(exclusive);
    }

    @Test
    void what_is_being_typed_is_answered_with_choices_alone() {
        try (var bot = new JdaBot(sandbox)) {
            bot.jda
                    .updateCommands()
                    .addCommands(
                            Commands.slash("find", "Find it").addOption(OptionType.STRING, "what", "It", true, true))
                    .complete();
            bot.on(CommandAutoCompleteInteractionEvent.class, event -> {
                String callback = "/interactions/" + event.getId() + "/" + event.getToken() + "/callback";
                JsonObject words = new JsonObject().put("type", 4).put("data", new JsonObject().put("content", "Hm"));
                String wrong = rest.wrongIn("POST", callback, words);
                event.replyChoice(wrong, "it").complete();
            });

            String offer = sandbox.persona("ada").completes("find", "what", "h").offer();

            assertThat(offer).contains("type: BASE_TYPE_CHOICES");
            assertThat(sandbox.persona("ada").sees()).isEmpty();
        }
    }

    @Test
    void a_thread_bears_only_tags_of_its_forum() {
        String forum = rest.does(
                        "POST",
                        at("{guild}/channels"),
                        new JsonObject().put("name", "ask").put("type", 15))
                .getString("id");
        JsonObject post = new JsonObject()
                .put("name", "Rye?")
                .put("applied_tags", JsonArray.of("1"))
                .put("message", new JsonObject().put("content", "I wonder."));

        assertThat(rest.wrongIn("POST", "/channels/" + forum + "/threads", post))
                .isEqualTo("applied_tags: INVALID");
        String thread = rest.does(
                        "POST",
                        at("{general}/threads"),
                        new JsonObject().put("name", "Us").put("type", 11))
                .getString("id");
        assertThat(rest.wrongIn(
                        "PATCH", "/channels/" + thread, new JsonObject().put("applied_tags", JsonArray.of("1"))))
                .isEqualTo("applied_tags: INVALID");
    }

    @Test
    void the_hundred_and_first_command_is_refused() {
        String commands = "/applications/" + sandbox.botId() + "/commands";
        for (int i = 1; i <= 100; i++) rest.does("POST", commands, command("c" + i));

        assertThat(rest.refused("POST", commands, command("more"))).isEqualTo(30032);
        rest.does("POST", commands, command("c7").put("description", "Another"));
    }

    private static JsonObject command(String name) {
        return new JsonObject().put("name", name).put("description", "One of many");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | {general}/messages | {'content':'x','sticker_ids':['1']} | sticker_ids",
                "POST | {general}/messages | {'poll':{'question':{'text':'Tea?'},'answers':"
                        + "[{'poll_media':{'text':'Yes'}}]}} | poll",
                "PATCH | {general} | {'type':5} | another type",
                "PATCH | {general} | {'default_auto_archive_duration':60} | default_auto_archive_duration",
                "POST | {guild}/channels | {'name':'a','type':15,'default_sort_order':1} | default_sort_order",
                "PATCH | {thread} | {'flags':2} | flags",
                "PATCH | {event} | {'entity_type':2} | entity_type 3",
                "PATCH | {event} | {'image':'data:image/png;base64,AA=='} | image"
            },
            quoteCharacter = '"')
    void what_the_sandbox_has_not_is_refused_by_name(String method, String path, String body, String named) {
        String thread = rest.does(
                        "POST",
                        at("{general}/threads"),
                        new JsonObject().put("name", "Us").put("type", 11))
                .getString("id");
        JsonObject planned = new JsonObject()
                .put("name", "Bake")
                .put("privacy_level", 2)
                .put("entity_type", 3)
                .put("scheduled_start_time", "2030-01-01T10:00:00Z")
                .put("scheduled_end_time", "2030-01-01T12:00:00Z")
                .put("entity_metadata", new JsonObject().put("location", "Kitchen"));
        String events = at("{guild}/scheduled-events");
        String event = rest.does("POST", events, planned).getString("id");

        HttpResponse<String> answer = rest.ask(
                method,
                at(path).replace("{thread}", "/channels/" + thread).replace("{event}", events + "/" + event),
                new JsonObject(body.replace('\'', '"')));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(501);
        assertThat(answer.body()).contains(named);
    }
}
