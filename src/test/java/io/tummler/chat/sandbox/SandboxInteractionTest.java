package io.tummler.chat.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.user.UserTypingEvent;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands, presses and their answers, as the real JDA gives them. */
class SandboxInteractionTest {
    private Sandbox sandbox;
    private JdaBot bot;
    private Persona ada;

    @BeforeEach
    void start() {
        start(JdaBot.PATIENT);
    }

    private void start(SandboxOptions options) {
        sandbox = Sandbox.start(options);
        bot = new JdaBot(sandbox);
        ada = sandbox.persona("ada");
        bot.guild()
                .updateCommands()
                .addCommands(
                        Commands.slash("ask", "Look for help")
                                .addOption(OptionType.STRING, "need", "What you look for", true),
                        Commands.slash("introduce", "Bring two people together")
                                .addOption(OptionType.USER, "who", "Whom", true),
                        Commands.message("Find help with this"))
                .complete();
    }

    @AfterEach
    void stop() {
        bot.close();
        sandbox.close();
    }

    @Test
    void a_command_is_answered_later_and_only_its_caller_sees_it() {
        bot.on(SlashCommandInteractionEvent.class, event -> {
            event.deferReply(true).complete();
            event.getHook()
                    .editOriginal("Two people could help with "
                            + event.getOption("need").getAsString())
                    .complete();
        });

        InteractionView asked = ada.runs("ask", Map.of("need", "VAT"));

        MessageView answer = asked.answer();
        assertThat(answer.content()).isEqualTo("Two people could help with VAT");
        assertThat(answer.ephemeral()).isTrue();
        assertThat(answer.deferred()).isFalse();
        assertThat(ada.ephemerals()).containsExactly(answer);
        assertThat(ada.reads("general")).contains(answer);
        assertThat(sandbox.persona("ben").reads("general")).doesNotContain(answer);
        assertThat(sandbox.persona("lev").sees()).isEmpty();
        assertThat(bot.channel("general").getHistory().retrievePast(100).complete())
                .noneMatch(it -> it.getIdLong() == answer.id());
    }

    @Test
    void the_first_word_after_a_deferral_fills_it_and_the_next_stands_beside() {
        bot.on(SlashCommandInteractionEvent.class, event -> {
            event.deferReply(true).complete();
            event.getHook().sendMessage("first").complete();
            event.getHook().sendMessage("second").setEphemeral(true).complete();
        });

        InteractionView asked = ada.runs("ask", Map.of("need", "VAT"));

        await().until(() -> asked.answers().size() == 2);
        assertThat(ada.ephemerals()).extracting(MessageView::content).containsExactly("first", "second");
    }

    @Test
    void a_person_option_comes_resolved_and_a_bad_value_is_refused_in_plain_words() {
        bot.on(
                SlashCommandInteractionEvent.class,
                event -> event.reply("You mean "
                                + event.getOption("who").getAsMember().getUser().getEffectiveName())
                        .complete());

        assertThat(ada.runs("introduce", Map.of("who", "ben")).answer().content())
                .isEqualTo("You mean Ben Okafor");
        assertThatThrownBy(() -> ada.runs("introduce")).hasMessage("ada cannot: /introduce needs \"who\"");
        assertThatThrownBy(() -> ada.runs("outroduce")).hasMessage("ada cannot: There is no command /outroduce");
    }

    @Test
    void a_pressed_button_changes_its_message_in_place() {
        bot.on(
                ButtonInteractionEvent.class,
                event -> event.editMessage("Noted, " + event.getButton().getLabel())
                        .setComponents(List.of())
                        .complete());
        bot.channel("general")
                .sendMessage("Do you want to?")
                .setComponents(ActionRow.of(Button.success("yes", "Yes"), Button.secondary("no", "Not now")))
                .complete();
        MessageView question = ada.reads("general").getLast();
        assertThat(question.buttons())
                .containsExactly(
                        new ButtonView("Yes", "yes", "success", false),
                        new ButtonView("Not now", "no", "secondary", false));

        MessageView answer = ada.presses(question, "Yes").answer();

        assertThat(answer.id()).isEqualTo(question.id());
        assertThat(answer.content()).isEqualTo("Noted, Yes");
        assertThat(answer.buttons()).isEmpty();
        assertThatThrownBy(() -> ada.presses(question, "Yes")).hasMessageContaining("no button \"Yes\"");
    }

