package io.tummler.community;

import io.tummler.api.CommunityId;
import io.tummler.api.Ids;
import io.tummler.api.MemberId;
import io.tummler.api.Purpose;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who consented to what, to which version of it and when, with a log that proves it: all that was given and taken back. */
@Singleton
class Consents {
    /** The newest of each member and purpose, so that nobody fills the log by pressing a button. */
    static final int LOGGED_MAX = 50;
    /** As long as Discord lets a message be. */
    private static final int SHOWN_MAX = 4_000;

    private final Ids ids;
    private final Clock clock;

    Consents(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    private static Optional<ConsentRow> of(MemberId member, Purpose purpose) {
        return ConsentRow.findByIdOptional(new ConsentRow.Key(member.value(), purpose));
    }

    /** What a member has given and not taken back, oldest first, whether or not it still holds. */
    static List<ConsentRow> of(MemberId member) {
        return ConsentRow.list("memberId = ?1 order by givenAt, purpose", member.value());
    }

    /** Since when a consent holds. */
    static Optional<Instant> since(MemberId member, Purpose purpose) {
        return of(member, purpose).filter(ConsentRow::holds).map(row -> row.givenAt);
    }

    /** When a consent was given that holds no longer, for the purpose is another one now. */
    static Optional<Instant> outdated(MemberId member, Purpose purpose) {
        return of(member, purpose).filter(row -> !row.holds()).map(row -> row.givenAt);
    }

    static Set<MemberId> to(Purpose purpose, CommunityId community) {
        return members(ConsentRow.stream(
                "from ConsentRow c where c.purpose = ?1 and c.version >= ?2 and exists"
                        + " (from MemberRow m where m.id = c.memberId and m.communityId = ?3)",
                purpose,
                purpose.version(),
                community.value()));
    }

    static Set<MemberId> to(Purpose purpose, Collection<MemberId> of) {
        if (of.isEmpty()) return Set.of();
        return members(ConsentRow.stream(
                "purpose = ?1 and version >= ?2 and memberId in ?3",
                purpose,
                purpose.version(),
                of.stream().map(MemberId::value).toList()));
    }

    private static Set<MemberId> members(Stream<ConsentRow> rows) {
        return rows.map(row -> new MemberId(row.memberId)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @return false when it holds already
     */
    boolean give(MemberId member, Purpose purpose, String shown) {
        Optional<ConsentRow> before = of(member, purpose);
        if (before.filter(ConsentRow::holds).isPresent()) return false;
        Instant now = clock.instant();
        if (before.isPresent()) before.get().renew(now);
        else new ConsentRow(member.value(), purpose, now).persist();
        log(member, purpose, purpose.version(), now, true, shortened(shown));
        return true;
    }

    private static String shortened(String shown) {
        if (shown.length() <= SHOWN_MAX) return shown;
        boolean half = Character.isHighSurrogate(shown.charAt(SHOWN_MAX - 1));
        return shown.substring(0, half ? SHOWN_MAX - 1 : SHOWN_MAX);
    }

    /**
     * @return false when there was nothing to take back
     */
    boolean takeBack(MemberId member, Purpose purpose) {
        Optional<ConsentRow> given = of(member, purpose);
        given.ifPresent(row -> {
            row.delete();
            log(member, purpose, row.version, clock.instant(), false, "");
        });
        return given.isPresent();
    }

    private void log(MemberId member, Purpose purpose, int version, Instant at, boolean given, String shown) {
        new ConsentEventRow(ids.next(), member, purpose, version, at, given, shown).persist();
        List<ConsentEventRow> newestFirst = ConsentEventRow.list(
                "memberId = ?1 and purpose = ?2 order by at desc, id desc", member.value(), purpose);
        for (ConsentEventRow old : newestFirst.subList(Math.min(LOGGED_MAX, newestFirst.size()), newestFirst.size()))
            old.delete();
    }

    /** All that was given and taken back, oldest first. */
    static List<ConsentEventRow> log(MemberId member) {
        return ConsentEventRow.list("memberId = ?1 order by at, id", member.value());
    }

    /** What nothing is to be proved by any more. */
    static void forget(MemberId member) {
        ConsentEventRow.delete("memberId", member.value());
    }
}
