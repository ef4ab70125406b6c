package io.tummler.chat.discord;

import io.tummler.api.CommunityRef;
import io.tummler.api.Incoming;
import io.tummler.api.Intake;
import io.tummler.api.PersonRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.unions.MessageChannelUnion;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.update.GuildUpdateNameEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.jboss.logging.Logger;

/**
 * Hears Discord and hands over. One switch and no {@code ListenerAdapter}, whose methods are looked up by reflection and
 * are not found in a native image, silently.
 */
final class GatewayEars implements EventListener {
    private static final Logger LOG = Logger.getLogger(GatewayEars.class);

    private final Intake intake;

    GatewayEars(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case MessageReceivedEvent message -> message(message);
            case SlashCommandInteractionEvent command -> command(command);
            case ButtonInteractionEvent press -> press(press);
            case ReadyEvent ready -> ready(ready);
            case GuildReadyEvent guild -> present(guild.getGuild());
            case GuildJoinEvent guild -> present(guild.getGuild());
            case GuildUpdateNameEvent guild -> present(guild.getGuild());
            default -> {}
        }
    }

    private void ready(ReadyEvent ready) {
        LOG.infof("Ready, in %d communities", ready.getGuildTotalCount());
        ready.getJDA()
                .updateCommands()
                .addCommands(intake.commands().stream().map(Menu::command).toList())
                .queue(null, failure -> LOG.error("Could not register the commands: " + failure.getMessage()));
    }

    private void present(Guild guild) {
        intake.present(community(guild.getId()), guild.getName());
    }

    static CommunityRef community(String guild) {
        return new CommunityRef(DiscordPlatform.NAME, guild);
    }

    private static PersonRef person(User user) {
        return new PersonRef(DiscordPlatform.NAME, user.getId());
    }

    private void message(MessageReceivedEvent event) {
        if (!event.isFromGuild() || event.isWebhookMessage()) return;
        User author = event.getAuthor();
        if (author.isBot() || author.isSystem()) return;
        CommunityRef community = community(event.getGuild().getId());
        PersonRef person = person(author);
        if (!intake.listensTo(community, person) || !isOpen(event.getGuildChannel())) return;
        Message message = event.getMessage();
        intake.said(new Incoming.Message(
                community,
                person,
                message.getId(),
                channelName(event.getChannel()),
                event.getChannel().getId(),
                message.getTimeCreated().toInstant(),
                message.getContentRaw(),
                message.getMentions().getUsers().stream()
                        .filter(user -> !user.isBot() && !user.equals(author))
                        .map(GatewayEars::person)
                        .toList(),
                Optional.ofNullable(message.getReferencedMessage())
                        .map(Message::getAuthor)
                        .filter(user -> !user.isBot() && !user.equals(author))
                        .map(GatewayEars::person),
                isAddressed(message)));
    }

    /** A bot is somebody too, and so is who wrote an answered message that is gone. */
    private static boolean isAddressed(Message message) {
        User author = message.getAuthor();
        if (message.getMentions().getUsers().stream().anyMatch(user -> !user.equals(author))) return true;
        if (message.getType() != MessageType.INLINE_REPLY) return false;
        Message answered = message.getReferencedMessage();
        return answered == null || !answered.getAuthor().equals(author);
    }

    /** What a few say among themselves, where not every member can read, is not listened to, whoever consents. */
    private static boolean isOpen(GuildMessageChannel channel) {
        return !(channel instanceof ThreadChannel thread && !thread.isPublic())
                && channel.getGuild().getPublicRole().hasPermission(channel, Permission.VIEW_CHANNEL);
    }

    private static String channelName(MessageChannelUnion channel) {
        return channel instanceof ThreadChannel thread
                ? thread.getParentChannel().getName()
                : channel.getName();
    }

    private void command(SlashCommandInteractionEvent event) {
        if (event.getGuild() == null) return;
        Map<String, String> texts = new HashMap<>();
        Map<String, PersonRef> people = new HashMap<>();
        for (OptionMapping option : event.getOptions()) {
            if (option.getType() == OptionType.USER) people.put(option.getName(), person(option.getAsUser()));
            else texts.put(option.getName(), option.getAsString());
        }
        take(
                event,
                new Incoming.Command(
                        community(event.getGuild().getId()),
                        person(event.getUser()),
                        event.getId(),
                        event.getToken(),
                        event.getTimeCreated().toInstant(),
                        event.getUserLocale().toLocale(),
                        event.getName(),
                        Map.copyOf(texts),
                        Map.copyOf(people)),
                () -> event.deferReply(true).submit());
    }

    private void press(ButtonInteractionEvent event) {
        Optional<Keys.Pressed> pressed = Keys.read(event.getComponentId(), event.getGuild());
        if (pressed.isEmpty()) return;
        String button = pressed.get().button();
        boolean inPlace = intake.answersInPlace(button);
        take(
                event,
                new Incoming.Press(
                        community(pressed.get().guild()),
                        person(event.getUser()),
                        event.getId(),
                        event.getToken(),
                        event.getTimeCreated().toInstant(),
                        event.getUserLocale().toLocale(),
                        button,
                        Layout.text(event.getMessage())),
                () -> inPlace
                        ? event.deferEdit().submit()
                        : event.deferReply(true).submit());
    }

    private void take(
            IReplyCallback event,
            Incoming.Interaction interaction,
            Supplier<? extends CompletionStage<?>> acknowledge) {
        intake.asked(interaction, acknowledge)
                .ifPresent(refusal -> event.reply(refusal).setEphemeral(true).queue(null, GatewayEars::unacknowledged));
    }

    private static void unacknowledged(Throwable failure) {
        LOG.warn("Discord did not take an acknowledgement: " + failure.getMessage());
    }
}
