package io.tummler.listening;

import io.tummler.api.MemberId;
import io.tummler.api.Sentence;
import io.tummler.api.Wording;

/** What listening says. */
public final class Says {
    private Says() {}

    record FindHelp() implements Sentence {}

    record OnlyYourOwn() implements Sentence {}

    record FoundInMessage(Wording wording) implements Sentence {}

    /**
     * Asks a member whether what was noticed is a need. Its template quotes the wording, as {@link Quotation} reads
     * it.
     */
    public record NeedNoticed(String channel, Wording wording) implements Sentence {}

    /**
     * Asks a member whether what was noticed is an offer. Its template quotes the wording, as {@link Quotation} reads
     * it.
     */
    public record OfferNoticed(String channel, Wording wording) implements Sentence {}

    /**
     * Asks a member who was thanked whether to offer that help to others. Its template quotes the wording, as
     * {@link Quotation} reads it.
     */
    public record HelpGiven(MemberId thanker, String channel, Wording wording) implements Sentence {}

    public record LookForHelp() implements Sentence {}

    public record OfferIt() implements Sentence {}

    public record LeaveIt() implements Sentence {}

    public record AskThem() implements Sentence {}

    /**
     * @param helpers how many members could help now
     */
    public record NeedConfirmed(Wording wording, int helpers) implements Sentence {}

    public record OfferConfirmed(Wording wording) implements Sentence {}

    public record LeftAlone() implements Sentence {}

    public record IntroductionsOff() implements Sentence {}

    public record WordingUnread() implements Sentence {}

    /**
     * @param listening whether the member consents to listening
     * @param proposing whether the member is asked about needs and offers, which takes the consent to introductions too
     * @param utterances of this member, in memory now
     * @param questions of this member that wait for an answer, in memory now
     */
    public record Heard(boolean listening, boolean proposing, int utterances, int questions) implements Sentence {}

    record TooManyOpen(int most) implements Sentence {}

    record TooManyToday(int most) implements Sentence {}
}
