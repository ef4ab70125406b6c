package io.tummler.introduction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.QuietHours;
import io.tummler.api.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** {@code bot-config/introductions.yaml}. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("introductions")
record IntroductionSettings(
        @Section.Key(value = "Whether anybody is introduced at all.", or = "true")
        boolean enabled,

        @Section.Key(value = "How many helpers are asked at once about one need.", or = "3", min = 1, max = 5)
        int askAtOnce,

        @Section.Key(value = "Whether three are brought together of whom each can help the next.", or = "true")
        boolean rings,

        @Section.Key(value = "How often one helper is asked in seven days, at most.", or = "2", min = 1, max = 20)
        int weeklyCap,

        @Section.Key(
                value = "How many introductions one member may propose with /introduce in seven days, at most.",
                or = "5",
                min = 1,
                max = 100)
        int brokerCap,

        @Section.Key(
                value = "How long the same two are not asked about each other again.",
                or = "30 days",
                most = IntroductionSettings.COOL_DOWN_DAYS_MAX + " days")
        Duration pairCoolDown,

        @Section.Key(value = "How long somebody who is asked may take to answer.", or = "3 days", least = "1 second")
        Duration answerWithin,

        @Section.Key(
                value =
                        "Where two who said yes meet: in a private thread, or directly, each being told who the other is.",
                or = "thread")
        Meet meet,

        @Section.Key(
                value =
                        "How long after both said yes the one whose turn it is to write in their thread is reminded, once.",
                or = "24 hours",
                least = "1 second")
        Duration nudgeAfter,

        @Section.Key(
                value = "How long after both said yes each is asked how it went.",
                or = "3 days",
                least = "1 second")
        Duration checkInAfter,

        @Section.Key(
                value = "How long after that an introduction is closed, answered or not.",
                or = "7 days",
                least = "1 second")
        Duration closeAfter,

        @Section.Key(
                value = "How long after it was closed it is kept what an introduction was about.",
                or = "365 days",
                most = "3650 days")
        Duration keepClosed,

        @Section.Key("The community's time zone, such as Europe/Berlin: whose days and nights are meant.")
        Optional<ZoneId> timeZone,

        @Section.Key(
                value = "The hours in which members are asked nothing who did not name their own: in their own time"
                        + " zone, else in the community's, and not at all where neither is known.",
                or = "{from: 22, until: 8}")
        QuietHours quietHours,

        @Section.Key(value = "Days on which nobody is asked anything.", or = "[]")
        List<Blackout> blackoutDates) {
    /** As long as it is remembered who was asked about whom. */
    static final int COOL_DOWN_DAYS_MAX = 90;

    private static final int BLACKOUT_DAYS_MAX = 60;

    IntroductionSettings {
        blackoutDates = List.copyOf(blackoutDates);
    }

    /** Where two who said yes meet. */
    enum Meet {
        /** In a private thread, which moderators can read too. */
        THREAD,
        /** Wherever they want: each is told who the other is. */
        DIRECT
    }

    /** By the community's calendar. */
    boolean isBlackedOut(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, timeZone.orElse(ZoneOffset.UTC));
        return blackoutDates.stream().anyMatch(dates -> dates.include(today));
    }

    /** A day or several on which nobody is asked anything. */
    record Blackout(
            @Section.Key("The day, or the first of several, such as 2026-12-24.")
            LocalDate from,

            @Section.Key("The last of several days.") Optional<LocalDate> until) {
        Blackout {
            LocalDate last = until.orElse(from);
            if (last.isBefore(from))
                throw new IllegalArgumentException("a blackout ends before it begins: from " + from + " until " + last);
            if (from.until(last, ChronoUnit.DAYS) >= BLACKOUT_DAYS_MAX)
                throw new IllegalArgumentException("a blackout has at most " + BLACKOUT_DAYS_MAX + " days: from " + from
                        + " until " + last + "; to stop for longer, use enabled: false");
        }

        boolean include(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until.orElse(from));
        }
    }
}
