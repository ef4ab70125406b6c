package io.tummler.introduction;

import io.tummler.api.Call;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import io.tummler.api.SlashCommand;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** {@code /introduce}: a member brings two others together, who are asked one after the other. */
@Singleton
class IntroduceCommand implements SlashCommand {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Members members;
    private final IntroductionDesk desk;
    private final AskedBefore before;

    IntroduceCommand(Members members, IntroductionDesk desk, AskedBefore before) {
        this.members = members;
        this.desk = desk;
        this.before = before;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "introduce",
                new Says.IntroduceCommand(),
                new Option.Person("one", new Says.IntroduceOne(), true),
                new Option.Person("other", new Says.IntroduceOther(), true),
                new Option.Text("about", new Says.IntroduceAbout(), true, Wording.LENGTH_MAX));
    }

    @Override
    public Message run(Call call) {
        if (!desk.settings(call.community()).enabled()) return Message.of(new Says.SwitchedOff());
        if (!(Wording.parse(call.text("about").orElse("")) instanceof Wording.Parsed.Good(Wording about)))
            return Message.of(new Says.AboutWhat());
        Optional<MemberId> one = call.person("one");
        Optional<MemberId> other = call.person("other");
        if (one.equals(Optional.of(call.member())) || other.equals(Optional.of(call.member())))
            return Message.of(new Says.BrokerNobody());
        if (one.isPresent() && one.equals(other)) return Message.of(new Says.BrokerSame());
        int most = desk.settings(call.community()).brokerCap();
        if (before.brokered(call.member(), call.at().minus(WEEK)) >= most)
            return Message.of(new Says.BrokeredEnough(most));
        // It is the same when they can't be asked: who consents to what is nobody else's business. Whether the second
        // may
        // be asked, or may meet the first, shows no sooner than the first has said yes, and then as no answer.
        if (one.isPresent() && other.filter(this::mayBeAsked).isPresent())
            desk.propose(call.community(), one.get(), other.get(), call.member(), about);
        else desk.proposeInVain(call.community(), call.member(), about);
        return Message.of(new Says.Brokering(about));
    }

    private boolean mayBeAsked(MemberId member) {
        return members.consents(member, Purpose.INTRODUCTIONS);
    }
}
