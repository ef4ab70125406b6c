package io.tummler.community;

import io.tummler.api.Call;
import io.tummler.api.Languages;
import io.tummler.api.Message;
import io.tummler.api.Profile;
import io.tummler.api.SlashCommand;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code /profile}: a member says what their trade is, where, and when they want to be left alone. */
@Singleton
class ProfileCommand implements SlashCommand {
    /** With the one that removes them, as many as Discord lets anybody choose from. */
    private static final List<String> HOURS = Stream.concat(
                    Stream.of(ProfileChange.NONE), IntStream.range(0, 24).mapToObj(Integer::toString))
            .toList();

    private final KnownProfiles profiles;
    private final Languages languages;

    ProfileCommand(KnownProfiles profiles, Languages languages) {
        this.profiles = profiles;
        this.languages = languages;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "profile",
                new Says.ProfileCommand(),
                new Option.Text(ProfileChange.TRADE, new Says.ProfileTrade(), false, Wording.LENGTH_MAX),
                new Option.Text(ProfileChange.TERRITORY, new Says.ProfileTerritory(), false, Wording.LENGTH_MAX),
                new Option.Text(ProfileChange.TIME_ZONE, new Says.ProfileTimeZone(), false, Wording.LENGTH_MAX, true),
                new Option.Choice(ProfileChange.QUIET_FROM, new Says.ProfileQuietFrom(), false, HOURS),
                new Option.Choice(ProfileChange.QUIET_UNTIL, new Says.ProfileQuietUntil(), false, HOURS),
                new Option.Choice(ProfileChange.LANGUAGE, new Says.ProfileLanguage(), false, spoken()));
    }

    private List<String> spoken() {
        return Stream.concat(
                        Stream.of(ProfileChange.NONE),
                        languages.spoken().stream().map(Locale::getLanguage))
                .toList();
    }

    @Override
    public List<String> suggestions(Typing typing) {
        return TimeZones.like(typing.typed());
    }

    @Override
    public Message run(Call call) {
        Profile before = profiles.of(call.member());
        if (call.texts().isEmpty()) return held(before);
        return switch (ProfileChange.of(before, call.texts())) {
            case ProfileChange.Refused(var why) -> Message.of(why);
            case ProfileChange.Changed(Profile now) -> {
                profiles.put(call.member(), now);
                yield new Message(
                        Stream.concat(Stream.of(new Says.ProfileKept()), held(now).sentences().stream())
                                .toList(),
                        List.of());
            }
        };
    }

    private static Message held(Profile profile) {
        return Message.of(profile.equals(Profile.EMPTY) ? new Says.ProfileEmpty() : new Says.ProfileHeld(profile));
    }
}
