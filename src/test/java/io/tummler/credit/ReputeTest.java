package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.CLEO;
import static io.tummler.credit.Fakes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.MemberId;
import io.tummler.api.Reciprocity;
import io.tummler.api.Reciprocity.Standing;
import io.tummler.api.Transfer.Reason;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReputeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);
    private static final MemberId DAN = Fakes.member(4);

    private long entries;

    private Book.Word word(MemberId by, MemberId of, Reason reason) {
        return new Book.Word(++entries, new UUID(9, entries), by, of, reason, NOON);
    }

    private static Repute repute(Map<MemberId, MemberId> persons, Set<MemberId> seeds, Book.Word... words) {
        return repute(persons, seeds, false, words);
    }

    private static Repute repute(
            Map<MemberId, MemberId> persons, Set<MemberId> seeds, boolean young, Book.Word... words) {
        var repute = new Repute(TODAY, persons, young);
        for (Book.Word word : words) repute.read(word);
        repute.trust(seeds, NOON);
        return repute;
    }

    private static Standing.Known known(Repute repute, MemberId member) {
        return (Standing.Known) repute.of(member);
    }

    @Test
    void whoever_a_trusted_member_was_helped_by_is_known_and_who_says_so_stays_unknown() {
        Repute repute = repute(Map.of(), Set.of(ADA), word(ADA, BOB, Reason.HELPED));
        Standing.Known bob = known(repute, BOB);
        assertThat(bob.score()).isBetween(10, 18);
        assertThat(bob.atLeast()).isBetween(10, bob.score());
        assertThat(bob.given()).isEqualTo(1);
        assertThat(bob.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.by()).isEqualTo(ADA);
            assertThat(cause.times()).isEqualTo(1);
            assertThat(cause.last()).isEqualTo(NOON);
        });
        assertThat(repute.of(ADA)).isInstanceOf(Standing.NotYetKnown.class);
        assertThat(repute.of(CLEO)).isInstanceOf(Standing.NotYetKnown.class);
    }

    @Test
    void thanks_count_less_than_help_and_what_is_booked_beside_a_word_counts_nothing() {
        int helped = known(repute(Map.of(), Set.of(ADA), word(ADA, BOB, Reason.HELPED)), BOB)
                .score();
        int thanked = known(repute(Map.of(), Set.of(ADA), word(ADA, BOB, Reason.THANKED)), BOB)
                .score();
        assertThat(thanked).isPositive().isLessThan(helped);
        Repute welcomed = repute(Map.of(), Set.of(ADA), word(ADA, BOB, Reason.HELPED), word(ADA, BOB, Reason.WELCOMED));
        assertThat(known(welcomed, BOB).score()).isEqualTo(helped);
    }

    @Test
    void all_accounts_of_a_person_are_one_of_whose_word_about_itself_nothing_comes() {
        Map<MemberId, MemberId> persons = Map.of(BOB, BOB, CLEO, BOB);
        Repute repute =
                repute(persons, Set.of(ADA, CLEO), word(ADA, CLEO, Reason.HELPED), word(CLEO, BOB, Reason.HELPED));
        assertThat(repute.of(BOB)).isEqualTo(repute.of(CLEO));
        assertThat(known(repute, BOB).given()).isEqualTo(1);
    }

    @Test
    void of_the_accounts_of_a_person_the_one_that_spoke_is_named_and_no_other() {
        Map<MemberId, MemberId> persons = Map.of(ADA, ADA, CLEO, ADA);
        Repute repute = repute(
                persons,
                Set.of(ADA),
                word(CLEO, BOB, Reason.HELPED),
                word(ADA, DAN, Reason.HELPED),
                word(CLEO, DAN, Reason.HELPED));
        assertThat(known(repute, BOB).causes())
                .singleElement()
                .extracting(Reciprocity.Cause::by)
                .isEqualTo(CLEO);
        assertThat(known(repute, DAN).causes())
                .as("the one that spoke last")
                .singleElement()
                .extracting(Reciprocity.Cause::by)
                .isEqualTo(CLEO);
    }

    @Test
    void where_first_members_count_one_who_begins_to_say_something_has_all_read_anew() {
        Repute young = repute(Map.of(), Set.of(ADA), true, word(ADA, BOB, Reason.HELPED));
        assertThat(young.hear(word(ADA, CLEO, Reason.HELPED))).isTrue();
        assertThat(young.hear(word(BOB, CLEO, Reason.WELCOMED))).as("no word").isTrue();
        Book.Word begins = word(BOB, CLEO, Reason.HELPED);
        assertThat(young.hear(begins)).isFalse();
        assertThat(young.hear(word(BOB, DAN, Reason.HELPED))).isTrue();

        Repute grown = repute(Map.of(), Set.of(ADA), word(ADA, BOB, Reason.HELPED));
        assertThat(grown.hear(word(BOB, CLEO, Reason.HELPED))).isTrue();
    }

    @Test
    void what_was_read_is_not_heard_a_second_time_and_what_came_since_is() {
        Book.Word first = word(ADA, BOB, Reason.HELPED);
        Repute repute = repute(Map.of(), Set.of(ADA), first);
        Standing before = repute.of(BOB);
        repute.hear(first);
        assertThat(repute.of(BOB)).isEqualTo(before);
        repute.hear(word(ADA, DAN, Reason.HELPED));
        assertThat(known(repute, DAN).score()).isPositive();
    }

    @Test
    void one_more_word_of_somebody_trusted_brings_about_what_was_told() {
        Repute repute = repute(Map.of(), Set.of(ADA, CLEO), word(ADA, BOB, Reason.HELPED));
        int told = repute.another(BOB);
        int before = known(repute, BOB).score();
        repute.hear(word(CLEO, BOB, Reason.HELPED));
        assertThat(known(repute, BOB).score() - before).isBetween(told - 1, told + 1);
    }
}
