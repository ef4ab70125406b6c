package io.tummler.credit;

import io.tummler.api.MemberId;
import io.tummler.api.Sentence;
import io.tummler.api.Transfer;
import io.tummler.api.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the bot says about credit. */
public final class Says {
    private Says() {}

    record ThankForThis() implements Sentence {}

    public record ThanksDescription() implements Sentence {}

    public record ThanksMemberOption() implements Sentence {}

    public record ThanksForOption() implements Sentence {}

    public record ThanksBooked(MemberId to, long credit) implements Sentence {}

    /** Followed by why. */
    public record ThanksNotBooked(MemberId to) implements Sentence {}

    public record ThanksToYourself() implements Sentence {}

    /** No member, or a member who consented to nothing of the kind: nobody learns which. */
    public record ThanksToNobody() implements Sentence {}

    public record ThanksForNothing() implements Sentence {}

    public record ThanksTooLong(int length, int max) implements Sentence {}

    public record YouWereThanked(MemberId from, long credit) implements Sentence {}

    public record YouWereThankedFor(MemberId from, Wording what, long credit) implements Sentence {}

    public record CreditShown(long balance) implements Sentence {}

    public record StandingUnknown() implements Sentence {}

    public record StandingShown(int score, int given, int received, List<Part> parts) implements Sentence {}

    /** What one reason adds to a score. */
    public record Part(Transfer.Reason reason, long points, LocalDate last) {}

    public record TransfersShown(List<Line> lines) implements Sentence {}

    /**
     * One transfer, seen by the member whose it is.
     *
     * @param amount below zero when it went away from the member
     */
    public record Line(LocalDate day, long amount, Transfer.Reason reason, Optional<MemberId> by) {
        public boolean hasOther() {
            return by.isPresent();
        }

        public MemberId other() {
            return by.orElseThrow();
        }
    }
}
