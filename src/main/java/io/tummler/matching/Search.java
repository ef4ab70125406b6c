package io.tummler.matching;

import io.tummler.api.CommunityId;
import io.tummler.api.Ids;
import io.tummler.api.Match;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Purpose;
import io.tummler.api.Settings;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who fits a statement now: the best that the matchmakers know of, less those who may not be asked or brought together. */
@Singleton
class Search {
    /** More than anybody would ask, and enough for a number that is told. */
    private static final int HELPERS_MAX = 100;
    /** So many of those that fit best are looked at first, and more where too few of their owners may be asked. */
    private static final int LOOKED_AT = 200;

    private static final int LOOKED_AT_MAX = 3_200;
    /** Whose offer fits less than this share of how well the best one does, is no helper. */
    private static final double BESIDE_THE_BEST = .5;
    /** So much more, as a share, counts the fit of whoever is likeliest to answer. */
    private static final double LIFT_MAX = .2;

    private final Books books;
    private final Members members;
    private final Settings settings;
    private final Parties parties;
    private final Regulars regulars;
    private final Ids ids;
    private final Clock clock;

    Search(Books books, Members members, Settings settings, Parties parties, Regulars regulars, Ids ids, Clock clock) {
        this.books = books;
        this.members = members;
        this.settings = settings;
        this.parties = parties;
        this.regulars = regulars;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who could help and may be brought together with whoever looks for it, each helper once, the best first. */
    List<Match> helpersFor(Statement need, int limit) {
        Map<MemberId, Match> best = bestOffers(need);
        Set<MemberId> compatible = parties.compatible(need.community(), need.owner(), best.keySet());
        Map<MemberId, Double> likelihoods = regulars.likelihoods(need, compatible, clock.instant());
        return withHelpBefore(besideTheBest(best.values().stream()
                        .filter(match -> compatible.contains(match.offer().owner()))
                        .toList())
                .sorted(Comparator.comparingDouble((Match match) -> match.score()
                                * lift(likelihoods.getOrDefault(match.offer().owner(), 0.0)))
                        .reversed()
                        .thenComparing(match -> match.offer().id()))
                .limit(limit)
                .toList());
    }

    /** Where something fits well, what fits so much less is not worth anybody's attention. */
    private static Stream<Match> besideTheBest(List<Match> bestFirst) {
        if (bestFirst.isEmpty()) return Stream.of();
        double least = BESIDE_THE_BEST * bestFirst.getFirst().score();
        return bestFirst.stream().filter(match -> match.score() >= least);
    }

    /** Of two whose offers fit about as well, who answers such questions goes first. */
    private static double lift(double likelihood) {
        return 1 + LIFT_MAX * likelihood;
    }

    /** With one more reason where what is offered has helped before. */
    private static List<Match> withHelpBefore(List<Match> matches) {
        if (matches.isEmpty()) return matches;
        Map<UUID, Integer> times = StatementRow.<StatementRow>stream(
                        "helped > 0 and id in ?1",
                        matches.stream()
                                .map(match -> match.offer().id().value())
                                .toList())
                .collect(Collectors.toMap(row -> row.id, row -> row.helped));
        return matches.stream()
                .map(match -> Optional.ofNullable(times.get(match.offer().id().value()))
                        .map(helped -> match.and(new Match.Reason.HelpedBefore(helped)))
                        .orElse(match))
                .toList();
    }

    /** Of several offers of one helper the best match counts; best first. */
    private Map<MemberId, Match> bestOffers(Statement need) {
        Map<MemberId, Match> best = new LinkedHashMap<>();
        for (Match match : matchesOf(need, HELPERS_MAX))
            if (best.size() < HELPERS_MAX) best.putIfAbsent(match.offer().owner(), match);
        return best;
    }

    /** How many others offer what may fit this, whoever may meet whom: a number that tells nobody about rules. */
    @Transactional
    int offering(CommunityId community, MemberId asking, Wording topic) {
        Instant now = clock.instant();
        var imagined = new Statement(
                new StatementId(ids.next()),
                community,
                asking,
                Statement.Kind.NEED,
                topic,
                Statement.Source.DECLARED,
                now,
                now,
                false);
        return (int) besideTheBest(List.copyOf(bestOffers(imagined).values())).count();
    }

    /** The needs that this offer fits, whose owners may be asked, best first. */
    List<Match> needsFor(Statement offer) {
        return matchesOf(offer, LOOKED_AT_MAX);
    }

    /**
     * What fits this statement well enough and is open, of owners who consent to introductions now, best first; at least so
     * many if there are. Who consents is asked only about those who fit, for a community may have very many.
     */
    private List<Match> matchesOf(Statement statement, int atLeast) {
        CommunityId community = statement.community();
        Book book = books.of(community);
        double least = settings.of(community).section(MatchingSettings.class).minimumScore();
        Instant now = clock.instant();
        for (int limit = LOOKED_AT; ; limit *= 4) {
            List<Match> fitting =
                    book.matchesOf(statement, other -> other.until().isAfter(now), limit);
            List<Match> found =
                    fitting.stream().filter(match -> match.score() >= least).toList();
            Set<MemberId> consenting = members.consenting(
                    Purpose.INTRODUCTIONS,
                    found.stream().map(match -> other(match, statement).owner()).collect(Collectors.toSet()));
            List<Match> open = found.stream()
                    .filter(match -> consenting.contains(other(match, statement).owner()))
                    .toList();
            if (open.size() >= atLeast || found.size() < limit || limit >= LOOKED_AT_MAX) return open;
        }
    }

    private static Statement other(Match match, Statement statement) {
        return switch (statement.kind()) {
            case NEED -> match.offer();
            case OFFER -> match.need();
        };
    }
}
