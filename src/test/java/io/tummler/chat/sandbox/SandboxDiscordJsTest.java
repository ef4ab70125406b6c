package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That discord.js takes the sandbox for Discord, beside JDA in the same guild; its side is {@code discordjs.js}. */
class SandboxDiscordJsTest {
    /** So long that no answer comes too late only since the machine is slow. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, Runnable> acts = new LinkedHashMap<>();
    private Sandbox sandbox;
    private Persona ada;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withPatience(PATIENCE));
        ada = sandbox.persona("ada");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private MessageView last(String content) {
        return ada.reads("general").stream()
                .filter(it -> it.content().equals(content))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("nobody said: " + content));
    }

    private void acts(String please, Runnable act) {
        acts.put(please, act);
    }

    private void talks() {
        acts("say hello", () -> ada.says("general", "hello, other bot"));
        acts("say one and two", () -> {
            ada.says("general", "one");
            ada.says("general", "two");
        });
        acts("react", () -> ada.reacts(last("edited by discord.js"), "👍"));
        acts("press yes", () -> ada.presses(last("Shall we?"), "Yes"));
        acts("read we shall", () -> assertThat(last("We shall").buttons()).isEmpty());
    }

    private void commands() {
        acts(
                "complete echo",
                () -> assertThat(ada.completes("echo", "text", "rye").offer()).contains("rye bread"));
        acts(
                "run echo",
                () -> assertThat(
                                ada.runs("echo", Map.of("text", "rye")).answer().content())
                        .isEqualTo("echo rye"));
        acts("run slow", () -> {
            InteractionView asked = ada.runs("slow");
            assertThat(asked.answer().content()).isEqualTo("slow, and private");
            assertThat(asked.answer().ephemeral()).isTrue();
            await().until(() -> asked.answers().size() == 2);
            assertThat(asked.answers().getLast().content()).isEqualTo("and more");
        });
        acts("run form", () -> {
            InteractionView asked = ada.runs("form");
            assertThat(asked.offer()).contains("A form");
            assertThat(ada.submits(asked, Map.of("what", "bread")).answer().content())
                    .isEqualTo("filled in: bread");
        });
        acts("run choose", () -> {
            MessageView when = ada.runs("choose").answer();
            assertThat(ada.selects(when, "day", "tue").answer().content()).isEqualTo("On tue");
        });
        acts("run card", () -> {
            MessageView card = ada.runs("card").answer();
            assertThat(card.content()).isEqualTo("A card");
            assertThat(ada.presses(card, "More").answer().content()).isEqualTo("More of the card");
        });
        acts(
                "count words",
                () -> assertThat(ada.choosesFor(last("hello, other bot"), "Count words")
                                .answer()
                                .content())
                        .isEqualTo("3 words"));
    }

    private void threadsAndDirectWords(BotLogin login) {
        acts("answer in the thread", () -> {
            ThreadView thread = ada.threads().getFirst();
            assertThat(thread.isPrivate()).isTrue();
            assertThat(thread.members()).containsExactlyInAnyOrder("discordjs", "ada");
            ada.says(Long.toString(thread.id()), "thank you");
        });
        acts("read the threads", () -> {
            assertThat(ada.threads()).extracting(ThreadView::archived).containsExactly(true, false);
            assertThat(ada.threads().getLast().messages())
                    .extracting(MessageView::content)
                    .contains("said in public");
        });
        acts("answer directly", () -> {
            assertThat(ada.dms()).extracting(MessageView::content).containsExactly("a direct word");
            ada.tells(login.id(), "likewise");
        });
    }

    private void faults() {
        acts("drop the gateway", () -> {
            sandbox.faults().dropGateway();
            ada.says("general", "said while you were away");
        });
        acts("limit messages", () -> sandbox.faults().answer("POST", "/messages$", 429, 1));
        acts("read patience once", () -> {
            assertThat(ada.reads("general"))
                    .filteredOn(it -> it.content().equals("patience"))
                    .hasSize(1);
            assertThat(sandbox.requests()).extracting(RequestView::status).contains(429);
        });
    }

    @Test
    void discord_js_does_what_bots_do_beside_another_bot() throws Exception {
        var script = new NodeScript("discordjs.js");
        BotLogin login = sandbox.addBot("discordjs");
        sandbox.botRights(login.id()).grant("CREATE_PUBLIC_THREADS");
        talks();
        commands();
        threadsAndDirectWords(login);
        faults();

        try (var other = new JdaBot(sandbox)) {
            script.play(acts, sandbox.restUrl(), login.token(), Long.toString(sandbox.guildId()));

            assertThat(other.heard(MessageReceivedEvent.class))
                    .filteredOn(it -> it.getAuthor().getIdLong() == login.id())
                    .extracting(it -> it.getMessage().getContentRaw())
                    .contains("from discord.js", "patience")
                    .doesNotContain("a direct word");
            assertThat(other.heard(GenericInteractionCreateEvent.class)).isEmpty();
            assertThat(other.guild().getMembersByName("discordjs", true))
                    .singleElement()
                    .satisfies(it -> assertThat(it.getUser().isBot()).isTrue());
        }
    }
}
