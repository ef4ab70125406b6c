package io.tummler.introduction;

import io.tummler.api.MemberId;
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
            Wording topic,
            List<Wording> offer,
            List<Wording> inReturn,
            List<Wording> reasons)
            implements Sentence {}

    record NoThread(MemberId other, Wording topic) implements Sentence {}

    record ThreadTrouble(String why) implements Sentence {}

    record CheckIn(MemberId other, Wording topic) implements Sentence {}

    record Found(Finding finding) implements Sentence {}

    record CheckInThanks(Finding finding) implements Sentence {}

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

    record MineConnected(MemberId other, Wording topic) implements Sentence {}

    record MineClosed(MemberId other, Wording topic) implements Sentence {}
}
