package io.tummler.chat;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Profiles;
import io.tummler.api.Settings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which language somebody is spoken to. */
@Singleton
class Tongue {
    private final Settings settings;
    private final Profiles profiles;
    private final Members members;

    Tongue(Settings settings, Profiles profiles, Members members) {
        this.settings = settings;
        this.profiles = profiles;
        this.members = members;
    }

    /** Whichever the member chose, else in which they use the platform, else the community's. */
    String of(CommunityId community, MemberId member) {
        return known(member).orElseGet(() -> of(community));
    }

    /** In which an answer is given: whoever had themselves forgotten by it is known by nothing but how they asked. */
    String of(CommunityId community, MemberId member, Locale asked) {
        return known(member).or(() -> language(asked)).orElseGet(() -> of(community));
    }

    private Optional<String> known(MemberId member) {
        return profiles.of(member).language().or(() -> members.language(member)).map(Locale::getLanguage);
    }

    /** What all of them are spoken to in, else the community's. */
    String of(CommunityId community, List<MemberId> together) {
        List<String> each = together.stream()
                .map(member -> of(community, member))
                .distinct()
                .toList();
        return each.size() == 1 ? each.getFirst() : of(community);
    }

    String of(CommunityId community) {
        return settings.of(community).section(ChatSettings.class).language();
    }

    /** Before anything is known of whoever speaks, as when there is no database. */
    static String of(Locale locale) {
        return language(locale).orElse(Words.SHIPPED);
    }

    /** Nothing where the platform did not say. */
    private static Optional<String> language(Locale locale) {
        return Optional.of(locale.getLanguage()).filter(it -> !it.isEmpty());
    }
}
