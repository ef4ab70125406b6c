package io.tummler.chat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Section;

/** {@code bot-config/community.yaml}. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("community")
record ChatSettings(
        @Section.Key(value = "The channel, by name, in which moderators hear of what needs them.", or = "moderators")
        String moderatorsChannel,

        @Section.Key(
                value = "The channel, by name, below which the private threads of introductions are opened.",
                or = "introductions")
        String introductionsChannel,

        @Section.Key(value = "The language of what the bot says first, as a folder of templates/say.", or = "en")
        String language) {}
