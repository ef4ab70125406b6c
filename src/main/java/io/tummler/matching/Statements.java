package io.tummler.matching;

import io.quarkus.arc.All;
import io.tummler.api.Allowance;
import io.tummler.api.Beat;
import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.api.Ids;
import io.tummler.api.Match;
import io.tummler.api.Matching;
import io.tummler.api.Matchmaker;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Outbox;
import io.tummler.api.Purpose;
import io.tummler.api.Settings;
import io.tummler.api.Statement;
import io.tummler.api.StatementClosed;
import io.tummler.api.StatementId;
import io.tummler.api.Tick;
import io.tummler.api.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is looked for and offered: in the database, and in memory for the matchmakers, which learns what has committed. */
@ApplicationScoped
class Statements implements Matching {
    /** So that one member does not fill a community's market. */
    private static final int OPEN_MAX = 20;
    /** More than anybody would ask, and enough for a number that is told. */
    private static final int HELPERS_MAX = 100;
    /** So many of those that fit best are looked at first, and more where too few of their owners may be asked. */
    private static final int LOOKED_AT = 200;

    private static final int LOOKED_AT_MAX = 3_200;
    /** Whose offer fits less than this share of how well the best one does, is no helper. */
    private static final double BESIDE_THE_BEST = .5;
    /** So much more, as a share, counts the fit of whoever is likeliest to answer. */
    private static final double LIFT_MAX = .2;

    private final Members members;
    private final Settings settings;
    private final List<Matchmaker> matchmakers;
    private final Parties parties;
    private final Regulars regulars;
    private final Allowance allowance;
    private final Ids ids;
    private final Clock clock;
    private final Outbox outbox;
    private final Event<Changed> changed;
    private final Event<StatementClosed> closed;
    private final Map<CommunityId, Book> books = new ConcurrentHashMap<>();

    /** Private news, heard once the transaction has committed. */
    record Changed(Statement statement, boolean stands) {}

    @Inject
    Statements(
            Members members,
            Settings settings,
            @All List<Matchmaker> matchmakers,
            Parties parties,
            Regulars regulars,
            Allowance allowance,
            Ids ids,
            Clock clock,
            Outbox outbox,
            Event<Changed> changed,
            Event<StatementClosed> closed) {
        this.members = members;
        this.settings = settings;
        this.matchmakers = matchmakers;
        this.parties = parties;
        this.regulars = regulars;
        this.allowance = allowance;
        this.ids = ids;
        this.clock = clock;
        this.outbox = outbox;
        this.changed = changed;
        this.closed = closed;
    }

    @Override
    @Transactional
    public List<Match> helpersFor(StatementId need, int limit) {
        return find(need).map(stands -> helpersFor(stands, limit)).orElseGet(List::of);
    }

    private List<Match> helpersFor(Statement need, int limit) {
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
        Book book = book(community);
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

    @Override
    @Transactional
    public boolean compatible(CommunityId community, MemberId one, MemberId other) {
        return !parties.compatible(community, one, List.of(other)).isEmpty();
    }

    private Book book(CommunityId community) {
        return books.computeIfAbsent(community, _ -> new Book(matchmakers, StatementRow.standing(community)));
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        Book book = books.get(change.statement().community());
        if (book == null) return;
        if (change.stands()) book.put(change.statement());
        else book.remove(change.statement().id());
    }

    /** A book that was first read in a transaction that failed may hold what never came to be; it is read again. */
    void doubt(@Observes(during = TransactionPhase.AFTER_FAILURE) Changed change) {
        books.remove(change.statement().community());
    }

    /** Another process may have changed it meanwhile. */
    void reread(@Observes Custody custody) {
        books.keySet().removeAll(custody.communities());
    }

    @Override
    @Transactional
    public Optional<Statement> find(StatementId statement) {
        StatementRow row = StatementRow.findById(statement.value());
        return row == null || !row.until.isAfter(clock.instant()) ? Optional.empty() : Optional.of(row.statement());
    }

    @Override
    @Transactional
    public Declared declare(Statement.Draft draft) {
        Instant now = clock.instant();
        Instant until = now.plus(lasts(draft));
        List<StatementRow> all = StatementRow.list("owner", draft.owner().value());
        // No query can compare words, each of which is encrypted differently.
        StatementRow row = all.stream()
                .filter(one -> one.kind == draft.kind()
                        && one.wording.equals(draft.wording().text()))
                .findFirst()
                .orElse(null);
        if (row == null) {
            if (all.size() >= OPEN_MAX) return new Declared.TooMany(OPEN_MAX);
            int most = settings.of(draft.community())
                    .section(MatchingSettings.class)
                    .statementsADay();
            if (!allowance.take(draft.community(), draft.owner(), Allowance.Act.STATEMENT, most))
                return new Declared.TooManyToday(most);
            row = new StatementRow(new StatementId(ids.next()), draft, now, until);
            row.persist();
        } else {
            row.until = until;
            // What was noticed is confirmed, and says nothing of who may read it.
            if (draft.source() == Statement.Source.DECLARED) row.discreet = draft.discreet();
        }
        changed.fire(new Changed(row.statement(), true));
        return new Declared.Stands(row.statement());
    }

    /** No longer than moderators let it stand. */
    private Duration lasts(Statement.Draft draft) {
        var lengths = settings.of(draft.community()).section(MatchingSettings.class);
        Duration most = switch (draft.kind()) {
            case NEED -> lengths.needsLast();
            case OFFER -> lengths.offersLast();
        };
        return draft.lasts().filter(wanted -> wanted.compareTo(most) < 0).orElse(most);
    }

    @Override
    @Transactional
    public void helped(StatementId offer) {
        StatementRow row = StatementRow.findById(offer.value());
        if (row != null) row.helped++;
    }

    @Override
    @Transactional
    public void close(StatementId statement) {
        StatementRow row = StatementRow.findById(statement.value());
        if (row != null) close(row);
    }

    /** Nothing is kept of what is over: an introduction that it led to has its own copy of the words. */
    private void close(StatementRow row) {
        Statement over = row.statement();
        row.delete();
        outbox.takeBack(row.id);
        changed.fire(new Changed(over, false));
        closed.fire(new StatementClosed(over.community(), over.id()));
    }

    /** The open statements of a member, oldest first. */
    List<Statement> of(MemberId owner) {
        return rows(owner).stream().map(StatementRow::statement).toList();
    }

    @Transactional
    List<StatementRow> rows(MemberId owner) {
        return StatementRow.list("owner = ?1 order by since, id", owner.value());
    }

    @Override
    public List<Statement> needsOf(MemberId owner) {
        return of(owner).reversed().stream()
                .filter(statement -> statement.kind() == Statement.Kind.NEED)
                .toList();
    }

    /** In whichever mode. */
    void expire(@Observes Beat beat) {
        expire(beat.community(), beat.now());
    }

    /** A replay has no other. */
    void expire(@Observes Tick tick) {
        expire(tick.community(), tick.now());
    }

    private void expire(CommunityId community, Instant now) {
        StatementRow.<StatementRow>list("communityId = ?1 and until <= ?2", community.value(), now)
                .forEach(this::close);
    }

    void forget(MemberId member) {
        StatementRow.<StatementRow>list("owner", member.value()).forEach(this::close);
    }
}
