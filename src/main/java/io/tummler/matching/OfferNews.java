package io.tummler.matching;

import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Purpose;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Tick;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells members that somebody now offers what they look for, never who: of each offer once, as soon as its owner may be
 * asked, and about one need at most once a week. A need that came after the offer was told of it when it was declared.
 */
@Singleton
class OfferNews {
    private static final Duration QUIET = Duration.ofDays(7);

    private final Search search;
    private final Statements statements;
    private final Members members;
    private final Outbox outbox;

    OfferNews(Search search, Statements statements, Members members, Outbox outbox) {
        this.search = search;
        this.statements = statements;
        this.members = members;
        this.outbox = outbox;
    }

    void pass(@Observes Tick tick) {
        List<StatementRow> untold = StatementRow.list(
                "communityId = ?1 and kind = ?2 and toldAt is null order by id",
                tick.community().value(),
                Statement.Kind.OFFER);
        if (untold.isEmpty()) return;
        Set<MemberId> consenting = members.consenting(
                Purpose.INTRODUCTIONS,
                untold.stream().map(row -> new MemberId(row.owner)).collect(Collectors.toSet()));
        untold.removeIf(row -> !consenting.contains(new MemberId(row.owner)));
        if (untold.isEmpty()) return;
        List<Statement> offers = untold.stream().map(StatementRow::statement).toList();
        Set<UUID> fitting = offers.stream()
                .flatMap(offer -> search.needsFor(offer).stream())
                .map(match -> match.need().id().value())
                .collect(Collectors.toSet());
        if (!fitting.isEmpty()) tell(fitting, offers, tick.now());
        untold.forEach(row -> row.toldAt = tick.now());
    }

    private void tell(Set<UUID> fitting, List<Statement> offers, Instant now) {
        List<StatementRow> needs = StatementRow.list(
                "id in ?1 and (toldAt is null or toldAt <= ?2) order by id", fitting, now.minus(QUIET));
        for (StatementRow row : needs) if (tell(row.statement(), offers)) row.toldAt = now;
    }

    /**
     * Tells the owner of this need if one of these offers fits it best of what its helper offers.
     *
     * @return whether it did
     */
    private boolean tell(Statement need, List<Statement> offers) {
        List<Statement> later =
                offers.stream().filter(offer -> isNewTo(need, offer)).toList();
        Set<StatementId> news = later.stream().map(Statement::id).collect(Collectors.toSet());
        var helpers = statements.helpersFor(need.id(), Integer.MAX_VALUE);
        if (helpers.stream().noneMatch(match -> news.contains(match.offer().id()))) return false;
        // One that still waits says the same.
        outbox.takeBack(need.id().value());
        outbox.put(new Outgoing.Note(
                need.community(),
                need.owner(),
                Message.of(new Says.NowOffered(need.wording()), AskCommand.askThem(need, helpers.size())),
                Optional.of(need.id().value()),
                Outgoing.Note.Manner.QUESTION));
        return true;
    }

    /** Whether it could not be asked about yet when the need was declared, and its owner told how many could help. */
    private boolean isNewTo(Statement need, Statement offer) {
        return offer.id().compareTo(need.id()) > 0
                || members.consentsSince(offer.owner(), Purpose.INTRODUCTIONS)
                        .filter(since -> since.isAfter(need.since()))
                        .isPresent();
    }
}
