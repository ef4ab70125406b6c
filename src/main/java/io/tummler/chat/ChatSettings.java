package io.tummler.chat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.AboutCommunity;
import io.tummler.api.ChannelRef;
import io.tummler.api.Mode;
import io.tummler.api.Naming;
import io.tummler.api.Section;
import java.time.Duration;
import java.util.Optional;

/** {@code bot-config/community.yaml}. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("community")
record ChatSettings(
        @Section.Key(
                value = "The channel, by name or id, in which moderators hear of what needs them.",
                or = "moderators")
        ChannelRef moderatorsChannel,

        @Section.Key(
                value = "The channel, by name or id, below which the private threads of introductions are opened.",
                or = "introductions")
        ChannelRef introductionsChannel,

        @Section.Key("The channel, by name or id, into which /tummler welcome posts; there is none without it.")
        Optional<ChannelRef> welcomeChannel,

        @Section.Key(value = "How long what a member has not seen yet waits in /me; 365 days at most.", or = "30 days")
        Duration keepNotes,

        @Section.Key(value = "The language of what the bot says first, as a folder of templates/say.", or = "en")
        String language,

        @Section.Key(
                value = "How far the bot may go: live; observe, which is everything but to speak first; or off.",
                or = "live")
        Mode mode,

        @Section.Key("Which community the files of a folder in communities/ are for: its id.")
        Optional<String> guild)
        implements AboutCommunity {
    private static final Duration KEPT_MOST = Duration.ofDays(365);

    ChatSettings {
        if (keepNotes.toDays() < 1 || keepNotes.compareTo(KEPT_MOST) > 0)
            throw new IllegalArgumentException("keep-notes must be 1 to 365 days");
        guild.ifPresent(id -> {
            if (!Naming.isId(id))
                throw new IllegalArgumentException(
                        "guild must be an id of 17 to 20 digits, which Discord copies in developer mode: " + id);
        });
    }
}
