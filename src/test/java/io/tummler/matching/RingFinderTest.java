package io.tummler.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tummler.api.CommunityId;
import io.tummler.api.Match;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.RingFound;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each member looks for one thing, and offers one. */
class RingFinderTest {
    private static final int MEMBERS = 8;
    private static final CommunityId TOWN = new CommunityId(new UUID(0, 1));

    private final Statements statements = mock();
    private final Members members = mock();
    private final Event<RingFound> found = mock();
    private final RingFinder finder = new RingFinder(statements, members, found);

    @BeforeEach
    void nobody_helps_anybody_yet() {
        for (int member = 0; member < MEMBERS; member++) looksFor(member, false);
    }

    private static MemberId member(int number) {
        return new MemberId(new UUID(1, number));
    }

    private static Statement statement(int owner, Statement.Kind kind, boolean discreet) {
        var id = new StatementId(new UUID(2 + kind.ordinal(), owner));
        var wording = new Wording("bread");
        return new Statement(
                id,
                TOWN,
                member(owner),
                kind,
                wording,
                Statement.Source.DECLARED,
                Instant.EPOCH,
                Instant.MAX,
                discreet);
    }

    private void looksFor(int seeker, boolean discreet, Match... helpers) {
        Statement need = statement(seeker, Statement.Kind.NEED, discreet);
        when(statements.needsOf(member(seeker))).thenReturn(List.of(need));
        when(statements.helpersFor(eq(need.id()), anyInt())).thenReturn(List.of(helpers));
    }

    private static Match by(int seeker, int giver, double score, Match.Reason... reasons) {
        Statement need = statement(seeker, Statement.Kind.NEED, false);
        Statement offer = statement(giver, Statement.Kind.OFFER, false);
        var shared = new Match.Reason.SharedWords(List.of("bread"));
        return new Match(need, offer, score, reasons.length == 0 ? List.of(shared) : List.of(reasons));
    }

    private List<List<MemberId>> rings(int... owners) {
        return finder
                .rings(IntStream.of(owners).mapToObj(RingFinderTest::member).toList())
                .stream()
                .map(ring -> ring.members())
                .toList();
    }

    private static List<MemberId> members(int... numbers) {
        return IntStream.of(numbers).mapToObj(RingFinderTest::member).toList();
    }

    private void aRingThatCouldBeTwo() {
        looksFor(0, false, by(0, 1, .9), by(0, 3, .5));
        looksFor(1, false, by(1, 2, .9), by(1, 5, .5));
        looksFor(2, false, by(2, 0, .9));
        looksFor(3, false, by(3, 4, .5));
        looksFor(4, false, by(4, 0, .5));
        looksFor(5, false, by(5, 6, .5));
        looksFor(6, false, by(6, 1, .5));
    }

    @Test
    void two_rings_that_share_nobody_are_found_rather_than_one_between_them() {
        aRingThatCouldBeTwo();
        assertThat(rings(0, 1)).containsExactly(members(0, 3, 4), members(1, 5, 6));
    }

    @Test
    void a_ring_is_found_once_whoever_of_it_is_new_and_only_through_whoever_is() {
        aRingThatCouldBeTwo();
        assertThat(rings(2)).containsExactly(members(0, 1, 2));
        assertThat(rings(3, 4, 0)).hasSize(1);
        assertThat(rings(7)).isEmpty();
    }

    @Test
    void a_discreet_need_is_in_no_ring() {
        aRingThatCouldBeTwo();
        looksFor(2, true, by(2, 0, .9));
        assertThat(rings(2)).isEmpty();
    }

    @Test
    void a_link_that_is_a_swap_is_in_no_ring() {
        aRingThatCouldBeTwo();
        Statement need = statement(0, Statement.Kind.NEED, false);
        Statement offer = statement(2, Statement.Kind.OFFER, false);
        looksFor(2, false, by(2, 0, .9, new Match.Reason.Swap(need, offer)));
        assertThat(rings(2)).isEmpty();
    }
}
