package io.tummler.introduction;

import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Message;
import jakarta.inject.Singleton;

/** {@code introduction.found:FINDING.ID}: one of the two says how it went. */
@Singleton
class FoundAction implements ButtonAction {
    static final String NAME = "introduction.found";

    private final IntroductionDesk desk;

    FoundAction(IntroductionDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message press(Call call) {
        int dot = call.argument().indexOf('.');
        var finding = Finding.valueOf(call.argument().substring(0, dot));
        return desk.find(call.argument().substring(dot + 1))
                .map(row -> found(row, call, finding))
                .orElseGet(() -> Message.of(new Says.Overtaken()));
    }

    private Message found(IntroductionRow row, Call call, Finding finding) {
        if (!row.isOf(call.member())) return Message.of(new Says.NotForYou());
        boolean answered = (row.askedBy().equals(call.member()) ? row.askerFound : row.helperFound) != null;
        if (row.state != State.CHECKED_IN || answered) return Message.of(new Says.Overtaken());
        desk.found(row, call.member(), finding);
        return Message.of(new Says.CheckInThanks(finding));
    }
}
