package io.tummler.matching;

import io.quarkus.arc.All;
import io.tummler.api.Allowance;
import io.tummler.api.Beat;
import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.api.Ids;
import io.tummler.api.Market;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is looked for and offered: in the database, and in memory for the matchmakers, which learns what has committed. */
@ApplicationScoped
class Statements implements Matching {
    /** So that one member does not fill a community's market. */
    private static final int OPEN_MAX = 20;

    private final Members members;
    private final Settings settings;
    private final List<Matchmaker> matchmakers;
    private final Parties parties;
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
        return best.values().stream()
                .filter(match -> compatible.contains(match.offer().owner()))
                .sorted(Comparator.comparingDouble(Match::score)
                        .reversed()
                        .thenComparing(match -> match.offer().id()))
                .limit(limit)
                .toList();
    }

    /** Of several matchmakers, or of several offers of one helper, the best match counts. */
    private Map<MemberId, Match> bestOffers(Statement need) {
        Market market = market(need.community());
        double least =
                settings.of(need.community()).section(MatchingSettings.class).minimumScore();
        Map<MemberId, Match> best = new LinkedHashMap<>();
        for (Matchmaker matchmaker : matchmakers)
            for (Match match : matchmaker.helpersFor(need, market, Integer.MAX_VALUE))
                if (match.score() >= least)
                    best.merge(
                            match.offer().owner(), match, (one, other) -> one.score() >= other.score() ? one : other);
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
        return bestOffers(imagined).size();
    }

    @Override
    @Transactional
    public boolean compatible(CommunityId community, MemberId one, MemberId other) {
        return !parties.compatible(community, one, List.of(other)).isEmpty();
    }

    /** Whether a matchmaker sees anything for this need in these offers alone, which is quicker than to ask who is best. */
    boolean mayFit(Statement need, List<Statement> offers) {
        var few = new Open(List.of(), offers);
        return matchmakers.stream()
                .anyMatch(matchmaker -> !matchmaker.helpersFor(need, few, 1).isEmpty());
    }

    private record Open(List<Statement> needs, List<Statement> offers) implements Market {}

    /** Open statements whose owners consent to introductions now. */
    private Market market(CommunityId community) {
        Book book = book(community);
        Set<MemberId> consenting = members.consenting(community, Purpose.INTRODUCTIONS);
        Instant now = clock.instant();
        return new Open(open(book.needs(), consenting, now), open(book.offers(), consenting, now));
    }

    private static List<Statement> open(Collection<Statement> all, Set<MemberId> owners, Instant now) {
        return all.stream()
                .filter(statement ->
                        owners.contains(statement.owner()) && statement.until().isAfter(now))
                .toList();
    }

    private Book book(CommunityId community) {
        return books.computeIfAbsent(community, _ -> {
            var book = new Book();
            StatementRow.<StatementRow>list("communityId", community.value()).forEach(row -> book.put(row.statement()));
            return book;
        });
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
    @Transactional
    List<Statement> of(MemberId owner) {
        return StatementRow.<StatementRow>list("owner = ?1 order by since, id", owner.value()).stream()
                .map(StatementRow::statement)
                .toList();
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