    @Test
    void a_press_of_a_button_that_no_longer_stands_reaches_the_bot_all_the_same() {
        bot.on(
                ButtonInteractionEvent.class,
                event -> event.reply("Too late: " + event.getComponentId())
                        .setEphemeral(true)
                        .complete());
        MessageView said = sandbox.persona("ben").says("general", "I have no buttons.");

        assertThat(ada.pressesRaw(said.channelId(), said.id(), "forged:1")
                        .answer()
                        .content())
                .isEqualTo("Too late: forged:1");
        assertThat(ada.pressesRaw(said.channelId(), 42, "forged:2").answer().content())
                .isEqualTo("Too late: forged:2");
    }

    @Test
    void a_button_in_a_private_answer_is_deferred_and_edited_in_place() {
        bot.on(event -> {
            if (event instanceof SlashCommandInteractionEvent command)
                command.reply("Shall I ask them?")
                        .setEphemeral(true)
                        .setComponents(ActionRow.of(Button.primary("ask:7", "Ask them")))
                        .complete();
            if (event instanceof ButtonInteractionEvent press) {
                press.deferEdit().complete();
                press.getHook().editOriginal("Asked.").setComponents(List.of()).complete();
            }
        });
        MessageView offer = ada.runs("ask", Map.of("need", "VAT")).answer();

        MessageView answer = ada.presses(offer, "Ask them").answer();

        assertThat(answer.id()).isEqualTo(offer.id());
        assertThat(answer.content()).isEqualTo("Asked.");
        assertThat(ada.ephemerals()).hasSize(1);
    }

    @Test
    void components_of_the_second_version_are_read_as_text_and_buttons() {
        bot.on(
                SlashCommandInteractionEvent.class,
                event -> event.replyComponents(
                                TextDisplay.of("Here is what I hold."),
                                ActionRow.of(Button.danger("forget", "Forget me")))
                        .useComponentsV2()
                        .setEphemeral(true)
                        .complete());

        MessageView answer = ada.runs("ask", Map.of("need", "me")).answer();

        assertThat(answer.content()).isEqualTo("Here is what I hold.");
        assertThat(answer.button("Forget me").customId()).isEqualTo("forget");
    }

    @Test
    void a_menu_entry_brings_the_message_along() {
        bot.on(
                MessageContextInteractionEvent.class,
                event -> event.reply("About: " + event.getTarget().getContentRaw())
                        .setEphemeral(true)
                        .complete());
        MessageView said = sandbox.persona("ben").says("kitchen", "My starter died.");

        assertThat(ada.choosesFor(said, "Find help with this").answer().content())
                .isEqualTo("About: My starter died.");
    }

    @Test
    void a_form_is_offered_filled_in_and_answered() {
        bot.on(event -> {
            if (event instanceof SlashCommandInteractionEvent command)
                command.replyModal(Modal.create("details", "Tell more")
                                .addComponents(Label.of("How urgent?", TextInput.of("urgency", TextInputStyle.SHORT)))
                                .build())
                        .complete();
            if (event instanceof ModalInteractionEvent filled)
                filled.reply("So: " + filled.getValue("urgency").getAsString())
                        .setEphemeral(true)
                        .complete();
        });
        InteractionView form = ada.runs("ask", Map.of("need", "VAT"));
        assertThat(form.offer()).contains("\"custom_id\":\"urgency\"");

        assertThat(ada.submits(form, Map.of("urgency", "very")).answer().content())
                .isEqualTo("So: very");
    }

