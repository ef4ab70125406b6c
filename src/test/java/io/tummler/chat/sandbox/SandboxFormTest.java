package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveAllEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEmojiEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages in all their forms, and how a wrong one is refused. */
class SandboxFormTest {
    private static final String LONG = "x".repeat(4_097);

    private Sandbox sandbox;
    private RestBot rest;
    private String messages;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(JdaBot.PATIENT.withLimits(Limits.announcedOnly()));
        rest = new RestBot(sandbox);
        messages = "/channels/" + sandbox.channelId("general") + "/messages";
    }

    @AfterEach
    void stop() {
        rest.close();
        sandbox.close();
    }

    @ParameterizedTest
    @AsksWrongly
    @CsvSource(
            delimiter = '|',
            value = {
                "{'content':'LONG'} | content: BASE_TYPE_MAX_LENGTH",
                "{'embeds':[{'title':'fine'},{'description':'LONG'}]} | embeds.1.description: BASE_TYPE_MAX_LENGTH",
                "{'embeds':[{'fields':[{'name':'n'}]}]} | embeds.0.fields.0: BASE_TYPE_REQUIRED",
                "{'flags':32768,'components':[{'type':10,'content':'LONG'}]}"
                        + "| components.0.content: BASE_TYPE_BAD_LENGTH",
                "{'flags':32768,'components':[{'type':9,'components':[{'type':10,'content':'y'}]}]}"
                        + "| components.0.accessory: BASE_TYPE_REQUIRED",
                "{'components':[{'type':1,'components':[B1,B2,B3,B4,B5,B6]}]}"
                        + "| components.0.components: BASE_TYPE_BAD_LENGTH",
                "{'components':[{'type':1,'components':[{'type':2,'style':1,'label':'go','custom_id':'LONG'}]}]}"
                        + "| components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH",
                "{'components':[{'type':1,'components':[{'type':3,'custom_id':'s','options':[]}]}]}"
                        + "| components.0.components.0.options: BASE_TYPE_BAD_LENGTH",
                "{'content':'x','nonce':'abcdefghijklmnopqrstuvwxyz'} | nonce: BASE_TYPE_MAX_LENGTH"
            })
    void a_wrong_form_is_refused_where_it_is_wrong(String form, String where) {
        isRefused(form, where);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'components':[{'type':10,'content':'text'}]} | components.0.type: UNION_TYPE_CHOICES",
                "{'flags':32768,'content':'x','components':[{'type':10,'content':'y'}]}"
                        + "| content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "{'components':[{'type':1,'components':[B1,B1]}]}"
                        + "| components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED",
                "{'components':[{'type':1,'components':[{'type':2,'style':5,'label':'go'}]}]}"
                        + "| components.0.components.0.url: BASE_TYPE_REQUIRED",
                "{'content':'x','attachments':[{'id':0}]} | attachments: ATTACHMENT_NOT_FOUND",
                "{'content':'x','message_reference':{'message_id':'7'}} | message_reference: REPLIES_UNKNOWN_MESSAGE"
            })
    void what_its_description_does_not_tell_is_refused_where_it_is_wrong(String form, String where) {
        isRefused(form, where);
    }

    private void isRefused(String form, String where) {
        assertThat(rest.wrongIn("POST", messages, form(form))).isEqualTo(where);
        assertThat(rest.list(messages).encode()).doesNotContain("\"username\":\"tummler\"");
    }

    private String page(Persona persona) {
        String page = "http://127.0.0.1:" + sandbox.port() + "/sandbox/api/world?as=" + persona.id();
        return new JsonObject(
                        rest.send(HttpRequest.newBuilder(URI.create(page))).body())
                .getJsonArray("commands")
                .encode();
    }

    private static JsonObject form(String written) {
        String json = written.replace("'LONG'", "'" + LONG + "'");
        for (int i = 1; i <= 6; i++)
            json = json.replace("B" + i, "{'type':2,'style':1,'label':'go','custom_id':'b" + i + "'}");
        return new JsonObject(json.replace('\'', '"'));
    }

    @Test
    @AsksWrongly
    void forty_components_are_enough() {
        var many = new JsonArray();
        for (int i = 0; i < 41; i++) many.add(new JsonObject().put("type", 10).put("content", "x"));
        JsonObject form = new JsonObject().put("flags", 1 << 15).put("components", many);

        assertThat(rest.wrongIn("POST", messages, form))
                .isEqualTo("components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED");
        many.remove(0);
        assertThat(rest.does("POST", messages, form).getJsonArray("components")).hasSize(40);
    }

    @Test
    void a_file_keeps_its_name_size_kind_and_content_and_may_be_taken_off() throws Exception {
        sandbox.botRights().grantIn("general", "ATTACH_FILES");
        try (var bot = new JdaBot(sandbox);
                HttpClient http = HttpClient.newHttpClient()) {
            byte[] text = "{\"bread\": \"rye\"}".getBytes(StandardCharsets.UTF_8);
            Message said = bot.channel("general")
                    .sendMessage("The recipe.")
                    .addFiles(FileUpload.fromData(text, "recipe book.json").setDescription("Rye"))
                    .complete();

            var file = said.getAttachments().getFirst();
            assertThat(file.getFileName()).isEqualTo("recipe book.json");
            assertThat(file.getSize()).isEqualTo(text.length);
            assertThat(file.getContentType()).startsWith("application/");
            assertThat(file.getDescription()).isEqualTo("Rye");
            HttpResponse<byte[]> content = http.send(
                    HttpRequest.newBuilder(URI.create(file.getUrl())).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(content.body()).isEqualTo(text);

            Message edited = said.editMessageAttachments(
                            AttachedFile.fromAttachment(file),
                            FileUpload.fromData("x".repeat(1_100_000).getBytes(StandardCharsets.UTF_8), "big.txt"))
                    .complete();
            assertThat(edited.getAttachments())
                    .extracting(Message.Attachment::getSize)
                    .containsExactly(text.length, 1_100_000);
            assertThat(http.send(
                                    HttpRequest.newBuilder(URI.create(edited.getAttachments()
                                                    .getLast()
                                                    .getUrl()))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(edited.editMessageAttachments().complete().getAttachments())
                    .isEmpty();

            sandbox.botRights().revokeIn("general", "ATTACH_FILES");
            await().until(() -> !bot.guild()
                    .getSelfMember()
                    .hasPermission(bot.channel("general"), Permission.MESSAGE_ATTACH_FILES));
            assertThat(rest.send(rest.request(messages)
                                    .header("Content-Type", "multipart/form-data; boundary=b")
                                    .POST(HttpRequest.BodyPublishers.ofString("--b\r\nContent-Disposition: form-data;"
                                            + " name=\"files[0]\"; filename=\"a.txt\"\r\n\r\nhi\r\n--b--\r\n")))
                            .body())
                    .contains("50013");
        }
    }

    @Test
    void reactions_of_others_are_taken_off_by_whoever_may() {
        try (var bot = new JdaBot(sandbox)) {
            MessageView said = sandbox.persona("ada").says("general", "Who comes?");
            for (String who : new String[] {"ben", "lev"}) {
                sandbox.persona(who).reacts(said, "👍");
                sandbox.persona(who).reacts(said, "🍞");
            }
            String reactions = messages + "/" + said.id() + "/reactions";
            assertThat(rest.refused("DELETE", reactions)).isEqualTo(50013);
            assertThat(rest.refused("PUT", reactions + "/party:7/@me")).isEqualTo(10014);
            sandbox.botRights().grant("MANAGE_MESSAGES");
            await().until(() -> bot.guild().getSelfMember().hasPermission(Permission.MESSAGE_MANAGE));
            Message message =
                    bot.channel("general").retrieveMessageById(said.id()).complete();

            message.removeReaction(
                            Emoji.fromUnicode("👍"),
                            bot.jda
                                    .retrieveUserById(sandbox.persona("ben").id())
                                    .complete())
                    .complete();
            assertThat(message.retrieveReactionUsers(Emoji.fromUnicode("👍")).complete())
                    .hasSize(1);
            message.clearReactions(Emoji.fromUnicode("🍞")).complete();
            message.clearReactions().complete();

            await().until(() -> bot.heard(MessageReactionRemoveAllEvent.class).size() == 1);
            assertThat(bot.heard(MessageReactionRemoveEmojiEvent.class)).hasSize(1);
            assertThat(bot.heard(MessageReactionRemoveEvent.class)).hasSize(1);
            assertThat(sandbox.persona("ada").reads("general").getLast().reactions())
                    .isEmpty();
        }
    }

    @Test
    void pins_go_by_both_their_routes_and_need_the_right_to_pin() {
        String id =
                Long.toString(sandbox.persona("ada").says("general", "Read me.").id());
        assertThat(rest.refused("PUT", messages + "/pins/" + id)).isEqualTo(50013);
        sandbox.botRights().grant("PIN_MESSAGES");

        rest.does("PUT", messages + "/pins/" + id);
        assertThat(rest.does("GET", messages + "/pins").getJsonArray("items")).hasSize(1);
        assertThat(rest.list("/channels/" + sandbox.channelId("general") + "/pins"))
                .hasSize(1);
        rest.does("DELETE", "/channels/" + sandbox.channelId("general") + "/pins/" + id);
        assertThat(rest.does("GET", messages + "/pins").getJsonArray("items")).isEmpty();
    }

    @Test
    @AsksWrongly
    void many_are_deleted_at_once_but_not_what_is_old() {
        sandbox.botRights().grant("MANAGE_MESSAGES");
        String one = Long.toString(sandbox.persona("ada").says("general", "one").id());
        String two = Long.toString(sandbox.persona("ada").says("general", "two").id());
        String old = rest.list(messages + "?after=0&limit=1").getJsonObject(0).getString("id");

        assertThat(rest.refused("POST", messages + "/bulk-delete", ids(one))).isEqualTo(50016);
        assertThat(rest.refused("POST", messages + "/bulk-delete", ids(one, old)))
                .isEqualTo(50034);
        rest.does("POST", messages + "/bulk-delete", ids(one, two));
        assertThat(rest.refused("GET", messages + "/" + one)).isEqualTo(10008);
    }

    private static JsonObject ids(String... ids) {
        return new JsonObject().put("messages", new JsonArray(List.of(ids)));
    }

    @Test
    void a_role_is_mentioned_only_where_that_is_allowed() {
        String everyone = "<@&" + sandbox.guildId() + ">";
        JsonObject said = rest.does("POST", messages, new JsonObject().put("content", everyone));
        JsonObject silent = rest.does(
                "POST",
                messages,
                new JsonObject()
                        .put("content", everyone)
                        .put("allowed_mentions", new JsonObject().put("parse", new JsonArray())));

        assertThat(said.getJsonArray("mention_roles")).hasSize(1);
        assertThat(silent.getJsonArray("mention_roles")).isEmpty();
    }

    @Test
    void a_conversation_opened_too_fast_or_with_nobody_in_common_is_refused() {
        var ada = sandbox.persona("ada");
        JsonObject to = new JsonObject().put("recipient_id", Long.toString(ada.id()));
        sandbox.faults().answer("POST", "/users/@me/channels", 400, 40003, 1);

        assertThat(rest.refused("POST", "/users/@me/channels", to)).isEqualTo(40003);
        String dm = rest.does("POST", "/users/@me/channels", to).getString("id");
        ada.leaves();
        assertThat(rest.refused("POST", "/channels/" + dm + "/messages", new JsonObject().put("content", "Psst")))
                .isEqualTo(50278);
        assertThat(ada.dms()).isEmpty();
    }

    @Test
    void a_command_is_known_by_another_name_in_another_language_and_run_all_the_same() {
        try (var bot = new JdaBot(sandbox)) {
            bot.on(
                    SlashCommandInteractionEvent.class,
                    event -> event.reply(event.getName() + " in "
                                    + event.getUserLocale().getLocale())
                            .complete());
            bot.guild()
                    .updateCommands()
                    .addCommands(
                            Commands.slash("ask", "Look for help")
                                    .setNameLocalization(DiscordLocale.GERMAN, "fragen")
                                    .setDescriptionLocalization(DiscordLocale.GERMAN, "Hilfe suchen"),
                            Commands.slash("all", "For administrators")
                                    .setDefaultPermissions(DefaultMemberPermissions.DISABLED))
                    .complete();
            var ada = sandbox.persona("ada");
            ada.speaks("de");

            assertThat(ada.runs("ask").answer().content()).isEqualTo("ask in de");
            assertThat(page(ada))
                    .contains("\"shown\":\"fragen\"")
                    .contains("Hilfe suchen")
                    .doesNotContain("\"all\"");
            assertThatThrownBy(() -> ada.runs("all")).hasMessageContaining("no command /all");
            assertThat(sandbox.persona("lev").runs("all").answer().content()).isEqualTo("all in en-US");
        }
        String commands = "/applications/" + sandbox.botId() + "/guilds/" + sandbox.guildId() + "/commands";
        assertThat(rest.list(commands).encode()).doesNotContain("fragen");
        assertThat(rest.list(commands + "?with_localizations=true").encode()).contains("fragen");
        assertThat(rest.wrongIn(
                        "POST",
                        commands,
                        new JsonObject()
                                .put("name", "x")
                                .put("description", "y")
                                .put("name_localizations", new JsonObject().put("tlh", "z"))))
                .isEqualTo("name_localizations.tlh: ENUM_TYPE_COERCE");
    }

    @Test
    void a_reason_with_a_percent_sign_is_taken_as_it_is() {
        sandbox.botRights().grant("PIN_MESSAGES", "VIEW_AUDIT_LOG");
        long said = sandbox.persona("ada").says("general", "Read me.").id();

        assertThat(rest.send(rest.request(messages + "/pins/" + said)
                                .header("X-Audit-Log-Reason", "100% sure")
                                .PUT(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
        assertThat(rest.does("GET", "/guilds/" + sandbox.guildId() + "/audit-logs")
                        .getJsonArray("audit_log_entries")
                        .encode())
                .contains("100% sure");
    }

    @Test
    @AsksWrongly
    void an_option_without_a_type_is_refused_and_the_page_goes_on() {
        String commands = "/applications/" + sandbox.botId() + "/commands";
        JsonObject half = new JsonObject()
                .put("name", "ask")
                .put("description", "Look for help")
                .put("options", JsonArray.of(new JsonObject().put("name", "x").put("description", "y")));

        assertThat(rest.wrongIn("POST", commands, half)).isEqualTo("options: BASE_TYPE_CHOICES");
        assertThat(page(sandbox.persona("ada"))).isEqualTo("[]");
    }

    @Test
    void what_is_wrong_in_part_changes_nothing() {
        sandbox.botRights().grant("MANAGE_CHANNELS");
        String channel = "/channels/" + sandbox.channelId("general");
        String topic = rest.does("GET", channel).getString("topic");

        assertThat(rest.wrongIn(
                        "PATCH", channel, new JsonObject().put("topic", "new").put("parent_id", "1")))
                .isEqualTo("parent_id: CHANNEL_PARENT_INVALID");
        assertThat(rest.does("GET", channel).getString("topic")).isEqualTo(topic);
    }

    @Test
    void what_is_null_is_as_if_it_were_not_there() {
        JsonObject said = rest.does("POST", messages, new JsonObject("""
                        {"content": "Hello <@%d>", "flags": null, "nonce": null, "enforce_nonce": null, "embeds": null,
                         "components": null, "allowed_mentions": {"parse": null, "users": ["%d"], "roles": null}}""".formatted(
                        sandbox.persona("ada").id(), sandbox.persona("ada").id())));

        assertThat(said.getJsonArray("mentions")).hasSize(1);
    }

    @Test
    @AsksWrongly
    void an_edit_that_is_refused_leaves_the_message_as_it_was() {
        String said = rest.does("POST", messages, new JsonObject().put("content", "as it was"))
                .getString("id");
        JsonObject wrong = new JsonObject()
                .put("content", "changed")
                .put(
                        "allowed_mentions",
                        new JsonObject().put("users", JsonArray.of(true)).put("replied_user", "no"));

        assertThat(rest.refused("PATCH", messages + "/" + said, wrong)).isEqualTo(50035);
        assertThat(rest.does("GET", messages + "/" + said).getString("content")).isEqualTo("as it was");
    }
}
