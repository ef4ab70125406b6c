package io.tummler.community;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The IANA time zones, as members write them. */
final class TimeZones {
    /** A shared beginning that is shorter means nothing. */
    private static final int TELLING = 3;

    private static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
            .toList();

    private TimeZones() {}

    /** Whatever the case, and with blanks for underscores. */
    static Optional<ZoneId> read(String written) {
        String name = written.strip().replace(' ', '_');
        return ALL.stream().filter(name::equalsIgnoreCase).findFirst().map(ZoneId::of);
    }

    /** The one whose name, or whose city, begins most like it. */
    static Optional<String> meant(String written) {
        String name = written.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(zone -> zone.indexOf('/') > 0 && alike(name, zone) >= TELLING)
                .max(Comparator.comparingInt((String zone) -> alike(name, zone)).thenComparing(zone -> -zone.length()));
    }

    /** Those whose name or city has it in it, the shortest first. */
    static List<String> like(String written) {
        String part = written.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(zone ->
                        zone.indexOf('/') > 0 && zone.toLowerCase(Locale.ROOT).contains(part))
                .toList();
    }

    private static int alike(String name, String zone) {
        String lower = zone.toLowerCase(Locale.ROOT);
        int whole = shared(name, lower);
        // That the continent is right says nothing yet.
        int city = lower.lastIndexOf('/') + 1;
        return Math.max(whole > city ? whole - city : 0, shared(name, lower.substring(city)));
    }

    private static int shared(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) length++;
        return length;
    }
}
