package io.tummler.listening;

import io.tummler.api.Button;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Matching;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import io.tummler.api.Sentence;
import io.tummler.api.Statement;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/** "Yes": the wording is read back from the message that proposed it, and becomes a statement of the member. */
@Singleton
class Confirm implements ButtonAction {
    static final String NAME = "listening.confirm";
    /** Asks the helpers of a need; belongs to the introductions. */
    private static final String ASK = "introduction.ask";

    private static final int HELPERS_MAX = 100;

    private final Matching matching;
    private final Members members;
    private final Waiting waiting;

    Confirm(Matching matching, Members members, Waiting waiting) {
        this.matching = matching;
        this.members = members;
        this.waiting = waiting;
    }

    static Button button(Sentence label, Statement.Kind kind, Wording wording) {
        return new Button(label, Button.Style.SUCCESS, NAME, kind + "." + Quotation.key(wording));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message press(Call call) {
        Optional<Statement.Kind> kind = Stream.of(Statement.Kind.values())
                .filter(it -> call.argument().startsWith(it + "."))
                .findFirst();
        Optional<Wording> wording = Quotation.in(call.quoted())
                .filter(it -> call.argument().endsWith("." + Quotation.key(it)))
                .findFirst();
        if (kind.isEmpty() || wording.isEmpty()) return Message.of(new Says.WordingUnread());
        if (!members.consents(call.member(), Purpose.INTRODUCTIONS)) return Message.of(new Says.IntroductionsOff());
        return switch (matching.declare(Statement.Draft.open(
                call.community(), call.member(), kind.get(), wording.get(), Statement.Source.NOTICED))) {
            case Matching.Declared.Stands(Statement taken) -> stands(taken, wording.get());
            case Matching.Declared.TooMany(int most) -> Message.of(new Says.TooManyOpen(most));
            case Matching.Declared.TooManyToday(int most) -> Message.of(new Says.TooManyToday(most));
        };
    }

    private Message stands(Statement taken, Wording proposed) {
        waiting.settle(taken.owner(), Quotation.key(proposed));
        return switch (taken.kind()) {
            case NEED -> need(taken);
            case OFFER -> Message.of(new Says.OfferConfirmed(taken.wording()));
        };
    }

    private Message need(Statement need) {
        int helpers = matching.helpersFor(need.id(), HELPERS_MAX).size();
        var confirmed = new Says.NeedConfirmed(need.wording(), helpers);
        if (helpers == 0) return Message.of(confirmed);
        return Message.of(
                confirmed,
                new Button(
                        new Says.AskThem(), Button.Style.PRIMARY, ASK, need.id().toString()));
    }
}
