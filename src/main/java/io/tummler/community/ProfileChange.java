package io.tummler.community;

import io.tummler.api.Profile;
import io.tummler.api.QuietHours;
import io.tummler.api.Sentence;
import io.tummler.api.Wording;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the options of {@code /profile} make of a profile; pure. */
sealed interface ProfileChange {
    String TRADE = "trade";
    String TERRITORY = "territory";
    String TIME_ZONE = "time-zone";
    String QUIET_FROM = "quiet-from";
    String QUIET_UNTIL = "quiet-until";
    String LANGUAGE = "language";

    /** What removes a value when it is written in its place. */
    String NONE = "-";

    record Changed(Profile profile) implements ProfileChange {}

    /** Nothing is changed, and why. */
    record Refused(Sentence why) implements ProfileChange {}

    /**
     * @param options what was written, by the name of the option
     */
    static ProfileChange of(Profile before, Map<String, String> options) {
        try {
            return new Changed(new Profile(
                    wording(TRADE, before.trade(), options),
                    wording(TERRITORY, before.territory(), options),
                    timeZone(before.timeZone(), options),
                    quietHours(before.quietHours(), options),
                    language(before.language(), options)));
        } catch (Refusal refusal) {
            return new Refused(refusal.why);
        }
    }

    private static Optional<Wording> wording(String option, Optional<Wording> before, Map<String, String> options) {
        String written = options.get(option);
        if (written == null) return before;
        if (removes(written)) return Optional.empty();
        return switch (Wording.parse(written)) {
            case Wording.Parsed.Good(Wording good) -> Optional.of(good);
            case Wording.Parsed.Empty _ -> throw new Refusal(new Says.ProfileUnread(option));
            case Wording.Parsed.TooLong(int length) ->
                throw new Refusal(new Says.ProfileTooLong(option, length, Wording.LENGTH_MAX));
        };
    }

    private static Optional<ZoneId> timeZone(Optional<ZoneId> before, Map<String, String> options) {
        String written = options.get(TIME_ZONE);
        if (written == null) return before;
        if (removes(written)) return Optional.empty();
        Optional<ZoneId> zone = TimeZones.read(written);
        if (zone.isEmpty())
            throw new Refusal(new Says.NoSuchTimeZone(
                    TimeZones.meant(written).map(Wording::new).stream().toList()));
        return zone;
    }

    private static Optional<QuietHours> quietHours(Optional<QuietHours> before, Map<String, String> options) {
        if (!options.containsKey(QUIET_FROM) && !options.containsKey(QUIET_UNTIL)) return before;
        Map<String, Integer> hours = new HashMap<>();
        before.ifPresent(quiet -> hours.putAll(Map.of(QUIET_FROM, quiet.from(), QUIET_UNTIL, quiet.until())));
        for (String option : new String[] {QUIET_FROM, QUIET_UNTIL}) {
            String written = options.get(option);
            if (written == null) continue;
            if (removes(written)) return Optional.empty();
            if (!written.strip().matches("[01]?[0-9]|2[0-3]")) throw new Refusal(new Says.NoSuchHour(option));
            hours.put(option, Integer.valueOf(written.strip()));
        }
        Integer from = hours.get(QUIET_FROM);
        Integer until = hours.get(QUIET_UNTIL);
        if (from == null || until == null) throw new Refusal(new Says.QuietNeedsBoth());
        if (from.equals(until)) throw new Refusal(new Says.QuietAllDay());
        return Optional.of(new QuietHours(from, until));
    }

    /** One of those that are offered, so that nothing can be wrong with it. */
    private static Optional<Locale> language(Optional<Locale> before, Map<String, String> options) {
        String written = options.get(LANGUAGE);
        if (written == null) return before;
        return removes(written) ? Optional.empty() : Optional.of(Locale.of(written));
    }

    private static boolean removes(String written) {
        return written.strip().equals(NONE);
    }

    /** Ends the reading at the first option that can't be taken. */
    final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Sentence why;

        private Refusal(Sentence why) {
            super(null, null, false, false);
            this.why = why;
        }
    }
}
