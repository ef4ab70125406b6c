package io.tummler.introduction;

import io.tummler.api.CommunityId;
import io.tummler.api.Exclusions;
import io.tummler.api.Match;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Purpose;
import io.tummler.api.Ring;
import io.tummler.api.RingFound;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Brings three together of whom each can help the next. A ring is three introductions that come about together: each
 * member is asked once, as the helper of one of them, and told what they would give and get. All are asked at once and
 * wait for the same day; when one says no or nothing, the others hear no more than that it did not come about. Nobody asked
 * for a ring, so one that can't be is simply not proposed.
 */
@Singleton
class Rings {
    private final IntroductionDesk desk;
    private final AskedBefore before;
    private final Members members;
    private final Exclusions exclusions;
    private final Outbox outbox;
    private final Clock clock;
    private final CheckIns checkIns;

    Rings(
            IntroductionDesk desk,
            AskedBefore before,
            Members members,
            Exclusions exclusions,
            Outbox outbox,
            Clock clock,
            CheckIns checkIns) {
        this.desk = desk;
        this.before = before;
        this.members = members;
        this.exclusions = exclusions;
        this.outbox = outbox;
        this.clock = clock;
        this.checkIns = checkIns;
    }

    void found(@Observes RingFound found) {
        IntroductionSettings settings = desk.settings(found.community());
        if (!settings.enabled() || !settings.rings() || !mayBeAsked(found.community(), found.ring())) return;
        List<IntroductionRow> rows = desk.rows(found.ring(), clock.instant());
        for (IntroductionRow row : rows) {
            desk.move(row, State.Event.ASK);
            row.askedAt = clock.instant();
            desk.ask(row, row.helpedBy(), question(row, rows));
        }
    }

    Message question(IntroductionRow row) {
        return question(row, of(row.ringId()));
    }

    /** What this one's helper would give, and get. */
    private static Message question(IntroductionRow gives, List<IntroductionRow> ring) {
        IntroductionRow gets = ring.stream()
                .filter(it -> it.askedBy().equals(gives.helpedBy()))
                .findFirst()
                .orElseThrow();
        return Questions.toMemberOfRing(gives, gets);
    }

    private boolean mayBeAsked(CommunityId community, Ring ring) {
        return ring.members().stream()
                        .allMatch(member -> members.consents(member, Purpose.INTRODUCTIONS)
                                && before.hasRoom(community, member)
                                && !isInRing(member))
                && ring.links().stream().noneMatch(link -> areNotToMeet(community, link));
    }

    /** One at a time of each, or somebody who offers much would be asked about nothing else. */
    private static boolean isInRing(MemberId member) {
        return IntroductionRow.count(
                        "helper = ?1 and ring is not null and connectedAt is null and state <> ?2",
                        member.value(),
                        State.LAPSED)
                > 0;
    }

    private boolean areNotToMeet(CommunityId community, Match link) {
        MemberId one = link.need().owner();
        MemberId other = link.offer().owner();
        return exclusions.apart(community, one, other) || before.isPairAgain(community, one, other);
    }

    static List<IntroductionRow> of(UUID ring) {
        return IntroductionRow.list("ring = ?1 order by id", ring);
    }

    /**
     * One of the three says yes. What has become impossible meanwhile ends for everybody on the day that it would end
     * anyway.
     *
     * @return whether all three have said yes by now, and are brought together
     */
    boolean accept(IntroductionRow row) {
        List<IntroductionRow> all = of(row.ringId());
        row.acceptedAt = clock.instant();
        boolean possible = all.size() == Ring.SIZE
                && all.stream().allMatch(it -> desk.mayMeet(it) && !desk.areApart(it) && !isForgotten(it));
        if (!desk.move(row, possible ? State.Event.YES : State.Event.NO)) return false;
        if (!possible || all.stream().anyMatch(it -> it.state != State.ACCEPTED)) return false;
        connect(all);
        return true;
    }

    private boolean isForgotten(IntroductionRow row) {
        return members.person(row.askedBy()).isEmpty();
    }

    private void connect(List<IntroductionRow> all) {
        Instant now = clock.instant();
        IntroductionRow first = all.getFirst();
        for (IntroductionRow row : all) {
            desk.move(row, State.Event.YES);
            row.connectedAt = now;
            row.due = now.plus(desk.settings(row.community()).checkInAfter());
            checkIns.begin(row);
        }
        List<MemberId> three = all.stream().map(IntroductionRow::askedBy).toList();
        switch (desk.settings(first.community()).meet()) {
            case THREAD ->
                outbox.put(new Outgoing.Thread(
                        first.community(),
                        first.introduction(),
                        Questions.ringTitle(first),
                        three,
                        Questions.ringOpening(all, true)));
            case DIRECT -> tellEach(all, Questions.ringOpening(all, false));
        }
        // What else was asked about the same needs has no point any more.
        for (IntroductionRow row : all)
            for (IntroductionRow other : desk.pending(row.about)) if (other.acceptedAt == null) desk.end(other);
    }

    private void tellEach(List<IntroductionRow> all, Message news) {
        for (IntroductionRow row : all) outbox.put(new Outgoing.Note(row.community(), row.askedBy(), news));
    }

    /** Their thread can't be opened: each is told who the others are. */
    void meetWithoutThread(IntroductionRow first) {
        List<IntroductionRow> all = of(first.ringId());
        tellEach(all, Questions.ringOpening(all, false));
    }

    /** The introductions that share this one's thread: of a ring all three. */
    static Stream<IntroductionRow> together(IntroductionRow row) {
        return row.isOfRing() ? of(row.ringId()).stream() : Stream.of(row);
    }
}
