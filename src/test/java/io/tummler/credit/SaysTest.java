package io.tummler.credit;

import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.CLEO;
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
        assertThat(english(new Says.CreditShown(1, 0))).contains("You have 1 credit. ");
        assertThat(english(new Says.CreditShown(2, 0))).contains("You have 2 credits. ");
        assertThat(english(new Says.CreditShown(2, 1))).contains("You have 2 credits, and 1 more is promised until");
        assertThat(english(new Says.ThanksBooked(BOB, 1, 0)))
                .startsWith("Your thanks are on their way to " + BOB + " and earned them 1 credit. ");
        assertThat(english(new Says.ThanksBooked(BOB, 1, 1)))
                .contains("earned them 1 credit, and you 1 for saying so. ");
        assertThat(english(new io.tummler.credit.rules.Says.ThankedRecently(BOB, 7)))
                .contains("once in 7 days, so");
        assertThat(english(new io.tummler.credit.rules.Says.ThanksUsedUp(1))).contains("earned credit 1 time in");
    }

    @Test
    void a_standing_is_told_with_its_causes() {
        assertThat(english(new Says.StandingShown(38, 25, 3, 1))).isEqualTo("""
                        **Your reciprocity is 38 of 100**, and 25 of it would stay whichever two members' words were taken away; tasks go by that. Members who say that you helped them: 3; members of whom you said it: 1. Why: `/me what:why`.""");
        assertThat(english(new Says.WhyShown(
                        38, List.of(new Says.Cause(BOB, 2, DAY, 14), new Says.Cause(CLEO, 1, DAY, 12)))))
                .isEqualTo("""
                        **Why your reciprocity is 38**
                        It comes from what others say of you, and each word counts as far as the one who says it is trusted here. What counts most:
                        - %s says that you helped, 2 times, last on 2026-05-12: 14
                        - %s says that you helped, last on 2026-05-12: 12
                        Every word fades by half in about six months. What you say of others never raises yours.""".formatted(BOB, CLEO));
    }

    @Test
    void each_entry_says_in_a_line_why_it_is_there() {
        var transfers = new Says.TransfersShown(List.of(
                new Says.Line(17, DAY, 3, Reason.HELPED, Optional.of(BOB), 2),
                new Says.Line(9, DAY, 20, Reason.TASK_DONE, Optional.empty(), 1),
                new Says.Line(8, DAY, -2, Reason.EXPIRED, Optional.empty(), 1)));
        assertThat(english(transfers)).isEqualTo("""
                        Your last entries:
                        - 2026-05-12, #17: 3, because %s says that you helped (time no. 2 of late, so it earned less)
                        - 2026-05-12, #9: 20, because you did a task
                        - 2026-05-12, #8: -2, because it lay unused for too long""".formatted(BOB));
    }

    @Test
    void thanks_are_passed_on_with_what_they_are_for() {
        assertThat(english(new Says.YouWereThankedFor(BOB, new Wording("the sourdough"), 1)))
                .isEqualTo(BOB + " thanks you for this: the sourdough\n"
                        + "It earned you 1 credit; what you have and why stands in `/me`.");
    }
}
