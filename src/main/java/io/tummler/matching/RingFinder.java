package io.tummler.matching;

import io.tummler.api.CommunityId;
import io.tummler.api.Match;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Purpose;
import io.tummler.api.Ring;
import io.tummler.api.RingFound;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Tick;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks whether what is new closes a ring of three: somebody looks for what a second offers, who looks for what a third
 * offers, who looks for what the first offers. Each statement is looked at once, as soon as its owner may be asked; two
 * who can help each other both ways need no third.
 *
 * <p>The links are asked for anew in every tick, around the few members whose statements are new, and kept by nobody:
 * statements close and run out, consents, roles and exclusions change, and a link that was remembered beyond one of
 * these would propose what may not be. Each need is asked about once in a tick, and answered from memory.
 */
@Singleton
class RingFinder {
    /** So many members whose statements are new are looked at in one tick, and the others in the next. */
    private static final int MEMBERS_AT_ONCE = 10;
    /** So many of the best helpers are followed from each need. */
    private static final int WIDTH = 5;
    /** So that the same statements make the same rings. */
    private static final long SEED = 1;

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
        Set<MemberId> consenting = members.consenting(
                Purpose.INTRODUCTIONS,
                news.stream().map(row -> new MemberId(row.owner)).collect(Collectors.toSet()));
        List<MemberId> owners = news.stream()
                .map(row -> new MemberId(row.owner))
                .filter(consenting::contains)
                .distinct()
                .limit(MEMBERS_AT_ONCE)
                .toList();
        for (Ring ring : rings(owners)) found.fire(new RingFound(community, ring));
        news.stream().filter(row -> owners.contains(new MemberId(row.owner))).forEach(row -> row.lookedAt = tick.now());
    }

    /** Rings through these members, chosen so that no two share a member and the most are served. */
    List<Ring> rings(List<MemberId> owners) {
        SortedMap<MemberId, List<Match>> links = around(owners);
        List<MemberId> members = List.copyOf(links.keySet());
        List<Match> matches = links.values().stream().flatMap(List::stream).toList();
        Exchange exchange = exchange(members, matches);
        // Whoever else is near was looked at when theirs was new.
        List<Circle> candidates = owners.stream()
                .flatMap(owner -> exchange.through(Collections.binarySearch(members, owner)).stream())
                .filter(circle -> !circle.isSwap())
                .distinct()
                .sorted(Circle.BEST_FIRST)
                .toList();
        List<List<Circle>> byMember = IntStream.range(0, members.size())
                .mapToObj(member -> candidates.stream()
                        .filter(circle -> circle.contains(member))
                        .toList())
                .toList();
        return PackingSearch.pack(byMember, SEED).circles().stream()
                .map(circle -> new Ring(exchange.links(circle).stream()
                        .map(link -> matches.get(link.offer()))
                        .toList()))
                .toList();
    }

    /** The links of these members, of their helpers and of the helpers' helpers, each asked for once. */
    private SortedMap<MemberId, List<Match>> around(List<MemberId> owners) {
        var links = new TreeMap<MemberId, List<Match>>();
        Collection<MemberId> next = owners;
        for (int step = 0; step < Ring.SIZE; step++) {
            for (MemberId member : next) links.computeIfAbsent(member, this::links);
            next = next.stream()
                    .flatMap(member -> links.getOrDefault(member, List.of()).stream())
                    .map(match -> match.offer().owner())
                    .filter(member -> !links.containsKey(member))
                    .distinct()
                    .toList();
        }
        return links;
    }

    /** Each link stands for the match of its offer's number; links to whom nobody asked can't close a ring. */
    private static Exchange exchange(List<MemberId> members, List<Match> matches) {
        List<StatementId> needs = matches.stream()
                .map(match -> match.need().id())
                .distinct()
                .sorted()
                .toList();
        var exchange = new Exchange(WIDTH);
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            int seeker = Collections.binarySearch(members, match.need().owner());
            int giver = Collections.binarySearch(members, match.offer().owner());
            int need = Collections.binarySearch(needs, match.need().id());
            if (giver >= 0) exchange.add(new Exchange.Link(seeker, giver, need, i, match.score()));
        }
        return exchange;
    }

    /** What this member looks for, and who could help; not what is to be read by nobody yet. */
    private List<Match> links(MemberId owner) {
        return statements.needsOf(owner).stream()
                .filter(need -> !need.discreet())
                .sorted(Comparator.comparing(Statement::id))
                .flatMap(need -> statements.helpersFor(need.id(), WIDTH).stream())
                .filter(match -> !isSwap(match))
                .toList();
    }

    private static boolean isSwap(Match match) {
        return match.reasons().stream().anyMatch(Match.Reason.Swap.class::isInstance);
    }
}
