package io.tummler.chat.discord;

import io.tummler.api.CommunityRef;
import io.tummler.api.Incoming;
import io.tummler.api.Intake;
import io.tummler.api.MenuEntry;
import io.tummler.api.PersonRef;
import io.tummler.api.PlaceRef;
import io.tummler.api.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.update.GuildUpdateNameEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.GenericContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.requests.CloseCode;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears Discord and hands over. One switch and no {@code ListenerAdapter}, whose methods are looked up by reflection and
 * are not found in a native image, silently.
 */
final class GatewayEars implements EventListener {
    private static final Logger LOG = Logger.getLogger(GatewayEars.class);

    private static final String NO_INTENT = "Discord does not let this bot read messages (4014). Switch on the Message"
            + " Content Intent: discord.com/developers, your application, Bot, Privileged Gateway Intents; or run without"
            + " listening: TUMMLER_DISCORD_LISTENING=false";
    private static final String TOO_FEW_SHARDS =
            "Discord wants this bot to have more shards. Leave TUMMLER_DISCORD_SHARDS"
                    + " unset, or stop all replicas, set it to a greater number and start them again";

    private final Intake intake;

    private final Consumer<String> fatal;

    /**
     * @param fatal is told why the bot can't go on
     */
    GatewayEars(Intake intake, Consumer<String> fatal) {
        this.intake = intake;
        this.fatal = fatal;
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case MessageReceivedEvent message -> message(message);
            case SlashCommandInteractionEvent command -> command(command);
            case CommandAutoCompleteInteractionEvent typing -> typing(typing);
            case MessageContextInteractionEvent chosen -> chosen(chosen);
            case UserContextInteractionEvent chosen -> chosen(chosen);
            case ButtonInteractionEvent press -> press(press);
            case ReadyEvent ready -> ready(ready);
            case GuildReadyEvent guild -> present(guild.getGuild());
            case GuildJoinEvent guild -> present(guild.getGuild());
            case GuildUpdateNameEvent guild -> present(guild.getGuild());
            case GuildLeaveEvent guild ->
                intake.removed(community(guild.getGuild().getId()));
            case UnavailableGuildLeaveEvent guild -> intake.removed(community(guild.getGuildId()));
            case ShutdownEvent end -> refused(end.getCloseCode()).ifPresent(fatal);
            default -> {}
        }
    }

    /** Why Discord will not have this bot, if that is why the connection ended. */
    private static Optional<String> refused(@Nullable CloseCode code) {
        return switch (code) {
            case AUTHENTICATION_FAILED -> Optional.of(Gateway.WRONG_TOKEN);
            case DISALLOWED_INTENTS -> Optional.of(NO_INTENT);
            case SHARDING_REQUIRED, INVALID_SHARD -> Optional.of(TOO_FEW_SHARDS);
            case null, default -> Optional.empty();
        };
    }

    private void ready(ReadyEvent ready) {
        JDA.ShardInfo shard = ready.getJDA().getShardInfo();
        LOG.infof(
                "Ready, in %d communities on shard %d of %d",
                ready.getGuildTotalCount(), shard.getShardId(), shard.getShardTotal());
        // They are the whole bot's, whichever shard registers them.
        if (shard.getShardId() != 0) return;
        ready.getJDA()
                .updateCommands()
                .addCommands(Menu.of(intake.commands(), intake.menu()))
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

    private static Optional<Set<Role>> roles(@Nullable Member member) {
        return Optional.ofNullable(member)
                .map(it -> it.getRoles().stream().map(GatewayEars::role).collect(Collectors.toSet()));
    }

    private static Role role(net.dv8tion.jda.api.entities.Role role) {
        return new Role(role.getId(), role.getName());
    }

    private void message(MessageReceivedEvent event) {
        if (!event.isFromGuild() || event.isWebhookMessage()) return;
        User author = event.getAuthor();
        if (author.isBot() || author.isSystem()) return;
        CommunityRef community = community(event.getGuild().getId());
        PersonRef person = person(author);
        if (event.getChannel() instanceof ThreadChannel thread && isOurs(thread)) {
            // Not what was written: that stays where it is.
            intake.stirs(new Incoming.Stirring(community, person, new PlaceRef(thread.getId())));
            return;
        }
        if (!intake.listensTo(community, person) || !isOpen(event.getGuildChannel())) return;
        Message message = event.getMessage();
        Channel channel =
                event.getChannel() instanceof ThreadChannel thread ? thread.getParentChannel() : event.getChannel();
        intake.said(new Incoming.Message(
                community,
                person,
                roles(event.getMember()),
                message.getId(),
                channel.getName(),
                channel.getId(),
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

    /** Whether the bot opened it, for a few. */
    private static boolean isOurs(ThreadChannel thread) {
        return !thread.isPublic()
                && thread.getOwnerIdLong() == thread.getJDA().getSelfUser().getIdLong();
    }

    /** What a few say among themselves, where not every member can read, is not listened to, whoever consents. */
    private static boolean isOpen(GuildMessageChannel channel) {
        return !(channel instanceof ThreadChannel thread && !thread.isPublic())
                && channel.getGuild().getPublicRole().hasPermission(channel, Permission.VIEW_CHANNEL);
    }

    private void command(SlashCommandInteractionEvent event) {
        if (event.getGuild() == null) return;
        Map<String, String> texts = new HashMap<>();
        Map<String, PersonRef> people = new HashMap<>();
        Map<String, Role> chosen = new HashMap<>();
        for (OptionMapping option : event.getOptions()) {
            switch (option.getType()) {
                case USER -> people.put(option.getName(), person(option.getAsUser()));
                case ROLE -> chosen.put(option.getName(), role(option.getAsRole()));
                default -> texts.put(option.getName(), option.getAsString());
            }
        }
        take(
                event,
                new Incoming.Command(
                        community(event.getGuild().getId()),
                        person(event.getUser()),
                        roles(event.getMember()),
                        isModerator(event.getMember()),
                        event.getId(),
                        event.getToken(),
                        event.getTimeCreated().toInstant(),
                        event.getUserLocale().toLocale(),
                        event.getFullCommandName(),
                        texts,
                        people,
                        chosen),
                () -> event.deferReply(true).submit());
    }

    private void typing(CommandAutoCompleteInteractionEvent event) {
        if (event.getGuild() == null) return;
        var typing = new Incoming.Typing(
                community(event.getGuild().getId()),
                isModerator(event.getMember()),
                event.getFullCommandName(),
                event.getFocusedOption().getName(),
                event.getFocusedOption().getValue());
        event.replyChoiceStrings(intake.suggestions(typing)).queue(null, GatewayEars::unacknowledged);
    }

    private static boolean isModerator(@Nullable Member member) {
        return member != null && member.hasPermission(Permission.MANAGE_SERVER);
    }

    private void chosen(MessageContextInteractionEvent event) {
        User author = event.getTarget().getAuthor();
        // What somebody else wrote is not read, whoever asks for it.
        String text = author.equals(event.getUser()) ? event.getTarget().getContentRaw() : "";
        chosen(event, MenuEntry.Of.MESSAGE, author, text);
    }

    private void chosen(UserContextInteractionEvent event) {
        chosen(event, MenuEntry.Of.PERSON, event.getTarget(), "");
    }

    private void chosen(GenericContextInteractionEvent<?> event, MenuEntry.Of of, User about, String text) {
        if (event.getGuild() == null) return;
        String entry = intake.menu().stream()
                .filter(it -> it.of() == of && it.label().plain().equals(event.getName()))
                .map(Intake.OfferedEntry::name)
                .findFirst()
                .orElse(event.getName());
        take(
                event,
                new Incoming.Chosen(
                        community(event.getGuild().getId()),
                        person(event.getUser()),
                        roles(event.getMember()),
                        event.getId(),
                        event.getToken(),
                        event.getTimeCreated().toInstant(),
                        event.getUserLocale().toLocale(),
                        entry,
                        text,
                        Optional.of(about).filter(user -> !user.isBot()).map(GatewayEars::person)),
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
                        roles(event.getMember()),
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
        intake.asked(
                interaction,
                acknowledge,
                refusal -> event.reply(refusal).setEphemeral(true).queue(null, GatewayEars::unacknowledged));
    }

    private static void unacknowledged(Throwable failure) {
        LOG.warn("Discord did not take an acknowledgement: " + failure.getMessage());
    }
}
