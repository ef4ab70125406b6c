package io.tummler.credit.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Section;
import java.time.Duration;

/** What earns how much credit. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("credits")
public record CreditSettings(
        @Section.Key(value = "What each side earns when an introduction connects.", or = "1", min = 1, max = 1000)
        long connected,

        @Section.Key(value = "What a helper earns when the other says that it helped.", or = "5", min = 1, max = 1000)
        long helped,

        @Section.Key(value = "What a member earns by being thanked.", or = "1", min = 1, max = 1000)
        long thanked,

        @Section.Key(
                value = "What a member earns by introducing two others of whom one says that it helped.",
                or = "2",
                min = 1,
                max = 1000)
        long brokered,

        @Section.Key(
                value = "What a helper earns besides when it was the first introduction of the one who was helped.",
                or = "2",
                min = 1,
                max = 1000)
        long welcomed,

        @Section.Key(
                value = "What a member earns by thanking, or by saying at the check-in that it helped.",
                or = "1",
                min = 1,
                max = 1000)
        long saidSo,

        @Section.Key(
                value = "The goodwill that a sponsor earns with each side when both say that it helped.",
                or = "1",
                min = 1,
                max = 1000)
        long sponsored,

        @Section.Key(
                value = "How many thanks of one member earn credit in any seven days.",
                or = "5",
                min = 1,
                max = 100)
        int thanksAWeek,

        @Section.Key(
                value = "How long after thanks between two members the next of the same one to the same other earn"
                        + " credit.",
                or = "7 days",
                least = "1 day",
                most = "365 days",
                wholeDays = true)
        Duration pairQuietPeriod,

        @Section.Key(
                value = "For how long it counts how often two earned by each other already: the second time earns half,"
                        + " the third a quarter.",
                or = "90 days",
                least = "1 day",
                most = "365 days",
                wholeDays = true)
        Duration pairMemory,

        @Section.Key(
                value = "How long credit keeps that is not used.",
                or = "365 days",
                least = "30 days",
                most = "3650 days",
                wholeDays = true)
        Duration expiresAfter) {}
