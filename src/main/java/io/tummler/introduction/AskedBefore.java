package io.tummler.introduction;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Settings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was asked of whom before: too often, or about the same, is not asked again. */
@Singleton
class AskedBefore {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Settings settings;
    private final Restraints restraints;
    private final Clock clock;

    AskedBefore(Settings settings, Restraints restraints, Clock clock) {
        this.settings = settings;
        this.restraints = restraints;
        this.clock = clock;
    }

    /** The offers on whose account somebody was asked about this need. */
    Set<UUID> offersAsked(UUID need) {
        return IntroductionRow.<IntroductionRow>list("about = ?1 and askedAt is not null", need).stream()
                .flatMap(row -> Stream.ofNullable(row.offer))
                .collect(Collectors.toSet());
    }

    /** Whom moderators do not want to be brought together with this member again yet: either was asked about the other. */
    Set<UUID> pairedWith(CommunityId community, UUID member) {
        return pairsOfLate(community, member)
                .map(row -> row.asker.equals(member) ? row.helper : row.asker)
                .collect(Collectors.toSet());
    }

    private Stream<IntroductionRow> pairsOfLate(CommunityId community, UUID member) {
        return IntroductionRow.<IntroductionRow>list(
                "(asker = ?1 or helper = ?1) and (askedAt > ?2 or acceptedAt > ?2 or connectedAt > ?2)",
                member,
                clock.instant()
                        .minus(settings.of(community)
                                .section(IntroductionSettings.class)
                                .pairCoolDown()))
                .stream();
    }

    boolean isPairAgain(IntroductionRow row) {
        return pairsOfLate(row.community(), row.asker)
                .anyMatch(other -> !other.id.equals(row.id) && other.isOf(row.helpedBy()));
    }

    /** Introductions that a member proposed since then. */
    long brokered(MemberId broker, Instant since) {
        return IntroductionRow.count("broker = ?1 and createdAt > ?2", broker.value(), since);
    }

    /**
     * Whether this member was asked less than the cap in the last seven days: to help, or by a broker. Nobody who wants a
     * pause has room.
     */
    boolean hasRoom(CommunityId community, MemberId member) {
        if (restraints.isPaused(member)) return false;
        long asked = IntroductionRow.count(
                "(helper = ?1 and askedAt > ?2) or (asker = ?1 and broker is not null and acceptedAt > ?2)",
                member.value(),
                clock.instant().minus(WEEK));
        return asked < restraints.weeklyCap(community, member);
    }
}