    @Test
    void a_form_is_not_taken_with_what_is_missing_too_long_or_not_its_own() {
        bot.on(
                SlashCommandInteractionEvent.class,
                event -> event.replyModal(Modal.create("details", "Tell more")
                                .addComponents(Label.of(
                                        "How urgent?",
                                        TextInput.create("urgency", TextInputStyle.SHORT)
                                                .setMaxLength(5)
                                                .build()))
                                .build())
                        .complete());
        InteractionView form = ada.runs("ask", Map.of("need", "VAT"));
        form.offer();

        assertThatThrownBy(() -> ada.submits(form, Map.of())).hasMessage("ada cannot: \"How urgent?\" is needed");
        assertThatThrownBy(() -> ada.submits(form, Map.of("urgency", "tomorrow")))
                .hasMessage("ada cannot: \"How urgent?\" may have at most 5 characters");
        assertThatThrownBy(() -> ada.submits(form, Map.of("urgency", "now", "mood", "fine")))
                .hasMessage("ada cannot: The form has no field \"mood\"");
        assertThatThrownBy(() -> sandbox.persona("ben").submits(form, Map.of("urgency", "now")))
                .hasMessage("ben cannot: There is no form to fill in");
    }

    @Test
    void people_roles_and_channels_are_chosen_in_menus_and_come_resolved() {
        bot.on(
                EntitySelectInteractionEvent.class,
                event -> event.reply("You chose "
                                + event.getMentions().getMembers().stream()
                                        .map(it -> it.getEffectiveName())
                                        .toList())
                        .complete());
        bot.channel("general")
                .sendMessage("Whom?")
                .setComponents(ActionRow.of(EntitySelectMenu.create("whom", EntitySelectMenu.SelectTarget.USER)
                        .setRequiredRange(1, 2)
                        .build()))
                .complete();
        MessageView menu = ada.reads("general").getLast();
        String ben = Long.toString(sandbox.persona("ben").id());
        String lev = Long.toString(sandbox.persona("lev").id());
        String dov = Long.toString(sandbox.persona("dov").id());

        assertThat(ada.selects(menu, "whom", ben, dov).answer().content())
                .isEqualTo("You chose [Ben Okafor, Dov Ritter]");
        assertThatThrownBy(() -> ada.selects(menu, "whom", ben, dov, lev)).hasMessage("ada cannot: Choose at most 2");
        assertThatThrownBy(() -> ada.selects(menu, "whom")).hasMessage("ada cannot: Choose at least 1");
        assertThatThrownBy(() -> ada.selects(menu, "whom", "42")).hasMessageContaining("names nobody who is here");
    }

    @Test
    void who_writes_is_seen_to_write() {
        bot.close();
        // All members of a guild may be asked for again only then.
        sandbox.forward(Duration.ofSeconds(30));
        bot = new JdaBot(
                sandbox, Compression.ZLIB, EnumSet.of(GatewayIntent.GUILD_MESSAGE_TYPING, GatewayIntent.GUILD_MEMBERS));

        ada.types("kitchen");

        await().until(() -> !bot.heard(UserTypingEvent.class).isEmpty());
        assertThat(bot.heard(UserTypingEvent.class).getFirst().getUser().getName())
                .isEqualTo("ada");
    }

    @Test
    void an_option_is_completed_while_it_is_typed() {
        bot.guild()
                .updateCommands()
                .addCommands(Commands.slash("find", "Find")
                        .addOptions(new OptionData(OptionType.STRING, "what", "What").setAutoComplete(true)))
                .complete();
        bot.on(
                CommandAutoCompleteInteractionEvent.class,
                event -> event.replyChoiceStrings(event.getFocusedOption().getValue() + "dough")
                        .complete());

        assertThat(ada.completes("find", "what", "sour").offer()).contains("\"sourdough\"");
        assertThat(ada.sees()).isEmpty();
    }

    @Test
    void subcommands_are_run_by_all_their_names() {
        bot.guild()
                .updateCommands()
                .addCommands(Commands.slash("me", "About me")
                        .addSubcommands(new SubcommandData("export", "All that is held"))
                        .addSubcommandGroups(new SubcommandGroupData("known", "What is known")
                                .addSubcommands(new SubcommandData("to", "To whom")
                                        .addOption(OptionType.USER, "who", "Whom", true))))
                .complete();
        bot.on(
                SlashCommandInteractionEvent.class,
                event -> event.reply(event.getFullCommandName())
                        .addFiles(FileUpload.fromData("{}".getBytes(UTF_8), "me.json"))
                        .setEphemeral(true)
                        .complete());

        assertThat(ada.runs("me export").answer().content()).isEqualTo("me export");
        assertThat(ada.runs("me known to", Map.of("who", "ben")).answer().content())
                .isEqualTo("me known to");
    }

