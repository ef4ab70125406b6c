package io.tummler.matching;

import io.tummler.api.CommunityId;
import io.tummler.api.Match;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Purpose;
import io.tummler.api.Ring;
import io.tummler.api.RingFound;
import io.tummler.api.Statement;
import io.tummler.api.Tick;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks whether what is new closes a ring of three: somebody looks for what a second offers, who looks for what a third
 * offers, who looks for what the first offers. Each statement is looked at once, as soon as its owner may be asked; two who
 * can help each other both ways need no third.
 */
@Singleton
class RingFinder {
    /** So many members whose statements are new are looked at in one tick, and the others in the next. */
    private static final int MEMBERS_AT_ONCE = 10;
    /** So many of the best helpers are followed from each need. */
    private static final int WIDTH = 5;

    private final Statements statements;
    private final Members members;
    private final Event<RingFound> found;

    RingFinder(Statements statements, Members members, Event<RingFound> found) {
        this.statements = statements;
        this.members = members;
        this.found = found;
    }

    void look(@Observes Tick tick) {
        CommunityId community = tick.community();
        List<StatementRow> news =
                StatementRow.list("communityId = ?1 and lookedAt is null order by id", community.value());
        if (news.isEmpty()) return;
        Set<MemberId> consenting = members.consenting(community, Purpose.INTRODUCTIONS);
        List<MemberId> owners = news.stream()
                .map(row -> row.statement().owner())
                .filter(consenting::contains)
                .distinct()
                .limit(MEMBERS_AT_ONCE)
                .toList();
        for (MemberId owner : owners) through(owner).ifPresent(ring -> found.fire(new RingFound(community, ring)));
        news.stream().filter(row -> owners.contains(row.statement().owner())).forEach(row -> row.lookedAt = tick.now());
    }

    /** The best ring through this member: the one whose weakest match is the strongest, of equals the first found. */
    Optional<Ring> through(MemberId first) {
        return links(first)
                .filter(link -> !isSwap(link))
                .flatMap(link -> links(link.offer().owner())
                        .filter(second ->
                                !isSwap(second) && !second.offer().owner().equals(first))
                        .flatMap(second -> links(second.offer().owner())
                                .filter(third -> third.offer().owner().equals(first) && !isSwap(third))
                                .map(third -> new Ring(List.of(link, second, third)))))
                .reduce((one, other) -> weakest(one) >= weakest(other) ? one : other);
    }

    /** What this member looks for, and who could help; not what is to be read by nobody yet. */
    private Stream<Match> links(MemberId owner) {
        return statements.needsOf(owner).stream()
                .filter(need -> !need.discreet())
                .sorted(Comparator.comparing(Statement::id))
                .flatMap(need -> statements.helpersFor(need.id(), WIDTH).stream());
    }

    private static boolean isSwap(Match match) {
        return match.reasons().stream().anyMatch(Match.Reason.Swap.class::isInstance);
    }

    private static double weakest(Ring ring) {
        return ring.links().stream().mapToDouble(Match::score).min().orElseThrow();
    }
}
