package io.tummler.credit;

import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Spoken.english;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Transfer.Reason;
import io.tummler.api.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SaysTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

    @Test
    void one_credit_is_one_and_two_are_more() {
        assertThat(english(new Says.CreditShown(1))).contains("You have 1 credit. ");
        assertThat(english(new Says.CreditShown(2))).contains("You have 2 credits. ");
        assertThat(english(new Says.ThanksBooked(BOB, 1)))
                .startsWith("Your thanks are on their way to " + BOB + " and earned them 1 credit. ");
        assertThat(english(new io.tummler.credit.rules.Says.ThankedRecently(BOB, 7)))
                .contains("once in 7 days, so");
        assertThat(english(new io.tummler.credit.rules.Says.ThanksUsedUp(1))).contains("earned credit 1 time in");
    }

    @Test
    void a_standing_is_told_with_its_reasons() {
        var standing = new Says.StandingShown(
                16, 1, 0, List.of(new Says.Part(Reason.HELPED, 13, DAY), new Says.Part(Reason.CONNECTED, 3, DAY)));
        assertThat(english(standing)).isEqualTo("""
                        **Your reciprocity is 16 of 100.** Members whom you helped or who thanked you: 1; members who helped you: 0. It is made of
                        - help given and received: 13, last on 2026-05-12
                        - meeting others: 3, last on 2026-05-12
                        Helping many members counts for more than helping one of them often, and everything fades by half in about six months.""");
    }

    @Test
    void transfers_are_told_one_a_line() {
        var transfers = new Says.TransfersShown(List.of(
                new Says.Line(DAY, 5, Reason.HELPED, Optional.of(BOB)),
                new Says.Line(DAY, 20, Reason.TASK_DONE, Optional.empty())));
        assertThat(english(transfers)).isEqualTo("""
                        Your last credits:
                        - 2026-05-12: 5, for helping %s
                        - 2026-05-12: 20, for a task""".formatted(BOB));
    }

    @Test
    void thanks_are_passed_on_with_what_they_are_for() {
        assertThat(english(new Says.YouWereThankedFor(BOB, new Wording("the sourdough"), 1)))
                .isEqualTo(BOB + " thanks you for this: the sourdough\n"
                        + "It earned you 1 credit; what you have and why stands in `/me`.");
    }
}
