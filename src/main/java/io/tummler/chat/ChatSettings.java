package io.tummler.chat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.ChannelRef;
import io.tummler.api.Section;

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

        @Section.Key(value = "The language of what the bot says first, as a folder of templates/say.", or = "en")
        String language) {}
