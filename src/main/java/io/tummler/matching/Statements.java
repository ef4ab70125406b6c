package io.tummler.matching;

import io.tummler.api.Allowance;
import io.tummler.api.Beat;
import io.tummler.api.CommunityId;
import io.tummler.api.Ids;
import io.tummler.api.Match;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.Outbox;
import io.tummler.api.Settings;
import io.tummler.api.Statement;
import io.tummler.api.StatementClosed;
import io.tummler.api.StatementId;
import io.tummler.api.Tick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is looked for and offered, in the database; what has committed {@link Books} learn. */
@ApplicationScoped
class Statements implements Matching {
    /** So that one member does not fill a community's market. */
    private static final int OPEN_MAX = 20;

    private final Search search;
    private final Settings settings;
    private final Parties parties;
    private final Allowance allowance;
    private final Ids ids;
    private final Clock clock;
    private final Outbox outbox;
    private final Event<Books.Changed> changed;
    private final Event<StatementClosed> closed;

    @Inject
    Statements(
            Search search,
            Settings settings,
            Parties parties,
            Allowance allowance,
            Ids ids,
            Clock clock,
            Outbox outbox,
            Event<Books.Changed> changed,
            Event<StatementClosed> closed) {
        this.search = search;
        this.settings = settings;
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
        return find(need).map(stands -> search.helpersFor(stands, limit)).orElseGet(List::of);
    }

    @Override
    @Transactional
    public boolean compatible(CommunityId community, MemberId one, MemberId other) {
        return !parties.compatible(community, one, List.of(other)).isEmpty();
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
        changed.fire(new Books.Changed(row.statement(), true));
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
        changed.fire(new Books.Changed(over, false));
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
