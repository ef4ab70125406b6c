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

    /**
     * @param own what the one who thanks earned by it
     */
    public record ThanksBooked(MemberId to, long credit, long own) implements Sentence {}

    /** Followed by why. */
    public record ThanksNotBooked(MemberId to) implements Sentence {}

    public record ThanksToYourself() implements Sentence {}

    /** No member, or a member who consented to nothing of the kind: nobody learns which. */
    public record ThanksToNobody() implements Sentence {}

    public record ThanksForNothing() implements Sentence {}

    public record ThanksTooLong(int length, int max) implements Sentence {}

    public record YouWereThanked(MemberId from, long credit) implements Sentence {}

    public record YouWereThankedFor(MemberId from, Wording what, long credit) implements Sentence {}

    /**
     * @param promised what may come to it
     */
    public record CreditShown(long balance, long promised) implements Sentence {}

    public record StandingUnknown() implements Sentence {}

    public record StandingShown(int score, int atLeast, int given, int received) implements Sentence {}

    public record WhyShown(int score, List<Cause> causes) implements Sentence {}

    public record WhyNot() implements Sentence {}

    /**
     * What the word of one member adds to a score.
     *
     * @param points rounded
     */
    public record Cause(MemberId by, int times, LocalDate last, long points) {}

    /**
     * @param another what the first word of another member, who is trusted in full, would add
     * @param promised credit that waits for a check-in
     */
    public record WhyMore(long another, long promised) implements Sentence {}

    public record WhyContest() implements Sentence {}

    /** Of the member who reads it; else a role is the reason. */
    public record WordCounts(boolean moderator) implements Sentence {}

    public record AlternatesKnown(List<MemberId> others) implements Sentence {}

    record AlternateCommand() implements Sentence {}

    record AlternateOne() implements Sentence {}

    record AlternateOther() implements Sentence {}

    record NoSuchMember() implements Sentence {}

    public record AlternatesParted(MemberId member) implements Sentence {}

    public record NoAlternates(MemberId member) implements Sentence {}

    record AlternateOfItself() implements Sentence {}

    public record AlternatesJoined(MemberId one, MemberId other) implements Sentence {}

    record ContestCommand() implements Sentence {}

    record ContestWhat() implements Sentence {}

    record ContestEmpty() implements Sentence {}

    public record ContestTooLong(int length, int max) implements Sentence {}

    record ContestNowhere() implements Sentence {}

    public record ContestIsOpen(LocalDate day) implements Sentence {}

    /**
     * For moderators.
     *
     * @param known whether the score is
     * @param lines the last entries of the one who contests
     */
    public record Contested(MemberId by, List<Wording> words, boolean known, int score, int atLeast, List<Line> lines)
            implements Sentence {}

    record ContestTaken() implements Sentence {}

    public record ContestWaits(LocalDate day, List<Wording> words) implements Sentence {}

    public record ContestAnswered(LocalDate day, List<Wording> words, LocalDate answered, List<Wording> answer)
            implements Sentence {}

    public record YourContestAnswered(List<Wording> words) implements Sentence {}

    record AnswerCommand() implements Sentence {}

    record AnswerWho() implements Sentence {}

    record AnswerWhat() implements Sentence {}

    record AnswerEmpty() implements Sentence {}

    record NothingContested() implements Sentence {}

    public record AnswerTaken(MemberId who) implements Sentence {}

    record ReverseCommand() implements Sentence {}

    record ReverseEntry() implements Sentence {}

    record NoSuchEntry() implements Sentence {}

    public record ReversedBefore(long entry) implements Sentence {}

    public record ReverseOverdraws(long entry) implements Sentence {}

    /**
     * @param by the entry that takes it back
     * @param whose it was, if a member's
     */
    public record Reversed(long entry, long amount, long by, List<MemberId> whose) implements Sentence {}

    public record YourEntryReversed(long entry, LocalDate day, long amount) implements Sentence {}

    record FiguresCommand() implements Sentence {}

    record NoFigures() implements Sentence {}

    /** The last month first. */
    public record FiguresShown(List<Month> months) implements Sentence {}

    /**
     * @param name such as 2026-05
     * @param helping one, or none of so few members that it could point at somebody
     */
    public record Month(String name, List<Helping> helping) {}

    /**
     * In percent.
     *
     * @param mutual how much goes both ways between the same two
     * @param chanceLow from here
     * @param chanceHigh to here, as much would by chance
     * @param uneven how unevenly helping is spread, 0 to 100
     * @param returned one, or none while it is not known
     */
    public record Helping(
            int members, int words, long mutual, long chanceLow, long chanceHigh, long uneven, List<Long> returned) {}

    record NoProofYet() implements Sentence {}

    /**
     * That an entry is in the book.
     *
     * @param entry its number, from 1
     * @param entries how many there were when moderators were told the root
     * @param leaf the entry's hash
     * @param path the hashes with which the root comes out of it, the first one first
     */
    public record ProofShown(long entry, long entries, LocalDate day, String leaf, List<String> path, String root)
            implements Sentence {}

    public record TransfersShown(List<Line> lines) implements Sentence {}

    /**
     * One entry, seen by the member whose it is.
     *
     * @param entry its number in the community's ledger, 0 where it has none yet
     * @param amount below zero when it went away from the member
     * @param nth which one of its kind between the two it was of late, from 1
     */
    public record Line(long entry, LocalDate day, long amount, Transfer.Reason reason, Optional<MemberId> by, int nth) {
        public List<MemberId> others() {
            return by.stream().toList();
        }

        public boolean isAgain() {
            return nth > 1;
        }
    }

    /**
     * @param entries how many there are
     * @param root over all of them, in hexadecimal digits
     */
    public record LedgerRoot(LocalDate day, long entries, String root) implements Sentence {}
}
