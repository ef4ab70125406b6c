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

        @Section.Key(
                value = "How long what a member has not seen yet waits in /me.",
                or = "30 days",
                least = "1 day",
                most = "365 days")
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
    ChatSettings {
        guild.ifPresent(id -> {
            if (!Naming.isId(id))
                throw new IllegalArgumentException(
                        "guild must be an id of 17 to 20 digits, which Discord copies in developer mode: " + id);
        });
    }
}
