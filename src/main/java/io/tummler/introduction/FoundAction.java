package io.tummler.introduction;

import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Message;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code introduction.found:FINDING.ID}: one of the two says how it went. */
@Singleton
class FoundAction implements ButtonAction {
    static final String NAME = "introduction.found";

    private final IntroductionDesk desk;
    private final CheckIns checkIns;

    FoundAction(IntroductionDesk desk, CheckIns checkIns) {
        this.desk = desk;
        this.checkIns = checkIns;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message press(Call call) {
        Optional<Finding> finding = Stream.of(Finding.values())
                .filter(it -> call.argument().startsWith(it + "."))
                .findFirst();
        return finding.flatMap(it -> call.id().flatMap(desk::find).map(row -> found(row, call, it)))
                .orElseGet(() -> Message.of(new Says.Overtaken()));
    }

    private Message found(IntroductionRow row, Call call, Finding finding) {
        if (!row.isOf(call.member())) return Message.of(new Says.NotForYou());
        boolean answered = (row.askedBy().equals(call.member()) ? row.askerFound : row.helperFound) != null;
        if (row.state != State.CHECKED_IN || answered) return Message.of(new Says.Overtaken());
        checkIns.found(row, call.member(), finding);
        return switch (finding) {
            case HELPED, MET -> Questions.again(row, row.other(call.member()), finding);
            case NOT_MET -> Message.of(new Says.CheckInThanks(finding));
        };
    }
}
