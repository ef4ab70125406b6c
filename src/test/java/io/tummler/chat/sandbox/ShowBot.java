package io.tummler.chat.sandbox;

import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.checkboxgroup.CheckboxGroup;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.radiogroup.RadioGroup;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.components.thumbnail.Thumbnail;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.modals.Modal;

/** A bot, by the real JDA, that uses all that a bot can show and ask, and says what it was told. */
final class ShowBot implements AutoCloseable {
    private static final List<String> SUBJECTS = List.of("sourdough", "sour cherries", "soldering", "VAT");

    final JdaBot bot;

    ShowBot(Sandbox sandbox) {
        bot = new JdaBot(sandbox);
        bot.on(ShowBot::answer);
        bot.guild()
                .updateCommands()
                .addCommands(
                        Commands.slash("show", "Shows a layout"),
                        Commands.slash("card", "Shows an embed, to everybody"),
                        Commands.slash("choose", "Shows select menus"),
                        Commands.slash("form", "Asks by a form"),
                        Commands.slash("silent", "Says nothing"),
                        Commands.slash("later", "Answers in two steps"),
                        Commands.slash("find", "Finds a subject")
                                .addOptions(
                                        new OptionData(OptionType.STRING, "what", "What to look for", true)
                                                .setAutoComplete(true),
                                        new OptionData(OptionType.INTEGER, "most", "How many at most")
                                                .setRequiredRange(1, 5)),
                        Commands.slash("fill", "Takes one option of each kind")
                                .addOptions(
                                        new OptionData(OptionType.STRING, "words", "Some words", true).setMaxLength(40),
                                        new OptionData(OptionType.STRING, "size", "One of three", true)
                                                .addChoice("Small", "s")
                                                .addChoice("Large", "l"),
                                        new OptionData(OptionType.NUMBER, "price", "In euro", true),
                                        new OptionData(OptionType.BOOLEAN, "sure", "Whether you are sure", true),
                                        new OptionData(OptionType.USER, "who", "A member", true),
                                        new OptionData(OptionType.CHANNEL, "where", "A channel", true),
                                        new OptionData(OptionType.ROLE, "as", "A role", true),
                                        new OptionData(OptionType.MENTIONABLE, "cc", "A member or a role")),
                        Commands.message("Find help with this"),
                        Commands.user("Introduce me"))
                .complete();
    }

    private static void answer(GenericEvent event) {
        switch (event) {
            case SlashCommandInteractionEvent command -> run(command);
            case CommandAutoCompleteInteractionEvent typing -> suggest(typing);
            case MessageContextInteractionEvent menu ->
                menu.reply("About: " + menu.getTarget().getContentRaw())
                        .setEphemeral(true)
                        .complete();
            case UserContextInteractionEvent menu ->
                menu.reply("I would introduce you to " + menu.getTarget().getEffectiveName())
                        .setEphemeral(true)
                        .complete();
            case ButtonInteractionEvent press
            when press.getComponentId().equals("open-form") ->
                press.replyModal(form()).complete();
            case ButtonInteractionEvent press ->
                press.reply("You pressed " + press.getComponentId())
                        .setEphemeral(true)
                        .complete();
            case StringSelectInteractionEvent choice ->
                choice.reply("You chose " + String.join(" and ", choice.getValues()))
                        .setEphemeral(true)
                        .complete();
            case EntitySelectInteractionEvent choice ->
                choice.reply("You chose "
                                + String.join(
                                        " and ",
                                        choice.getValues().stream()
                                                .map(it -> it.getAsMention())
                                                .toList()))
                        .setEphemeral(true)
                        .complete();
            case ModalInteractionEvent filled -> filled(filled);
            default -> {}
        }
    }

    private static void run(SlashCommandInteractionEvent command) {
        switch (command.getName()) {
            case "show" ->
                command.replyComponents(layout())
                        .useComponentsV2()
                        .setEphemeral(true)
                        .complete();
            case "card" -> command.replyEmbeds(card()).complete();
            case "choose" ->
                command.reply("Choose.")
                        .setComponents(menus())
                        .setEphemeral(true)
                        .complete();
            case "later" -> {
                command.deferReply(true).complete();
                command.getHook().editOriginal("It took a while").complete();
            }
            case "form" -> command.replyModal(shortForm()).complete();
            case "find" ->
                command.reply("Found: " + command.getOption("what").getAsString())
                        .setEphemeral(true)
                        .complete();
            case "fill" ->
                command.reply(String.join(
                                " | ",
                                command.getOptions().stream().map(ShowBot::told).toList()))
                        .setEphemeral(true)
                        .complete();
            default -> {}
        }
    }

    private static String told(OptionMapping option) {
        String said = switch (option.getType()) {
            case USER -> option.getAsMember().getEffectiveName();
            case CHANNEL -> option.getAsChannel().getName();
            case ROLE -> option.getAsRole().getName();
            case MENTIONABLE -> option.getAsMentionable().getAsMention();
            case NUMBER -> Double.toString(option.getAsDouble());
            default -> option.getAsString();
        };
        return option.getName() + " = " + said;
    }

    private static void suggest(CommandAutoCompleteInteractionEvent typing) {
        String typed = typing.getFocusedOption().getValue();
        Stream<String> fitting = SUBJECTS.stream().filter(it -> it.startsWith(typed));
        typing.replyChoices(fitting.map(it -> new Command.Choice("All about " + it, it))
                        .toList())
                .complete();
    }

