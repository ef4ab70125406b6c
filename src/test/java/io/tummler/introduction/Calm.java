package io.tummler.introduction;

import io.tummler.config.Sections;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What moderators may have written in {@code introductions.yaml}, the rest of it as by default. */
public final class Calm {
    private Calm() {}

    public static Record switchedOff() {
        return settings(false, Optional.empty(), List.of());
    }

    public static Record blackout(LocalDate from, LocalDate until) {
        return settings(true, Optional.empty(), List.of(new IntroductionSettings.Blackout(from, Optional.of(until))));
    }

    public static Record in(String timeZone) {
        return settings(true, Optional.of(ZoneId.of(timeZone)), List.of());
    }

    public static Record weeklyCap(int most) {
        return settings(true, most);
    }

    public static Record withoutRings() {
        return settings(false, Sections.defaults(IntroductionSettings.class).weeklyCap());
    }

    private static Record settings(boolean rings, int weeklyCap) {
        IntroductionSettings defaults = Sections.defaults(IntroductionSettings.class);
        return new IntroductionSettings(
                defaults.enabled(),
                defaults.askAtOnce(),
                rings,
                weeklyCap,
                defaults.brokerCap(),
                defaults.pairCoolDown(),
                defaults.answerWithin(),
                defaults.meet(),
                defaults.nudgeAfter(),
                defaults.checkInAfter(),
                defaults.closeAfter(),
                defaults.keepClosed(),
                defaults.timeZone(),
                defaults.quietHours(),
                defaults.blackoutDates());
    }

    /** Two who said yes are told who the other is, and get no thread. */
    public static Record direct() {
        return settings(true, Optional.empty(), List.of(), IntroductionSettings.Meet.DIRECT);
    }

    private static Record settings(
            boolean enabled, Optional<ZoneId> timeZone, List<IntroductionSettings.Blackout> blackouts) {
        return settings(enabled, timeZone, blackouts, IntroductionSettings.Meet.THREAD);
    }

    private static Record settings(
            boolean enabled,
            Optional<ZoneId> timeZone,
            List<IntroductionSettings.Blackout> blackouts,
            IntroductionSettings.Meet meet) {
        IntroductionSettings defaults = Sections.defaults(IntroductionSettings.class);
        return new IntroductionSettings(
                enabled,
                defaults.askAtOnce(),
                defaults.rings(),
                defaults.weeklyCap(),
                defaults.brokerCap(),
                defaults.pairCoolDown(),
                defaults.answerWithin(),
                meet,
                defaults.nudgeAfter(),
                defaults.checkInAfter(),
                defaults.closeAfter(),
                defaults.keepClosed(),
                timeZone,
                defaults.quietHours(),
                blackouts);
    }
}
