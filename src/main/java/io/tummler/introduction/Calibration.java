package io.tummler.introduction;

import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.introduction.Acceptance.Outcome;
import io.tummler.introduction.Acceptance.Side;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How likely the members of a community say yes, by what came of the introductions of the last three months. It changes at
 * the beginning of a day (UTC), by what came to its end before: so it is the same in every process, and nobody sees it
 * change right after an answer.
 */
@Singleton
class Calibration {
    /** No longer than it is kept what came to nothing, or only what came about would be remembered. */
    private static final Duration MEMORY = IntroductionDesk.LAPSED_KEPT;

    private final Clock clock;
    private final Map<CommunityId, Learned> learned = new ConcurrentHashMap<>();

    private record Learned(Instant day, Acceptance acceptance) {}

    Calibration(Clock clock) {
        this.clock = clock;
    }

    Acceptance of(CommunityId community) {
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS);
        Learned known = learned.get(community);
        if (known != null && known.day.equals(day)) return known.acceptance;
        var fresh = new Learned(day, Acceptance.shipped().after(outcomes(community, day)));
        learned.put(community, fresh);
        return fresh.acceptance;
    }

    private static List<Outcome> outcomes(CommunityId community, Instant before) {
        return IntroductionRow.<IntroductionRow>list(
                        "communityId = ?1 and createdAt > ?2 and askedAt is not null and known.fit is not null"
                                + " and (connectedAt < ?3 or connectedAt is null and state = ?4 and due < ?5)"
                                + " order by createdAt, id",
                        community.value(),
                        before.minus(MEMORY),
                        before,
                        State.LAPSED,
                        before.plus(MEMORY))
                .stream()
                .flatMap(Calibration::outcomes)
                .toList();
    }

    private static Stream<Outcome> outcomes(IntroductionRow row) {
        Features known = Objects.requireNonNull(row.known);
        boolean accepted = row.acceptedAt != null;
        var helper = new Outcome(Side.HELPER, row.helpedBy(), known, accepted);
        return accepted
                ? Stream.of(helper, new Outcome(Side.ASKER, row.askedBy(), known, row.connectedAt != null))
                : Stream.of(helper);
    }

    void drop(@Observes Custody.GivenUp given) {
        learned.keySet().removeAll(given.communities());
    }
}
