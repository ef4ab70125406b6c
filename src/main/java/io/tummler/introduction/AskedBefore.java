package io.tummler.introduction;

import io.tummler.api.CommunityId;
import io.tummler.api.Match;
import io.tummler.api.MemberId;
import io.tummler.api.Settings;
import io.tummler.api.Statement;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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

    /** Whose helpers were asked about this need, or lately about the same asker or the other way round. */
    Predicate<Match> asked(Statement need) {
        return among(
                IntroductionRow.list(
                        "about = ?1 and askedAt is not null", need.id().value()),
                pairsOfLate(need.community(), need.owner().value()),
                need);
    }

    /** Which rounds took up, about this need or lately about the same two: whether anybody was asked then or not. */
    Predicate<Match> takenUp(Statement need) {
        return among(
                IntroductionRow.list("about", need.id().value()),
                IntroductionRow.list(
                        "(asker = ?1 or helper = ?1) and createdAt > ?2",
                        need.owner().value(),
                        coolDownBegan(need.community())),
                need);
    }

    private static Predicate<Match> among(List<IntroductionRow> aboutIt, List<IntroductionRow> pairs, Statement need) {
        Set<UUID> offers =
                aboutIt.stream().flatMap(row -> Stream.ofNullable(row.offer)).collect(Collectors.toSet());
        Set<MemberId> others =
                pairs.stream().map(row -> row.other(need.owner())).collect(Collectors.toSet());
        return match -> offers.contains(match.offer().id().value())
                || others.contains(match.offer().owner());
    }

    /** Whom moderators do not want to be brought together with this member again yet: either was asked about the other. */
    private List<IntroductionRow> pairsOfLate(CommunityId community, UUID member) {
        return IntroductionRow.list(
                "(asker = ?1 or helper = ?1) and (askedAt > ?2 or acceptedAt > ?2 or connectedAt > ?2)",
                member,
                coolDownBegan(community));
    }

    private Instant coolDownBegan(CommunityId community) {
        return clock.instant()
                .minus(settings.of(community)
                        .section(IntroductionSettings.class)
                        .pairCoolDown());
    }

    boolean isPairAgain(CommunityId community, MemberId one, MemberId other) {
        return pairsOfLate(community, one.value()).stream().anyMatch(row -> row.isOf(other));
    }

    boolean isPairAgain(IntroductionRow row) {
        return pairsOfLate(row.community(), row.asker).stream()
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
