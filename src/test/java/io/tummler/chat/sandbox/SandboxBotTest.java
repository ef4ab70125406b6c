package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.guild.member.GuildMemberJoinEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRemoveEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the real JDA can do in the sandbox with messages and members. */
class SandboxBotTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(JdaBot.PATIENT);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void jda_logs_in_with_and_without_compression_and_hears_what_is_said(Compression compression) {
        try (var bot = new JdaBot(sandbox, compression, JdaBot.ALL_NEEDED)) {
            assertThat(bot.jda.getSelfUser().getName()).isEqualTo("tummler");
            assertThat(bot.guild().getName()).isEqualTo("The Corner Yard");
            assertThat(bot.guild().getMembers()).hasSize(14);
            assertThat(bot.channel("kitchen").getTopic()).contains("Bread");
            assertThat(sandbox.isBotOnline()).isTrue();

            sandbox.persona("ada").says("kitchen", "Is anybody awake, @ben? ".repeat(60));

            Message heard = await().until(() -> bot.heard(MessageReceivedEvent.class), it -> !it.isEmpty())
                    .getFirst()
                    .getMessage();
            assertThat(heard.getContentRaw())
                    .startsWith("Is anybody awake, <@" + sandbox.persona("ben").id());
            assertThat(heard.getAuthor().getName()).isEqualTo("ada");
            assertThat(heard.getMentions().getUsers()).hasSize(1);
        }
    }

    @Test
    void a_bot_that_sends_replies_edits_reacts_and_deletes_is_seen_doing_so() {
        try (var bot = new JdaBot(sandbox)) {
            Persona ada = sandbox.persona("ada");
            MessageView asked = ada.says("general", "Does anybody know VAT?");

            Message answer = bot.channel("general")
                    .sendMessage("Ben does.")
                    .setMessageReference(asked.id())
                    .complete();
            answer.editMessage("Ben does, I think.").complete();
            bot.channel("general")
                    .addReactionById(asked.id(), Emoji.fromUnicode("👍"))
                    .complete();

            List<MessageView> seen = ada.reads("general");
            assertThat(seen.getLast().content()).isEqualTo("Ben does, I think.");
            assertThat(seen.getLast().edited()).isTrue();
            assertThat(seen.getLast().replyToId()).isEqualTo(asked.id());
            assertThat(seen.get(seen.size() - 2).reactions()).containsExactly("👍");

            answer.delete().complete();
            assertThat(ada.reads("general").getLast().id()).isEqualTo(asked.id());
        }
    }

    @Test
    void history_comes_newest_first_and_before_after_and_around() {
        try (var bot = new JdaBot(sandbox)) {
            Persona ada = sandbox.persona("ada");
            List<Long> said = List.of("1", "2", "3", "4", "5").stream()
                    .map(it -> ada.says("workshop", it).id())
                    .toList();
            var channel = bot.channel("workshop");

            assertThat(channel.getHistory().retrievePast(2).complete())
                    .extracting(Message::getContentRaw)
                    .containsExactly("5", "4");
            assertThat(channel.getHistoryBefore(said.get(2), 2).complete().getRetrievedHistory())
                    .extracting(Message::getContentRaw)
                    .containsExactly("2", "1");
            assertThat(channel.getHistoryAfter(said.get(2), 1).complete().getRetrievedHistory())
                    .extracting(Message::getContentRaw)
                    .containsExactly("4");
            assertThat(channel.getHistoryAround(said.get(2), 3).complete().getRetrievedHistory())
                    .extracting(Message::getContentRaw)
                    .containsExactly("4", "3", "2");
        }
    }

    @Test
    void without_the_intent_content_is_empty_but_for_mentions_and_direct_messages() {
        EnumSet<GatewayIntent> intents = EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);
        try (var bot = new JdaBot(sandbox, Compression.ZLIB, intents)) {
            Persona ada = sandbox.persona("ada");
            ada.says("general", "to everybody");
            ada.says("general", "to @tummler");
            ada.tellsBot("to you alone");

            await().until(() -> bot.heard(MessageReceivedEvent.class).size() == 3);
            assertThat(bot.heard(MessageReceivedEvent.class))
                    .extracting(it -> it.getMessage().getContentRaw())
                    .containsExactly("", "to <@" + sandbox.botId() + ">", "to you alone");
            assertThat(bot.guild().getMembers()).as("members it met").hasSizeLessThan(14);
        }
    }

    @Test
    void a_direct_message_arrives_and_a_closed_door_is_error_50007() {
        try (var bot = new JdaBot(sandbox)) {
            Persona ada = sandbox.persona("ada");
            PrivateChannel dm = bot.jda.openPrivateChannelById(ada.id()).complete();
            assertThat(ada.dms()).isEmpty();

            dm.sendMessage("Just between us.").complete();

            assertThat(ada.dms()).extracting(MessageView::content).containsExactly("Just between us.");
            assertThat(sandbox.persona("ben").sees()).isEmpty();

            sandbox.faults().closeDms("ada", true);
            assertThatThrownBy(() -> dm.sendMessage("And once more.").complete())
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            it -> assertThat(it.getErrorCode()).isEqualTo(50007));
            assertThat(ada.dms()).hasSize(1);
        }
    }

    @Test
    void the_same_nonce_twice_gives_one_message() {
        try (var bot = new JdaBot(sandbox)) {
            Message first =
                    bot.channel("general").sendMessage("Once.").setNonce("n1").complete();
            Message second =
                    bot.channel("general").sendMessage("Once.").setNonce("n1").complete();
            Message other =
                    bot.channel("general").sendMessage("Once.").setNonce("n2").complete();

            assertThat(second.getIdLong()).isEqualTo(first.getIdLong());
            assertThat(other.getIdLong()).isNotEqualTo(first.getIdLong());
            assertThat(sandbox.persona("ada").reads("general"))
                    .filteredOn(it -> it.content().equals("Once."))
                    .hasSize(2);
        }
    }

    @Test
    void a_private_thread_shows_to_its_two_members_and_to_moderators_only() {
        try (var bot = new JdaBot(sandbox)) {
            var thread = bot.channel("introductions")
                    .createThreadChannel("Ada and Ben", true)
                    .complete();
            thread.addThreadMemberById(sandbox.persona("ada").id()).complete();
            thread.sendMessage("Meet " + sandbox.persona("ben").mention()).complete();

            assertThat(sandbox.persona("ada").threads())
                    .singleElement()
                    .satisfies(it -> assertThat(it.members()).containsExactly("tummler", "ada", "ben"));
            assertThat(sandbox.persona("ben").threads())
                    .singleElement()
                    .satisfies(it -> assertThat(it.messages()).hasSize(1));
            assertThat(sandbox.persona("lev").threads()).hasSize(1);
            assertThat(sandbox.persona("chiara").threads()).isEmpty();
            assertThatThrownBy(() -> sandbox.persona("chiara").says(thread.getId(), "May I?"))
                    .hasMessageContaining("no such channel");

            sandbox.persona("ada").says(thread.getId(), "Hello Ben.");
            await().until(() -> bot.heard(MessageReceivedEvent.class).stream()
                    .anyMatch(
                            it -> it.isFromThread() && it.getAuthor().getName().equals("ada")));
            thread.getManager().setArchived(true).complete();
            assertThat(sandbox.persona("ada").threads().getFirst().archived()).isTrue();
            sandbox.persona("ada").says(thread.getId(), "One more thing.");
            assertThat(sandbox.persona("ada").threads().getFirst().archived()).isFalse();
        }
    }

    @Test
    void nothing_is_lost_or_out_of_order_when_many_speak_at_once() throws InterruptedException {
        try (var bot = new JdaBot(sandbox)) {
            List<Thread> speakers = sandbox.personas().stream()
                    .map(it -> Thread.startVirtualThread(() -> {
                        for (int i = 0; i < 50; i++) it.says("general", it.username() + " " + i);
                    }))
                    .toList();
            for (Thread speaker : speakers) speaker.join();

            await().until(() -> bot.heard(MessageReceivedEvent.class).size() == 50 * speakers.size());
            assertThat(bot.heard(MessageReceivedEvent.class))
                    .extracting(MessageReceivedEvent::getMessageIdLong)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void members_come_and_go_and_react() {
        try (var bot = new JdaBot(sandbox)) {
            MessageView said = sandbox.persona("ada").says("general", "Who likes rye?");
            sandbox.persona("ben").reacts(said, "🍞");
            sandbox.persona("mina").leaves();
            await().until(() -> bot.heard(GuildMemberRemoveEvent.class).size() == 1);
            assertThat(bot.guild().getMemberById(sandbox.persona("mina").id())).isNull();
            sandbox.persona("mina").comesBack();

            await().until(() -> bot.heard(GuildMemberJoinEvent.class).size() == 1);
            assertThat(bot.heard(MessageReactionAddEvent.class))
                    .singleElement()
                    .satisfies(it ->
                            assertThat(it.getReaction().getEmoji().getName()).isEqualTo("🍞"));
        }
    }

    @Test
    void the_moderators_room_is_the_moderators_and_the_bots() {
        try (var bot = new JdaBot(sandbox)) {
            var room = bot.channel("moderators");
            var ada = bot.guild().getMemberById(sandbox.persona("ada").id());
            var lev = bot.guild().getMemberById(sandbox.persona("lev").id());

            assertThat(ada.hasPermission(room, Permission.VIEW_CHANNEL)).isFalse();
            assertThat(lev.hasPermission(room, Permission.VIEW_CHANNEL)).isTrue();
            assertThat(bot.guild().getSelfMember().hasPermission(room, Permission.MESSAGE_SEND))
                    .isTrue();
            assertThatThrownBy(() -> sandbox.persona("ada").reads("moderators"))
                    .hasMessageContaining("no such channel");
            assertThat(sandbox.persona("lev").reads("moderators")).isNotEmpty();
        }
    }

    @Test
    void an_unknown_message_is_error_10008_and_what_is_not_there_is_named() {
        try (var bot = new JdaBot(sandbox)) {
            assertThatThrownBy(
                            () -> bot.channel("general").retrieveMessageById(1).complete())
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            it -> assertThat(it.getErrorCode()).isEqualTo(10008));
            assertThatThrownBy(() -> bot.jda.retrieveWebhookById(7).complete())
                    .hasMessageContaining("The sandbox does not know GET /webhooks/7");
        }
    }
}