    private static void filled(ModalInteractionEvent form) {
        if (form.getModalId().equals("whom")) {
            form.reply("You mean "
                            + form.getValue("members").getAsMentions().getMembers().stream()
                                    .map(it -> it.getEffectiveName())
                                    .toList())
                    .setEphemeral(true)
                    .complete();
            return;
        }
        form.reply("Noted: %s, %s, %s, %s, %s"
                        .formatted(
                                form.getValue("title").getAsString(),
                                form.getValue("story").getAsString(),
                                form.getValue("kind").getAsStringList(),
                                form.getValue("urgency").getAsString(),
                                form.getValue("days").getAsStringList()))
                .setEphemeral(true)
                .complete();
    }

    private static Modal shortForm() {
        return Modal.create("whom", "Whom do you mean?")
                .addComponents(
                        TextDisplay.of("Only those who could help **read this**."),
                        Label.of(
                                "Members",
                                EntitySelectMenu.create("members", EntitySelectMenu.SelectTarget.USER)
                                        .setRequiredRange(1, 2)
                                        .build()))
                .build();
    }

    private static Modal form() {
        return Modal.create("details", "Tell more about it")
                .addComponents(
                        Label.of(
                                "Title",
                                "In a few words",
                                TextInput.create("title", TextInputStyle.SHORT)
                                        .setMaxLength(30)
                                        .setPlaceholder("Such as: a first loaf")
                                        .build()),
                        Label.of(
                                "The story",
                                TextInput.create("story", TextInputStyle.PARAGRAPH)
                                        .setRequired(false)
                                        .setValue("It began well.")
                                        .build()),
                        Label.of(
                                "Kind of help",
                                StringSelectMenu.create("kind")
                                        .addOption("A lesson", "lesson", "Somebody shows me")
                                        .addOption("Advice", "advice", "Somebody tells me")
                                        .build()),
                        Label.of(
                                "How urgent?",
                                RadioGroup.create("urgency")
                                        .addOption("Any time", "low")
                                        .addOption("This week", "high")
                                        .build()))
                .addComponents(Label.of(
                        "Which days?",
                        CheckboxGroup.create("days")
                                .addOption("Tuesday", "tue")
                                .addOption("Friday", "fri")
                                .build()))
                .build();
    }

    private static List<ActionRow> menus() {
        return List.of(
                ActionRow.of(StringSelectMenu.create("flour")
                        .setPlaceholder("Which flours?")
                        .setRequiredRange(1, 2)
                        .addOptions(
                                SelectOption.of("Rye", "rye").withDescription("Dark and sour"),
                                SelectOption.of("Spelt", "spelt")
                                        .withDescription("Nutty")
                                        .withEmoji(Emoji.fromUnicode("🌾")),
                                SelectOption.of("Wheat", "wheat"))
                        .build()),
                ActionRow.of(EntitySelectMenu.create("people", EntitySelectMenu.SelectTarget.USER)
                        .setPlaceholder("Whom?")
                        .build()),
                ActionRow.of(EntitySelectMenu.create("roles", EntitySelectMenu.SelectTarget.ROLE)
                        .setPlaceholder("Which role?")
                        .build()),
                ActionRow.of(EntitySelectMenu.create(
                                "either", EntitySelectMenu.SelectTarget.USER, EntitySelectMenu.SelectTarget.ROLE)
                        .setPlaceholder("Whom, or which role?")
                        .build()),
                ActionRow.of(EntitySelectMenu.create("places", EntitySelectMenu.SelectTarget.CHANNEL)
                        .setPlaceholder("Where?")
                        .build()));
    }

    private static Container layout() {
        return Container.of(
                        TextDisplay.of("## A loaf, step by step"),
                        Section.of(
                                Thumbnail.fromUrl("https://example.org/loaf.png")
                                        .withDescription("A round loaf"),
                                TextDisplay.of("Feed the starter **twice**, then wait."),
                                TextDisplay.of("-# It should float in water.")),
                        Separator.createDivider(Separator.Spacing.LARGE),
                        Section.of(Button.primary("open-form", "Tell more"), TextDisplay.of("Tell what went wrong.")),
                        MediaGallery.of(
                                MediaGalleryItem.fromUrl("https://example.org/a.png")
                                        .withDescription("The crumb"),
                                MediaGalleryItem.fromUrl("https://example.org/b.png")
                                        .withDescription("The crust")),
                        Separator.createInvisible(Separator.Spacing.SMALL),
                        ActionRow.of(
                                Button.success("done", "It rose"),
                                Button.danger("flat", "It is flat"),
                                Button.secondary("later", "Later").asDisabled(),
                                Button.link("https://example.org/", "Read on")))
                .withAccentColor(0xC2703D);
    }

    private static net.dv8tion.jda.api.entities.MessageEmbed card() {
        return new EmbedBuilder()
                .setAuthor("The Corner Oven")
                .setTitle("Spelt flour", "https://example.org/spelt")
                .setDescription("Stone-milled, *from the valley*.")
                .addField("Price", "3 euro", true)
                .addField("Weight", "1 kg", true)
                .addField("Note", "Keep it dry.", false)
                .setThumbnail("https://example.org/flour.png")
                .setFooter("Until Friday")
                .setColor(0xB08A1E)
                .build();
    }

    @Override
    public void close() {
        bot.close();
    }
}
