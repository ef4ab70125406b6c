package io.tummler.introduction;

import io.tummler.api.CommunityId;
import io.tummler.api.Match;
import io.tummler.api.Match.Reason;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Settings;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whom a round of asking about a need takes up: those with whom an introduction is likeliest to come about, less the price
 * of their attention. Nothing of it depends on who was asked, was left out or said no: else friends of the asker, who see
 * whether they are asked, would learn of it. Whom rounds took up before does count, whatever came of it.
 */
@Singleton
class Rounds {
    /** For as long a member is new. */
    private static final Duration NEW = Duration.ofDays(30);

    private final Matching matching;
    private final Members members;
    private final Settings settings;
    private final AskedBefore before;
    private final Calibration calibration;
    private final Clock clock;

    Rounds(
            Matching matching,
            Members members,
            Settings settings,
            AskedBefore before,
            Calibration calibration,
            Clock clock) {
        this.matching = matching;
        this.members = members;
        this.settings = settings;
        this.before = before;
        this.calibration = calibration;
        this.clock = clock;
    }

    /**
     * @param known what was known then of the two
     * @param newAsker whether nobody was taken up for the asker before, who goes before others where helpers have no room
     */
    record Taken(Match match, Features known, boolean newAsker) {}

    /**
     * The likeliest first. Those whom a round took up before, about this or about the asker, come last; and who has no room
     * this week, and so has to wait, only where nobody else has any.
     */
    List<Taken> of(Statement need) {
        List<Match> matches = matching.helpersFor(need.id(), Integer.MAX_VALUE);
        if (matches.isEmpty()) return List.of();
        var market = new Market(need.community(), matches, isNew(need.owner()));
        int most = market.holds.askAtOnce();
        Predicate<Match> takenUp = before.takenUp(need);
        List<Match> fresh = matches.stream().filter(takenUp.negate()).toList();
        List<Taken> round = new ArrayList<>(market.choose(fresh, most, true));
        if (round.isEmpty()) round.addAll(market.choose(fresh, most, false));
        round.addAll(market.choose(matches.stream().filter(takenUp).toList(), most - round.size(), false));
        return round;
    }

    /** Whether no round took anybody up for this asker. */
    private static boolean isNew(MemberId asker) {
        return IntroductionRow.count("asker = ?1 and broker is null", asker.value()) == 0;
    }

    /** What is known of those who could help, at one moment. */
    private final class Market {
        private final IntroductionSettings holds;
        private final Instant now = clock.instant();
        private final Acceptance acceptance;
        private final Map<MemberId, List<Instant>> exposures;
        private final Set<MemberId> newcomers;
        private final boolean newAsker;

        Market(CommunityId community, List<Match> matches, boolean newAsker) {
            List<MemberId> helpers =
                    matches.stream().map(match -> match.offer().owner()).toList();
            this.holds = settings.of(community).section(IntroductionSettings.class);
            this.acceptance = calibration.of(community);
            this.exposures = exposures(helpers, now.minus(Prices.MEMORY));
            this.newcomers = members.joinedSince(now.minus(NEW), helpers);
            this.newAsker = newAsker;
        }

        List<Taken> choose(List<Match> matches, int most, boolean withRoomOnly) {
            Map<StatementId, Taken> known = matches.stream()
                    .map(match -> new Taken(match, features(match), newAsker))
                    .collect(Collectors.toMap(taken -> taken.match.offer().id(), Function.identity()));
            List<Choice.Candidate> candidates = known.values().stream()
                    .map(taken -> candidate(taken, withRoomOnly))
                    .toList();
            return Choice.of(candidates, most, newAsker).stream()
                    .map(candidate -> known.get(candidate.offer()))
                    .toList();
        }

        private Features features(Match match) {
            MemberId helper = match.offer().owner();
            double inReturn = 0;
            double overlap = 0;
            int helped = 0;
            for (Reason reason : match.reasons()) {
                switch (reason) {
                    case Reason.Swap _ -> inReturn = 1;
                    case Reason.CommonGround(var _, var _, double likeness) -> overlap = likeness;
                    case Reason.HelpedBefore(int times) -> helped = times;
                    case Reason.SharedWords _, Reason.RelatedWords _ -> {}
                }
            }
            int lately = Prices.lately(of(helper), now);
            return new Features(match.score(), inReturn, overlap, helped, lately, newcomers.contains(helper));
        }

        private Choice.Candidate candidate(Taken taken, boolean withRoomOnly) {
            MemberId helper = taken.match.offer().owner();
            int cap = holds.weeklyCap();
            return new Choice.Candidate(
                    taken.match.offer().id(),
                    helper,
                    acceptance.byHelper(taken.known),
                    acceptance.byAsker(taken.known),
                    Prices.of(of(helper), cap, now),
                    withRoomOnly ? Prices.room(of(helper), cap, now) : cap,
                    taken.known.newHere() && of(helper).isEmpty());
        }

        private List<Instant> of(MemberId helper) {
            return exposures.getOrDefault(helper, List.of());
        }
    }

    /** When rounds took these helpers up. What a helper's own yes in vain has left is none. */
    private static Map<MemberId, List<Instant>> exposures(Collection<MemberId> helpers, Instant since) {
        Map<MemberId, List<Instant>> exposures = new HashMap<>();
        IntroductionRow.getEntityManager()
                .createQuery(
                        "select r.helper, r.createdAt from IntroductionRow r where r.helper in ?1 and r.createdAt > ?2"
                                + " and r.broker is null and r.ring is null and r.asker <> r.helper",
                        Object[].class)
                .setParameter(1, helpers.stream().map(MemberId::value).toList())
                .setParameter(2, since)
                .getResultList()
                .forEach(row -> exposures
                        .computeIfAbsent(new MemberId((UUID) row[0]), _ -> new ArrayList<>())
                        .add((Instant) row[1]));
        return exposures;
    }
}
