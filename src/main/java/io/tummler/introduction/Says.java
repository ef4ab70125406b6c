package io.tummler.introduction;

import io.tummler.api.MemberId;
import io.tummler.api.PersonRef;
import io.tummler.api.PlaceRef;
import io.tummler.api.Sentence;
import io.tummler.api.Wording;
import java.time.LocalDate;
import java.util.List;

/** What this engine says. */
final class Says {
    private Says() {}

    record ConsentFirst() implements Sentence {}

    record AgreeAndAsk() implements Sentence {}

    record Asking(Wording need, LocalDate until) implements Sentence {}

    record AskingAlready(Wording need, LocalDate until) implements Sentence {}

    record NobodyNow(Wording need) implements Sentence {}

    record NeedGone() implements Sentence {}

    record SwitchedOff() implements Sentence {}

    record HelperAsked(Wording topic, Wording offer, LocalDate until) implements Sentence {}

    record BrokeredAsked(MemberId broker, Wording topic, LocalDate until) implements Sentence {}

    record HelperAskedDiscreetly(Wording offer, LocalDate until) implements Sentence {}

    record DiscreetThreadTitle(String tag) implements Sentence {}

    record YesIntroduce() implements Sentence {}

    record NotThisTime() implements Sentence {}

    record HelperAccepted(Wording topic) implements Sentence {}

    record Declined() implements Sentence {}

    record AskerAsked(Wording topic, Wording offer, LocalDate until) implements Sentence {}

    record OpenThread() implements Sentence {}

    record NotThisOne() implements Sentence {}

    record Connecting(Wording topic) implements Sentence {}

    record Overtaken() implements Sentence {}

    record NotForYou() implements Sentence {}

    record RoundOver(Wording need, boolean somebodyAccepted) implements Sentence {}

    record AskAgain() implements Sentence {}

    record CameToNothing(Wording about, boolean brokered) implements Sentence {}

    record ThreadTitle(String topic, String tag) implements Sentence {}

    record ThreadOpening(
            MemberId asker,
            MemberId helper,
            List<MemberId> broker,
            boolean byName,
            Wording topic,
            List<Wording> offer,
            List<Wording> inReturn,
            Because because)
            implements Sentence {}

    /** Below the first words of a thread. */
    record ThreadRules() implements Sentence {}

    /** In its place where there is no thread. */
    record DirectRules(MemberId other) implements Sentence {}

    record Nudge(MemberId other, Wording topic, List<PlaceRef> thread, boolean nobodyWrote) implements Sentence {}

    record NoThread(MemberId other, Wording topic) implements Sentence {}

    record ThreadTrouble(String why) implements Sentence {}

    record CheckIn(MemberId other, Wording topic, List<PlaceRef> thread) implements Sentence {}

    record Found(Finding finding) implements Sentence {}

    record CheckInThanks(Finding finding) implements Sentence {}

    record Again(MemberId other) implements Sentence {}

    record AgainYes() implements Sentence {}

    record AgainNo() implements Sentence {}

    record AgainGladly() implements Sentence {}

    record AgainGone() implements Sentence {}

    record NotAgain(MemberId other) implements Sentence {}

    record BrokeredConnected(MemberId one, MemberId other) implements Sentence {}

    record IntroduceCommand() implements Sentence {}

    record IntroduceOne() implements Sentence {}

    record IntroduceOther() implements Sentence {}

    record IntroduceAbout() implements Sentence {}

    record Brokering(Wording topic) implements Sentence {}

    record BrokerNobody() implements Sentence {}

    record BrokeredEnough(int most) implements Sentence {}

    record BrokerSame() implements Sentence {}

    record AboutWhat() implements Sentence {}

    record MineTitle() implements Sentence {}

    record MineNone() implements Sentence {}

    record MineAsked(Wording topic, LocalDate until) implements Sentence {}

    record MineAccepted(Wording about, boolean brokered, LocalDate until) implements Sentence {}

    record MineBrokered(Wording topic, boolean connected) implements Sentence {}

    record MineOpen(Wording topic, LocalDate until) implements Sentence {}

    record MineConnected(MemberId other, Wording topic, List<PlaceRef> thread) implements Sentence {}

    record MineClosed(MemberId other, Wording topic) implements Sentence {}

    /**
     * @param topic what somebody looks for
     * @param offer what the member could give them
     * @param need what the member looks for
     * @param help what a third offers for it
     */
    record RingAsked(Wording topic, Wording offer, Wording need, Wording help, LocalDate until) implements Sentence {}

    record RingAccepted(LocalDate until) implements Sentence {}

    record RingConnecting() implements Sentence {}

    record RingTitle(String tag) implements Sentence {}

    /** One of the three gets something of another. */
    record RingLink(MemberId asker, MemberId helper, Wording need, Wording offer) {}

    record RingOpening(List<RingLink> links) implements Sentence {}

    record RingRules(boolean thread) implements Sentence {}

    record IntroduceMe() implements Sentence {}

    record MeetBot() implements Sentence {}

    record MeetYourself() implements Sentence {}

    record MeetConsentFirst() implements Sentence {}

    record MeetNeedFirst() implements Sentence {}

    record MeetAbout(PersonRef whom) implements Sentence {}

    record MeetAboutLabel(String need) implements Sentence {}

    record MeetAsking(Wording need, LocalDate until) implements Sentence {}

    record NamedAsked(Wording topic, LocalDate until) implements Sentence {}

    record NamedWould(Wording topic, LocalDate until) implements Sentence {}

    record NamedCameToNothing() implements Sentence {}

    record MineNamedAccepted(LocalDate until) implements Sentence {}

    record AskedEnough(int most) implements Sentence {}

    record PauseCommand() implements Sentence {}

    record PauseFor() implements Sentence {}

    record PauseAtMost() implements Sentence {}

    /**
     * @param until the day on which a pause ends by itself
     * @param ownLimit whether the member named a limit
     * @param atMost askings in seven days
     * @param unanswered askings in a row
     */
    record Restrained(boolean paused, List<LocalDate> until, boolean ownLimit, int atMost, int unanswered)
            implements Sentence {}

    record NotPaused(int atMost) implements Sentence {}

    record PausedForYou(int unanswered) implements Sentence {}

    record PausedYourself() implements Sentence {}

    record GoOnLabel() implements Sentence {}

    record WentOn() implements Sentence {}

    record ReportCommand() implements Sentence {}

    record ReportWhat() implements Sentence {}

    record ReportWho() implements Sentence {}

    record ReportEmpty() implements Sentence {}

    record ReportTooLong(int length, int most) implements Sentence {}

    record ReportedEnough(int most) implements Sentence {}

    record ReportTaken(boolean sent, List<PersonRef> who, boolean ended) implements Sentence {}

    /**
     * To the moderators.
     *
     * @param words the pieces of what was written
     * @param met when the two were brought together
     */
    record Reported(MemberId by, List<PersonRef> who, List<Wording> words, List<LocalDate> met, List<PlaceRef> thread)
            implements Sentence {}
}
