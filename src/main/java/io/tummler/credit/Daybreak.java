package io.tummler.credit;

import io.tummler.api.Beat;
import io.tummler.api.CommunityId;
import io.tummler.api.Happening;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What time brings to a book: promises fall away, and when a day has begun it is told that it has, and then the moderators
 * the root over all entries, so that from then on nobody can change one of them unnoticed.
 */
@ApplicationScoped
@Transactional
class Daybreak {
    private static final Logger LOG = Logger.getLogger(Daybreak.class);

    private final Book book;
    private final Sql sql;
    private final Roots roots;
    private final Event<Happening> happenings;
    private final Outbox outbox;

    Daybreak(Book book, EntityManager entities, Event<Happening> happenings, Outbox outbox) {
        this.book = book;
        this.sql = new Sql(entities);
        this.roots = new Roots(sql);
        this.happenings = happenings;
        this.outbox = outbox;
    }

    void pass(@Observes Beat beat) {
        CommunityId community = beat.community();
        book.dissolveLapsed(community, beat.now());
        LocalDate today = LocalDate.ofInstant(beat.now(), ZoneOffset.UTC);
        if (hasBegun(today, lastBegun(community))) return;
        book.head(community);
        // Another replica may have been here between the two looks.
        Optional<LocalDate> last = lastBegun(community);
        if (hasBegun(today, last)) return;
        last.filter(it -> it.isAfter(today))
                .ifPresent(it -> LOG.warnf(
                        "ledger_head says that %s has begun in community %s, and it is %s: taken for not begun. Run tummler"
                                + " ledger verify",
                        it, community, today));
        sql.write(
                "update ledger_head set begun_on = ? where community_id = ?",
                List.of(today),
                it -> List.of(it, community.value()));
        // Of a book that was not open yesterday, no day is over.
        if (last.isEmpty()) return;
        happenings.fire(new Happening.DayBegun(community, today, beat.now()));
        tellRoot(community, today, beat.now());
    }

    /** Another replica's clock may be ahead by a little; what lies days ahead would only keep roots from being told. */
    private static boolean hasBegun(LocalDate day, Optional<LocalDate> last) {
        return last.filter(it -> !it.isBefore(day) && !it.isAfter(day.plusDays(1)))
                .isPresent();
    }

    private Optional<LocalDate> lastBegun(CommunityId community) {
        return sql.first(
                "select begun_on from ledger_head where community_id = ? and begun_on is not null",
                row -> row.getObject(1, LocalDate.class),
                community.value());
    }

    private void tellRoot(CommunityId community, LocalDate day, Instant now) {
        Head head = book.head(community);
        Optional<Roots.Root> last = roots.last(community);
        if (head.size() == last.map(Roots.Root::size).orElse(0L)) return;
        // The day begins once more, after ledger_head was wrong: it has its root.
        if (last.map(Roots.Root::day).filter(day::equals).isPresent()) return;
        var root = new Roots.Root(
                day, head.size(), Frontier.parse(head.size(), head.peaks()).root());
        roots.keep(community, root, now);
        outbox.put(new Outgoing.ToModerators(
                community,
                Message.of(new Says.LedgerRoot(day, root.size(), root.hash().toString()))));
    }
}