    @Test
    void a_command_for_moderators_is_hidden_from_others() {
        bot.guild()
                .updateCommands()
                .addCommands(Commands.slash("pause", "Pause the bot")
                        .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER)))
                .complete();
        bot.on(
                SlashCommandInteractionEvent.class,
                event -> event.reply("Paused.").complete());

        assertThatThrownBy(() -> ada.runs("pause")).hasMessageContaining("There is no command /pause");
        assertThat(sandbox.persona("lev").runs("pause").answer().content()).isEqualTo("Paused.");
    }

    @Test
    void a_bot_that_says_nothing_has_failed_and_its_late_answer_is_error_10062() {
        stop();
        start(SandboxOptions.defaults());
        InteractionView asked = ada.runs("ask", Map.of("need", "silence"));

        await().until(asked::isFailed);

        assertThat(ada.ephemerals()).singleElement().satisfies(it -> {
            assertThat(it.system()).isTrue();
            assertThat(it.content()).isEqualTo("This application did not respond");
        });
        var late = bot.heard(SlashCommandInteractionEvent.class).getFirst();
        assertThatThrownBy(() -> late.reply("sorry").complete()).hasMessageContaining("10062");
    }

    @Test
    void an_expired_token_edits_nothing() {
        bot.on(
                SlashCommandInteractionEvent.class,
                event -> event.deferReply(true).complete());
        InteractionView asked = ada.runs("ask", Map.of("need", "patience"));
        await().until(asked::isAcknowledged);
        sandbox.faults().expireInteractions();

        var event = bot.heard(SlashCommandInteractionEvent.class).getFirst();

        assertThatThrownBy(() -> event.getHook().editOriginal("late").complete())
                .hasMessageContaining("Unknown Webhook");
    }

    @Test
    void registered_commands_keep_their_ids_and_go_when_left_out() {
        long ask = bot.guild().retrieveCommands().complete().stream()
                .filter(it -> it.getName().equals("ask"))
                .findFirst()
                .orElseThrow()
                .getIdLong();

        bot.guild()
                .updateCommands()
                .addCommands(Commands.slash("ask", "Look for help, again"))
                .complete();

        assertThat(bot.guild().retrieveCommands().complete())
                .singleElement()
                .satisfies(it -> assertThat(it.getIdLong()).isEqualTo(ask));
        assertThat(sandbox.commands()).containsExactly("ask");
    }

    @Test
    void what_only_one_sees_is_answered_in_front_of_nobody() {
        bot.guild()
                .updateCommands()
                .addCommands(Commands.slash("ask", "Look for help"))
                .complete();
        bot.on(
                SlashCommandInteractionEvent.class,
                it -> it.reply("Between us.").setEphemeral(true).complete());
        MessageView secret = ada.runs("ask").answer();

        assertThatThrownBy(() -> ada.says("general", "Oh!", secret))
                .hasMessageContaining("Nobody else would see what you answer");
    }

    @Test
    void a_menu_entry_of_the_guild_cannot_be_used_on_what_two_people_say_to_each_other() {
        bot.guild()
                .updateCommands()
                .addCommands(Commands.message("Find help with this"))
                .complete();
        MessageView private_ = ada.tells(sandbox.persona("ben").id(), "My door code is 4711.");

        assertThatThrownBy(() -> ada.choosesFor(private_, "Find help with this"))
                .hasMessageContaining("cannot be used here");
        assertThat(bot.heard(MessageContextInteractionEvent.class)).isEmpty();
    }

    @Test
    void a_command_holds_where_it_was_made_for_and_where_commands_are_allowed() {
        long other = sandbox.addGuild("Elsewhere");
        await().until(() -> bot.jda.getGuildById(other) != null);
        bot.jda
                .getGuildById(other)
                .updateCommands()
                .addCommands(Commands.slash("elsewhere", "Of another guild"))
                .complete();
        bot.jda
                .updateCommands()
                .addCommands(Commands.slash("direct", "In direct messages").setContexts(InteractionContextType.BOT_DM))
                .complete();

        assertThatThrownBy(() -> ada.runs("elsewhere")).hasMessageContaining("no command /elsewhere");
        assertThatThrownBy(() -> ada.runs("direct")).hasMessageContaining("direct cannot be used here");
    }
}
