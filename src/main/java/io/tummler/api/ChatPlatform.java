package io.tummler.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A place where communities chat. It reports to {@link Intake} and carries out {@link Delivery deliveries}; engines know
 * neither it nor its ids.
 */
public interface ChatPlatform {
    /** The name that the refs of this platform bear, such as {@code discord}. */
    String name();

    /** How this platform writes a mention of a person. */
    String mention(PersonRef person);

    /**
     * How this platform writes a link to a channel or thread of a community; empty where there is no such place any more.
     * May wait for the platform's answer.
     */
    default Optional<String> mention(CommunityRef community, PlaceRef place) {
        return Optional.of(place.id());
    }

    /** Whether the bot can post in this channel now, as far as the platform knows. */
    default boolean canPost(CommunityRef community, ChannelRef channel) {
        return true;
    }

    /**
     * Whether this process is the one that serves a community of this platform now. Where a platform spreads its
     * communities over several processes it says so by {@link Intake#takeOver} and {@link Intake#handOver}.
     */
    default boolean serves(CommunityRef community) {
        return true;
    }

    /** Whether a person is in a community now. Waits for the platform's answer, may throw nothing. */
    default Presence presence(CommunityRef community, PersonRef person) {
        return Presence.UNKNOWN;
    }

    /** Whether the bot is in a community that this process serves. Costs nothing; an outage is no absence. */
    default Presence presence(CommunityRef community) {
        return Presence.UNKNOWN;
    }

    enum Presence {
        PRESENT,
        GONE,
        /** The platform can't tell, or not now. */
        UNKNOWN
    }

    /** Carries out one delivery, waiting for the platform's answer. Runs on a thread that may wait, may throw nothing. */
    Outcome deliver(Delivery delivery);

    /** Something to do on a platform, words and ids all resolved. */
    sealed interface Delivery {
        /** The same for each attempt at the same thing, at most 25 letters and digits. */
        String nonce();

        /**
         * Empty for the first attempt; otherwise since when an attempt may have gone through without our knowing, so
         * that the platform is asked before it is done again.
         */
        Optional<Instant> triedSince();

        CommunityRef community();

        Text text();

        /** A direct message, on behalf of a community. */
        record Direct(String nonce, Optional<Instant> triedSince, CommunityRef community, PersonRef to, Text text)
                implements Delivery {}

        /** Answers an interaction by its token, in place of what stands there. */
        record Answer(String nonce, Optional<Instant> triedSince, CommunityRef community, String token, Text text)
                implements Delivery {}

        /**
         * Opens a private thread below this channel and says the first thing in it.
         *
         * @param title unlike any other thread's
         */
        record OpenThread(
                String nonce,
                Optional<Instant> triedSince,
                CommunityRef community,
                ChannelRef channel,
                String title,
                List<PersonRef> people,
                Text text)
                implements Delivery {}

        record Post(String nonce, Optional<Instant> triedSince, CommunityRef community, ChannelRef channel, Text text)
                implements Delivery {}
    }

    /** Text with the people it mentions, who are the only ones to be notified, and its buttons. */
    record Text(String words, List<PersonRef> mentioned, List<Key> buttons) {}

    record Key(String label, Button.Style style, String id) {}

    /** How a delivery turned out. */
    sealed interface Outcome {
        /** It was done, now or by an attempt before. */
        record Done() implements Outcome {}

        /** A thread was opened, now or by an attempt before. */
        record Opened(PlaceRef place) implements Outcome {}

        /** This person can't be reached directly: direct messages are closed, or the person is gone. An ordinary answer. */
        record Unreachable() implements Outcome {}

        /** Not now: the network, a limit, the platform's trouble. */
        record Later(Duration after, String why) implements Outcome {}

        /** Never: trying again would give the same answer. */
        record Refused(String why) implements Outcome {}
    }
}
