package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Reciprocity;
import io.tummler.api.Settings;
import io.tummler.api.SettingsRead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The reciprocity of a community's members, in memory: read from the ledger when it is first asked for and anew each day,
 * and told what was booked once that has committed.
 */
@ApplicationScoped
class Standings implements Reciprocity {
    /** What has to be sure of whoever's word is to count in full for being thanked for long. */
    private static final double LONG_STANDING = 50;

    private final Book book;
    private final Trusted trusted;
    private final Alternates alternates;
    private final Members members;
    private final Settings settings;
    private final Clock clock;
    private final Map<CommunityId, Repute> reputes = new ConcurrentHashMap<>();

    Standings(Book book, Trusted trusted, Alternates alternates, Members members, Settings settings, Clock clock) {
        this.book = book;
        this.trusted = trusted;
        this.alternates = alternates;
        this.members = members;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Standing of(CommunityId community, MemberId member) {
        return today(community).of(member);
    }

    /** By how much the score would rise if one more member, whose word counts in full, said that this one helped. */
    @Transactional
    public int another(CommunityId community, MemberId member) {
        return today(community).another(member);
    }

    private Repute today(CommunityId community) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return reputes.compute(
                community, (_, known) -> known != null && known.day().equals(today) ? known : read(community, today));
    }

    private Repute read(CommunityId community, LocalDate today) {
        Instant now = clock.instant();
        var repute = new Repute(today, alternates.persons(community), trusted.areFew(community));
        book.eachWord(community, repute::read);
        Set<MemberId> seeds = trusted.of(community, repute.speakersSince(now.minus(Repute.OF_LATE)));
        repute.trust(seeds, now);
        Set<MemberId> more = longStanding(repute.sureOfAtLeast(LONG_STANDING), community, now);
        if (!seeds.containsAll(more)) {
            more.addAll(seeds);
            repute.trust(more, now);
        }
        return repute;
    }

    private Set<MemberId> longStanding(Collection<MemberId> well, CommunityId community, Instant now) {
        Instant then = now.minus(
                settings.of(community).section(ReciprocitySettings.class).longStanding());
        Set<MemberId> here = new HashSet<>();
        for (MemberId member : well)
            // Whoever was forgotten is nobody whose word could count.
            if (members.person(member).isPresent() && members.since(member).isBefore(then)) here.add(member);
        return here;
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) Book.Added added) {
        CommunityId community = added.transfer().credit().community();
        if (added.kind() == Entry.Kind.REVERSED) reputes.remove(community);
        // Waits for whoever reads it just now: what was read has this or not, and it knows which.
        added.word()
                .ifPresent(
                        word -> reputes.computeIfPresent(community, (_, repute) -> repute.hear(word) ? repute : null));
    }

    /** What was first read in a transaction that failed may hold what never came to be. */
    void doubt(@Observes(during = TransactionPhase.AFTER_FAILURE) Book.Added added) {
        reputes.remove(added.transfer().credit().community());
    }

    void reread(@Observes(during = TransactionPhase.AFTER_COMPLETION) Trusted.Changed change) {
        reputes.remove(change.community());
    }

    /** Who is trusted may depend on it. */
    void reread(@Observes SettingsRead read) {
        reputes.clear();
    }

    /** Another process may have changed it meanwhile. */
    void reread(@Observes Custody custody) {
        reputes.keySet().removeAll(custody.communities());
    }
}
