package io.tummler.community;

import io.tummler.api.PersonRef;
import io.tummler.api.Profile;
import io.tummler.api.Purpose;
import io.tummler.api.Sentence;
import io.tummler.api.Wording;
import java.time.LocalDate;
import java.util.List;

/** What this engine says. */
final class Says {
    private Says() {}

    record JoinCommand() implements Sentence {}

    record LeaveCommand() implements Sentence {}

    record LeftAll() implements Sentence {}

    record JoinTitle() implements Sentence {}

    /**
     * Below what a purpose is, where it was something else when it was allowed.
     *
     * @param allowed when
     */
    record PurposeChanged(LocalDate allowed) implements Sentence {}

    record PurposeExplained(Purpose purpose, boolean given) implements Sentence {}

    record JoinNext(boolean introductions) implements Sentence {}

    record Allow(Purpose purpose) implements Sentence {}

    record Stop(Purpose purpose) implements Sentence {}

    record MeCommand() implements Sentence {}

    record MeOption() implements Sentence {}

    record MeTitle() implements Sentence {}

    record MeNothing() implements Sentence {}

    record MeMore() implements Sentence {}

    /**
     * @param changed what was allowed and is something else by now
     */
    record Since(LocalDate since, List<Purpose> consents, List<Purpose> changed) implements Sentence {}

    record PrivacyPage(String url) implements Sentence {}

    record Exported(String json, int part, int parts) implements Sentence {}

    record NextPart() implements Sentence {}

    record ForgetAsk() implements Sentence {}

    record ForgetYes() implements Sentence {}

    record Forgotten() implements Sentence {}

    record NotThisPerson() implements Sentence {}

    record HelpCommand() implements Sentence {}

    record Help(boolean introductions, boolean directMessages, List<Line> commands) implements Sentence {
        record Line(String command, Sentence does) {}
    }

    record ProfileCommand() implements Sentence {}

    record ProfileTrade() implements Sentence {}

    record ProfileTerritory() implements Sentence {}

    record ProfileTimeZone() implements Sentence {}

    record ProfileQuietFrom() implements Sentence {}

    record ProfileQuietUntil() implements Sentence {}

    record ProfileLanguage() implements Sentence {}

    record ProfileHeld(
            List<Wording> trade,
            List<Wording> territory,
            List<Wording> timeZone,
            List<Quiet> quiet,
            List<String> language)
            implements Sentence {
        ProfileHeld(Profile profile) {
            this(
                    profile.trade().stream().toList(),
                    profile.territory().stream().toList(),
                    profile.timeZone().map(zone -> new Wording(zone.getId())).stream()
                            .toList(),
                    profile.quietHours().map(hours -> new Quiet(hours.from(), hours.until())).stream()
                            .toList(),
                    profile.language().map(language -> language.getDisplayLanguage(language)).stream()
                            .toList());
        }
    }

    /** Hours of the day. */
    record Quiet(int from, int until) {}

    record ProfileEmpty() implements Sentence {}

    record ProfileKept() implements Sentence {}

    record ProfileUnread(String option) implements Sentence {}

    record ProfileTooLong(String option, int length, int most) implements Sentence {}

    record NoSuchTimeZone(List<Wording> meant) implements Sentence {}

    record NoSuchHour(String option) implements Sentence {}

    record QuietNeedsBoth() implements Sentence {}

    record QuietAllDay() implements Sentence {}

    record ExcludeCommand() implements Sentence {}

    record ExcludePerson() implements Sentence {}

    record ExcludeRole() implements Sentence {}

    record ExcludeBot() implements Sentence {}

    record ExcludeSelf() implements Sentence {}

    record ExcludeEverybody() implements Sentence {}

    record ExcludedEnough(int most) implements Sentence {}

    record ExcludedNow(List<PersonRef> person, List<Wording> role) implements Sentence {}

    record ExcludesNobody() implements Sentence {}

    /** Those that are shown, and how many more there are. */
    record ExclusionsHeld(List<Apart> apart, int more) implements Sentence {}

    /** A person or a role, with its number in the list. */
    record Apart(int number, List<PersonRef> person, List<Wording> role) {}

    record IncludeAgain(int number) implements Sentence {}

    record MoreExclusions() implements Sentence {}

    record Included() implements Sentence {}

    record IncludedBefore() implements Sentence {}

    record ExcludedRolesKnown() implements Sentence {}

    record RecentActsKnown(int acts) implements Sentence {}
}
