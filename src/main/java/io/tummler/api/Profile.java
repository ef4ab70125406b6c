package io.tummler.api;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What a member says of themselves, so that they are matched and asked as suits them. No other member sees any of it.
 *
 * @param trade what they do for a living
 * @param territory where they do it
 * @param quietHours when they want to be left alone, in their time zone
 * @param language in which they want to be spoken to
 */
public record Profile(
        Optional<Wording> trade,
        Optional<Wording> territory,
        Optional<ZoneId> timeZone,
        Optional<QuietHours> quietHours,
        Optional<Locale> language) {
    /** Of a member who said nothing. */
    public static final Profile EMPTY =
            new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
