package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sandbox keeps, and where it runs. */
class SandboxStateTest {
    @TempDir
    Path folder;

    @Test
    void a_restart_keeps_everything() {
        SandboxOptions options = SandboxOptions.defaults().withFile(folder.resolve("state/sandbox.json"));
        long said;
        try (Sandbox first = Sandbox.start(options);
                var bot = new JdaBot(first)) {
            bot.on(
                    SlashCommandInteractionEvent.class,
                    event -> event.reply("Between us.").setEphemeral(true).complete());
            bot.guild()
                    .updateCommands()
                    .addCommands(Commands.slash("ask", "Look for help"))
                    .complete();
            first.persona("ada").runs("ask").answer();
            bot.jda
                    .openPrivateChannelById(first.persona("ada").id())
                    .complete()
                    .sendMessage("A word in your ear.")
                    .complete();
            var thread = bot.channel("introductions")
                    .createThreadChannel("Ada and Ben", true)
                    .setAutoArchiveDuration(ThreadChannel.AutoArchiveDuration.TIME_1_WEEK)
                    .complete();
            thread.addThreadMemberById(first.persona("ada").id()).complete();
            thread.sendMessage("Meet.").setNonce("n").complete();
            bot.channel("general").sendMessage("Once.").setNonce("m").complete();
            first.forward(Duration.ofDays(3));
            said = first.persona("ada").says("general", "See you tomorrow.").id();
            first.faults().closeDms("ben", true);
        }

        try (Sandbox second = Sandbox.start(options);
                var bot = new JdaBot(second)) {
            Persona ada = second.persona("ada");
            assertThat(ada.reads("general").getLast().id()).isEqualTo(said);
            assertThat(ada.sees())
                    .extracting(MessageView::content)
                    .containsExactly("Between us.", "A word in your ear.");
            assertThat(second.persona("ben").sees()).isEmpty();
            assertThat(ada.threads()).singleElement().satisfies(it -> {
                assertThat(it.members()).containsExactly("tummler", "ada");
                assertThat(it.messages()).extracting(MessageView::content).containsExactly("Meet.");
            });
            assertThat(second.commands()).containsExactly("ask");
            assertThat(second.clock().instant())
                    .isAfter(Instant.now().plus(Duration.ofDays(3)).minusSeconds(60));
            assertThat(ada.says("general", "Here again.").id()).isGreaterThan(said);
            assertThat(bot.guild().getThreadChannels()).hasSize(1);
            bot.channel("general").sendMessage("Once.").setNonce("m").complete();
            assertThat(ada.reads("general"))
                    .filteredOn(it -> it.content().equals("Once."))
                    .hasSize(1);
            await().until(() -> !bot.heard(MessageReceivedEvent.class).isEmpty());
        }
    }

    @Test
    void state_is_written_while_it_runs_and_a_broken_file_says_what_to_do() throws Exception {
        Path file = folder.resolve("sandbox.json");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withFile(file))) {
            sandbox.persona("ada").says("general", "Is this kept?");
            await().until(() -> Files.exists(file) && Files.readString(file).contains("Is this kept?"));
        }

        Files.writeString(file, "{\"version\":1,");

        assertThatThrownBy(() -> Sandbox.start(SandboxOptions.defaults().withFile(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Delete or move the file to start afresh");
    }

    @Test
    void the_page_can_be_mounted_on_another_server_and_a_given_vertx_stays_open() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int port;
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withVertx(vertx))) {
                Router router = Router.router(vertx);
                sandbox.mount(router);
                port = vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get()
                        .actualPort();
                URI world = URI.create("http://127.0.0.1:" + port + "/sandbox/api/world");
                HttpResponse<String> response =
                        http.send(HttpRequest.newBuilder(world).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).contains("The Corner Yard");
            }
            assertThat(vertx.getOrCreateContext()).isNotNull();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    @Test
    void a_command_with_a_wrong_option_leaves_no_trace() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            assertThatThrownBy(() -> sandbox.persona("ada").runs("ask", Map.of("need", "x")))
                    .hasMessageContaining("There is no command /ask");
            assertThat(sandbox.persona("ada").sees()).isEmpty();
        }
    }

    @Test
    void what_another_bot_left_is_gone_after_a_restart_and_a_language_is_not() {
        SandboxOptions options = SandboxOptions.defaults().withFile(folder.resolve("sandbox.json"));
        try (Sandbox first = Sandbox.start(options)) {
            BotLogin login = first.addBot("guest");
            first.persona("ada").speaks("de");
            first.persona("ada").tells(login.id(), "Hello, guest.");
            first.persona("ada").says("general", "Ask <@" + login.id() + ">.");
            try (var guest = new JdaBot(first, login.token())) {
                guest.guild()
                        .updateCommands()
                        .addCommands(Commands.slash("guest", "Of a guest"))
                        .complete();
                guest.channel("general").sendMessage("Ask me.").complete();
            }
        }

        try (Sandbox second = Sandbox.start(options);
                var bot = new JdaBot(second)) {
            assertThat(second.commands()).isEmpty();
            assertThat(bot.guild().getRolesByName("guest", false)).isEmpty();
            assertThat(bot.channel("general").getHistory().retrievePast(1).complete())
                    .singleElement()
                    .satisfies(it -> assertThat(it.getMentions().getUsers()).isEmpty());
            assertThat(second.persona("ada").sees()).isEmpty();
            bot.guild()
                    .updateCommands()
                    .addCommands(Commands.slash("ask", "Look for help"))
                    .complete();
            bot.on(
                    SlashCommandInteractionEvent.class,
                    event -> event.reply(event.getUserLocale().getLocale()).complete());
            assertThat(second.persona("ada").runs("ask").answer().content()).isEqualTo("de");
        }
    }

    @Test
    void a_reset_leaves_other_guilds_as_they_are() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                var bot = new JdaBot(sandbox)) {
            long other = sandbox.addGuild("Elsewhere");
            await().until(() -> bot.jda.getGuildById(other) != null);
            var channel = bot.jda
                    .getGuildById(other)
                    .getTextChannelsByName("general", false)
                    .getFirst();
            channel.sendMessage("Said elsewhere.").complete();
            bot.channel("general").sendMessage("Said here.").complete();

            sandbox.reset();

            assertThat(channel.getHistory().retrievePast(1).complete())
                    .extracting(it -> it.getContentRaw())
                    .containsExactly("Said elsewhere.");
            assertThat(sandbox.persona("ada").reads("general"))
                    .extracting(MessageView::content)
                    .doesNotContain("Said here.");
            sandbox.botRights().remove(other);
            await().until(() -> bot.jda.getGuildById(other) == null);
        }
    }
}
