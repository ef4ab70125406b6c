package io.tummler.listening;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.ChannelRef;
import io.tummler.api.Section;
import io.tummler.api.Section.Key;
import io.tummler.api.Utterance;
import java.time.Duration;
import java.util.List;

/** What the bot may listen to, and how sure it has to be before it speaks. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("listening")
public record ListeningSettings(
        @Key(value = "Whether members who consent are listened to at all.", or = "true")
        boolean enabled,

        @Key(
                value =
                        "Names or ids of the channels that are listened to, threads below them included; empty for every "
                                + "channel. Those that not every member can read are never listened to.",
                or = "[]")
        List<ChannelRef> channels,

        @Key(
                value = "How sure a detector has to be before anything comes of what it found; the higher, the "
                        + "more is missed and the less is wrong.",
                or = "0.7",
                min = 0.5,
                max = 1)
        double confidence,

        @Key(value = "Whether thanks that are noticed in conversation count as thanks.", or = "true")
        boolean thanks,

        @Key(
                value = "How long a question to everybody may stand before it counts as unanswered.",
                or = "24 hours",
                least = "1 second")
        Duration unansweredAfter) {

    public ListeningSettings {
        channels = List.copyOf(channels);
        if (!(confidence >= .5 && confidence <= 1))
            throw new IllegalArgumentException("confidence must be 0.5 to 1: " + confidence);
    }

    /** Whether this may be heard, by the channel that it was said in. */
    boolean hears(Utterance said) {
        return enabled
                && (channels.isEmpty() || channels.stream().anyMatch(it -> it.is(said.channelId(), said.channel())));
    }
}
