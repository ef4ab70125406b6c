package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberJoinEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two bots in one guild. */
class SandboxBotsTest {
    private Sandbox sandbox;
    private JdaBot first;
    private JdaBot second;
    private BotLogin login;
    private Persona ada;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(JdaBot.PATIENT.withLimits(Limits.announcedOnly()));
        first = new JdaBot(sandbox);
        login = sandbox.addBot("helper");
        second = new JdaBot(sandbox, login.token());
        ada = sandbox.persona("ada");
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        sandbox.close();
    }

    @Test
    void each_is_somebody_of_its_own_whom_the_other_sees() {
        await().until(() -> first.heard(GuildMemberJoinEvent.class).size() == 1);
        assertThat(second.jda.getSelfUser().getIdLong()).isEqualTo(login.id());
        assertThat(second.guild().getSelfMember().getRoles())
                .singleElement()
                .satisfies(it -> assertThat(it.getName()).isEqualTo("helper"));

        second.channel("general").sendMessage("I am the other one").complete();

        await().until(() -> first.heard(MessageReceivedEvent.class).size() == 1);
        assertThat(first.heard(MessageReceivedEvent.class)
                        .getFirst()
                        .getAuthor()
                        .getIdLong())
                .isEqualTo(login.id());
        assertThat(ada.reads("general").getLast().authorId()).isEqualTo(login.id());
    }

    @Test
    void each_has_its_commands_and_presses_to_itself() {
        first.guild()
                .updateCommands()
                .addCommands(Commands.slash("one", "Of the first"))
                .complete();
        second.guild()
                .updateCommands()
                .addCommands(Commands.slash("two", "Of the second"))
                .complete();
        first.on(SlashCommandInteractionEvent.class, it -> it.reply("first").complete());
        second.on(SlashCommandInteractionEvent.class, it -> it.reply("second").complete());

        assertThat(first.guild().retrieveCommands().complete())
                .singleElement()
                .satisfies(it -> assertThat(it.getName()).isEqualTo("one"));
        assertThat(ada.runs("one").answer().authorId()).isEqualTo(sandbox.botId());
        assertThat(ada.runs("two").answer().authorId()).isEqualTo(login.id());

        second.on(
                ButtonInteractionEvent.class,
                it -> it.editMessage("pressed").setComponents(List.of()).complete());
        second.channel("general")
                .sendMessage("Press me")
                .setComponents(ActionRow.of(Button.primary("it", "It")))
                .complete();
        assertThat(ada.presses(ada.reads("general").getLast(), "It").answer().content())
                .isEqualTo("pressed");
        assertThat(first.heard(ButtonInteractionEvent.class)).isEmpty();
    }

    @Test
    void direct_words_reach_the_one_they_are_for() {
        ada.tells(login.id(), "to the second");
        ada.tellsBot("to the first");

        await().until(() -> first.heard(MessageReceivedEvent.class).size() == 1);
        await().until(() -> second.heard(MessageReceivedEvent.class).size() == 1);
        assertThat(second.heard(MessageReceivedEvent.class)
                        .getFirst()
                        .getMessage()
                        .getContentRaw())
                .isEqualTo("to the second");
    }

    @Test
    void a_reset_puts_neither_out() {
        sandbox.reset();

        ada.says("general", "still there?");
        await().until(() -> second.heard(MessageReceivedEvent.class).size() == 1);
        assertThat(second.guild().retrieveMemberById(login.id()).complete().getRoles())
                .hasSize(1);
    }

    @Test
    void a_bot_that_is_invited_again_bears_its_own_role_alone() {
        sandbox.botRights().remove(sandbox.guildId());
        sandbox.botRights().invite(sandbox.guildId());

        assertThat(second.guild().retrieveMemberById(sandbox.botId()).complete().getRoles())
                .singleElement()
                .satisfies(it -> assertThat(it.getName()).isNotEqualTo("helper"));
    }

    @Test
    void a_form_goes_to_the_bot_that_offered_it_and_not_to_a_later_one_of_the_same_name() {
        for (JdaBot bot : List.of(first, second))
            bot.on(
                    SlashCommandInteractionEvent.class,
                    it -> it.replyModal(Modal.create("form", "A form")
                                    .addComponents(Label.of("What?", TextInput.of("what", TextInputStyle.SHORT)))
                                    .build())
                            .complete());
        first.guild()
                .updateCommands()
                .addCommands(Commands.slash("one", "Of the first"))
                .complete();
        second.guild()
                .updateCommands()
                .addCommands(Commands.slash("two", "Of the second"))
                .complete();
        InteractionView offer = ada.runs("one");
        assertThat(offer.offer()).contains("A form");
        assertThat(ada.runs("two").offer()).contains("A form");
        first.on(ModalInteractionEvent.class, it -> it.reply("filled in").complete());

        assertThat(ada.submits(offer, Map.of("what", "bread")).answer().authorId())
                .isEqualTo(sandbox.botId());
        assertThat(second.heard(ModalInteractionEvent.class)).isEmpty();
    }

    @Test
    void a_bot_that_was_put_out_offers_nothing_until_it_is_back() {
        second.guild()
                .updateCommands()
                .addCommands(Commands.slash("two", "Of the second"))
                .complete();
        sandbox.botRights(login.id()).remove(sandbox.guildId());
        assertThatThrownBy(() -> ada.runs("two")).hasMessageContaining("no command /two");

        sandbox.reset();

        await().until(() -> second.heard(GuildJoinEvent.class).size() == 1);
        second.on(SlashCommandInteractionEvent.class, it -> it.reply("second").complete());
        assertThat(ada.runs("two").answer().content()).isEqualTo("second");
    }
}
