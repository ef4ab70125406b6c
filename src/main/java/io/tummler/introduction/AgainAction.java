package io.tummler.introduction;

import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Exclusions;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.PersonRef;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code introduction.again:YES.ID}: whether one of two who met would be brought together with the other again. */
@Singleton
class AgainAction implements ButtonAction {
    static final String NAME = "introduction.again";
    static final String YES = "YES.";
    static final String NO = "NO.";

    private final IntroductionDesk desk;
    private final Members members;
    private final Exclusions exclusions;

    AgainAction(IntroductionDesk desk, Members members, Exclusions exclusions) {
        this.desk = desk;
        this.members = members;
        this.exclusions = exclusions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message press(Call call) {
        return call.id()
                .flatMap(desk::find)
                .map(row -> again(row, call))
                .orElseGet(() -> Message.of(new Says.Overtaken()));
    }

    private Message again(IntroductionRow row, Call call) {
        if (!row.isOf(call.member())) return Message.of(new Says.NotForYou());
        boolean met = row.foundBy(call.member())
                .filter(finding -> finding != Finding.NOT_MET)
                .isPresent();
        if (!met) return Message.of(new Says.Overtaken());
        if (call.argument().startsWith(YES)) return Message.of(new Says.AgainGladly());
        if (!call.argument().startsWith(NO)) return Message.of(new Says.Overtaken());
        MemberId other = row.other(call.member());
        Optional<PersonRef> person = members.person(other);
        person.ifPresent(it -> exclusions.exclude(row.community(), call.member(), it));
        return Message.of(person.isPresent() ? new Says.NotAgain(other) : new Says.AgainGone());
    }
}
