package io.tummler.chat.discord;

import io.tummler.api.ChannelRef;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.ChatPlatform.Outcome;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.CommunityRef;
import io.tummler.api.PersonRef;
import io.tummler.api.PlaceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/** Carries out deliveries on Discord, each at most once, and says how it went in terms of what to do about it. */
final class Voice {
    private static final Duration REST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration UNTIL_READY = Duration.ofSeconds(2);
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(5);
    /** So many of the newest messages are searched for what an attempt that got lost may have sent. */
    private static final int LOOK_BACK = 50;
    /** How far ahead of Discord's clock ours may be. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final JDA jda;

    Voice(JDA jda) {
        this.jda = jda;
    }

    /** Something about the community that only its moderators can mend. */
    private static final class Amiss extends RuntimeException {
        private static final long serialVersionUID = 1;

        Amiss(String what) {
            super(what);
        }
    }

    Outcome deliver(Delivery delivery) {
        try {
            return switch (delivery) {
                case Delivery.Direct direct -> direct(direct);
                case Delivery.Answer answer -> answer(answer);
                case Delivery.OpenThread thread -> thread(thread);
                case Delivery.Post post -> {
                    say(channel(guild(post), post.channel()), post);
                    yield new Outcome.Done();
                }
            };
        } catch (ErrorResponseException e) {
            return outcome(e);
        } catch (InsufficientPermissionException e) {
            return new Outcome.Later(UNTIL_MENDED, "the bot lacks the permission " + e.getPermission());
        } catch (Amiss e) {
            return new Outcome.Later(
                    jda.getStatus() == JDA.Status.CONNECTED ? UNTIL_MENDED : UNTIL_READY,
                    String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // JDA's words quote what it was given: without them, for what is said here is logged.
            return new Outcome.Refused("it has a form that Discord does not take");
        } catch (RuntimeException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            return new Outcome.Later(UNTIL_READY, why.getClass().getName());
        }
    }

    private static Outcome outcome(ErrorResponseException e) {
        ErrorResponse error = e.getErrorResponse();
        return switch (error) {
            case CANNOT_SEND_TO_USER, NO_MUTUAL_GUILDS, UNKNOWN_USER, UNKNOWN_MEMBER -> new Outcome.Unreachable();
            case OPEN_DM_TOO_FAST -> new Outcome.Later(Duration.ofMinutes(1), e.getMeaning());
            case SERVER_ERROR -> new Outcome.Later(UNTIL_READY, "Discord answers " + e.getErrorCode());
            case MISSING_ACCESS, MISSING_PERMISSIONS, UNKNOWN_CHANNEL ->
                new Outcome.Later(UNTIL_MENDED, e.getMeaning());
            default ->
                e.isServerError() || e.getErrorCode() < 0
                        ? new Outcome.Later(UNTIL_READY, e.getMeaning())
                        : new Outcome.Refused(e.getErrorCode() + " " + e.getMeaning());
        };
    }

    private Outcome direct(Delivery.Direct direct) {
        PrivateChannel channel = wait(jda.openPrivateChannelById(direct.to().id()));
        say(channel, direct);
        return new Outcome.Done();
    }

    /** Puts the answer in place of what stands there, which may be done any number of times. */
    private Outcome answer(Delivery.Answer answer) {
        Text text = answer.text();
        wait(InteractionHook.from(jda, answer.token())
                .editOriginalComponents(Layout.of(text, answer.community().id()))
                .useComponentsV2()
                .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class)));
        return new Outcome.Done();
    }

    private Outcome thread(Delivery.OpenThread open) {
        Guild guild = guild(open);
        // Nobody is to find a thread in which the other is missing: whoever has left, or was banned, is found out
        // before.
        for (PersonRef person : open.people()) wait(guild.retrieveMemberById(person.id()));
        ThreadChannel thread = open.triedSince()
                .flatMap(_ -> opened(guild, open.title()))
                .orElseGet(() -> wait(channel(guild, open.channel())
                        .createThreadChannel(open.title(), true)
                        .setInvitable(false)));
        for (PersonRef person : open.people()) wait(thread.addThreadMemberById(person.id()));
        say(thread, open);
        return new Outcome.Opened(new PlaceRef(thread.getId()));
    }

    /** Whether Discord says that there is no such thread. One that is archived, or kept from the bot, is there. */
    boolean misses(PlaceRef place) {
        if (jda.getThreadChannelById(place.id()) != null) return false;
        try {
            wait(new RestActionImpl<Void>(jda, Route.Channels.GET_CHANNEL.compile(place.id())));
            return false;
        } catch (ErrorResponseException e) {
            return e.getErrorResponse() == ErrorResponse.UNKNOWN_CHANNEL;
        } catch (RuntimeException noAnswer) {
            return false;
        }
    }

    /** Of a guild that JDA has not read yet, it is not known. */
    boolean canPost(CommunityRef community, ChannelRef wanted) {
        Guild guild = jda.getGuildById(community.id());
        return guild == null
                || !guild.isMember(jda.getSelfUser())
                || find(guild, wanted).filter(TextChannel::canTalk).isPresent();
    }

    /** A thread of ours of this title, from an attempt that got lost. */
    private Optional<ThreadChannel> opened(Guild guild, String title) {
        return wait(guild.retrieveActiveThreads()).stream()
                .filter(thread -> thread.getName().equals(title)
                        && thread.getOwnerIdLong() == jda.getSelfUser().getIdLong())
                .findFirst();
    }

    /**
     * Says it unless an attempt that got lost has said it. Discord itself refuses the same nonce for a few minutes; after
     * that, the newest messages tell.
     */
    private void say(MessageChannel channel, Delivery delivery) {
        if (delivery.triedSince()
                .filter(since -> saidSince(channel, delivery, since))
                .isPresent()) return;
        Text text = delivery.text();
        wait(channel.sendMessageComponents(Layout.of(text, delivery.community().id()))
                .useComponentsV2()
                .setNonce(delivery.nonce())
                .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
                .mentionUsers(text.mentioned().stream().map(PersonRef::id).toArray(String[]::new)));
    }

    private boolean saidSince(MessageChannel channel, Delivery delivery, Instant since) {
        List<Message> newest = wait(channel.getHistory().retrievePast(LOOK_BACK));
        Instant earliest = since.minus(CLOCKS_DIFFER);
        return newest.stream()
                .anyMatch(message -> message.getAuthor().equals(jda.getSelfUser())
                        && !message.getTimeCreated().toInstant().isBefore(earliest)
                        && Layout.says(
                                message, delivery.text(), delivery.community().id()));
    }

    /**
     * JDA lists a guild before it has read its channels, and drops without a word the threads of channels that it does
     * not know: a thread that is there would be opened again. The bot's own membership is read after the channels.
     */
    private Guild guild(Delivery delivery) {
        Guild guild = jda.getGuildById(delivery.community().id());
        if (guild == null || !guild.isMember(jda.getSelfUser()))
            throw new Amiss(
                    "the bot is not (yet) in guild " + delivery.community().id());
        return guild;
    }

    private static TextChannel channel(Guild guild, ChannelRef wanted) {
        return find(guild, wanted)
                .orElseThrow(() -> new Amiss("there is no channel " + wanted + " that the bot can see"));
    }

    private static Optional<TextChannel> find(Guild guild, ChannelRef wanted) {
        return guild.getTextChannels().stream()
                .filter(channel -> wanted.is(channel.getId(), channel.getName()))
                .findFirst();
    }

    /** JDA's own complete() would wait for ever. */
    static <T> T wait(RestAction<T> action) {
        CompletableFuture<T> answer = action.submit();
        try {
            return answer.get(REST_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            // Or it might still be done after the next attempt, which looks whether this one was.
            answer.cancel(true);
            throw new IllegalStateException("Discord did not answer within " + REST_TIMEOUT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
