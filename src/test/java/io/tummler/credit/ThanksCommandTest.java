package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.CLEO;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.FakeEvent;
import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.Exclusions;
import io.tummler.api.Happening;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Outgoing;
import io.tummler.api.PersonRef;
import io.tummler.api.Purpose;
import io.tummler.api.Sentence;
import io.tummler.api.Wording;
import io.tummler.credit.rules.ShippedRules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThanksCommandTest {
    private static final MemberId DAN = Fakes.member(4);

    private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2, Entry.class, AlternateRow.class);
    private final Book book = new Book(database.entities(), Fakes.counted(), new FakeEvent<>());
    private final Alternates alternates = new Alternates(database.entities(), new FakeEvent<>());
    private final Bookkeeper bookkeeper = new Bookkeeper(ShippedRules.all(), book, alternates);
    private final Fakes.FakeMembers members = new Fakes.FakeMembers();
    private final Fakes.FakeOutbox outbox = new Fakes.FakeOutbox();
    private final ThanksCommand command = new ThanksCommand(
            members,
            new FakeEvent<Happening>(bookkeeper::hear),
            book,
            ShippedRules.all(),
            outbox,
            id -> "f" + id,
            alternates,
            new Apart());

    /** Bob and Dan are kept apart from each other, and nobody else is. */
    private static final class Apart implements Exclusions {
        @Override
        public Set<MemberId> apart(CommunityId community, MemberId member, Collection<MemberId> others) {
            if (member.equals(DAN) && others.contains(BOB)) return Set.of(BOB);
            return member.equals(BOB) && others.contains(DAN) ? Set.of(DAN) : Set.of();
        }

        @Override
        public void exclude(CommunityId community, MemberId member, PersonRef person) {
            throw new UnsupportedOperationException("not of interest here");
        }
    }

    ThanksCommandTest() {
        members.grant(BOB, Purpose.INTRODUCTIONS, "");
    }

    @Test
    void thanks_earn_credit_and_the_thanked_member_hears_of_it() {
        assertThat(thank("one", BOB)).containsExactly(new Says.ThanksBooked(BOB, 1, 1));
        assertThat(balance(BOB)).isEqualTo(1);
        assertThat(balance(ADA)).isEqualTo(1);
        assertThat(outbox.put)
                .containsExactly(new Outgoing.Note(TOWN, BOB, Message.of(new Says.YouWereThanked(ADA, 1))));
    }

    @Test
    void what_it_is_for_reaches_the_thanked_member_tamed() {
        assertThat(thank("one", BOB, " the\nsourdough\u202E ")).containsExactly(new Says.ThanksBooked(BOB, 1, 1));
        assertThat(outbox.put)
                .containsExactly(new Outgoing.Note(
                        TOWN, BOB, Message.of(new Says.YouWereThankedFor(ADA, new Wording("the sourdough"), 1))));
    }

    @Test
    void a_listening_member_can_be_thanked_too() {
        members.grant(CLEO, Purpose.LISTENING, "");
        assertThat(thank("one", CLEO)).containsExactly(new Says.ThanksBooked(CLEO, 1, 1));
    }

    @Test
    void the_same_command_delivered_twice_earns_and_is_told_once() {
        thank("one", BOB);
        assertThat(thank("one", BOB)).containsExactly(new Says.ThanksBooked(BOB, 1, 1));
        assertThat(balance(BOB)).isEqualTo(1);
        assertThat(outbox.put).hasSize(1);
    }

    @Test
    void thanking_the_same_member_again_soon_earns_nothing_says_why_and_disturbs_nobody() {
        thank("one", BOB);
        assertThat(thank("two", BOB))
                .containsExactly(
                        new Says.ThanksNotBooked(BOB), new io.tummler.credit.rules.Says.ThankedRecently(BOB, 7));
        assertThat(balance(BOB)).isEqualTo(1);
        assertThat(outbox.put).hasSize(1);
    }

    @Test
    void the_sixth_thanks_in_a_week_earn_nothing_and_say_why() {
        for (int n = 0; n < 5; n++) {
            members.grant(Fakes.member(10 + n), Purpose.INTRODUCTIONS, "");
            thank("thanks " + n, Fakes.member(10 + n));
        }
        assertThat(thank("sixth", BOB))
                .containsExactly(new Says.ThanksNotBooked(BOB), new io.tummler.credit.rules.Says.ThanksUsedUp(5));
        assertThat(balance(BOB)).isZero();
    }

    @Test
    void nobody_earns_by_thanking_oneself() {
        members.grant(ADA, Purpose.INTRODUCTIONS, "");
        assertThat(thank("one", ADA)).containsExactly(new Says.ThanksToYourself());
        nothingHappened();
    }

    @Test
    void a_member_without_consent_leaves_no_trace_and_looks_like_no_member() {
        members.grant(CLEO, Purpose.DIRECT_MESSAGES, "");
        assertThat(thank("one", CLEO)).containsExactly(new Says.ThanksToNobody());
        assertThat(thankAnyone("two", Optional.empty(), Map.of())).containsExactly(new Says.ThanksToNobody());
        nothingHappened();
    }

    @Test
    void words_that_say_nothing_or_too_much_are_sent_back() {
        assertThat(thank("one", BOB, "...")).containsExactly(new Says.ThanksForNothing());
        assertThat(thank("two", BOB, "x".repeat(201))).containsExactly(new Says.ThanksTooLong(201, 200));
        nothingHappened();
    }

    @Test
    void to_whom_somebody_is_kept_apart_from_nothing_of_theirs_is_carried_and_they_notice_nothing() {
        assertThat(thank(DAN, "one", Optional.of(BOB), Map.of("for", "let me back in")))
                .containsExactly(new Says.ThanksBooked(BOB, 1, 1));
        assertThat(outbox.put).isEmpty();
    }

    private void nothingHappened() {
        assertThat(outbox.put).isEmpty();
        assertThat(database.transact(() -> book.entries(ADA))).isEmpty();
    }

    private List<Sentence> thank(String cause, MemberId to) {
        return thankAnyone(cause, Optional.of(to), Map.of());
    }

    private List<Sentence> thank(String cause, MemberId to, String what) {
        return thankAnyone(cause, Optional.of(to), Map.of("for", what));
    }

    private List<Sentence> thankAnyone(String cause, Optional<MemberId> to, Map<String, String> texts) {
        return thank(ADA, cause, to, texts);
    }

    private List<Sentence> thank(MemberId by, String cause, Optional<MemberId> to, Map<String, String> texts) {
        var call = Fakes.call(by, cause, NOON, "", texts, Map.of("member", to));
        return database.transact(() -> command.run(call)).sentences();
    }

    private long balance(MemberId member) {
        return database.transact(() -> book.balance(new Account.OfMember(TOWN, member)));
    }
}
