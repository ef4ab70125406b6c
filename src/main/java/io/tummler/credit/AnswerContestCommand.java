package io.tummler.credit;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.SlashCommand;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@code /tummler answer}: moderators answer what a member contests. */
@Singleton
record AnswerContestCommand(Contests contests, Outbox outbox) implements SlashCommand {
    private static final String WHO = "who";
    private static final String WHAT = "what";

    @Override
    public Spec spec() {
        return Spec.forModerators(
                "tummler answer",
                new Says.AnswerCommand(),
                new Option.Person(WHO, new Says.AnswerWho(), true),
                new Option.Text(WHAT, new Says.AnswerWhat(), true, ContestCommand.LENGTH_MAX));
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        Optional<ContestRow> open = call.person(WHO).flatMap(contests::open);
        if (open.isEmpty()) return Message.of(new Says.NothingContested());
        String what = call.text(WHAT).orElse("");
        List<Wording> words = Wording.pieces(what);
        if (words.isEmpty()) return Message.of(new Says.AnswerEmpty());
        int length = Wording.length(words);
        if (length > ContestCommand.LENGTH_MAX)
            return Message.of(new Says.ContestTooLong(length, ContestCommand.LENGTH_MAX));
        ContestRow row = open.get();
        row.answer = what;
        row.answeredAt = call.at();
        outbox.put(new Outgoing.Note(
                call.community(), call.person(WHO).orElseThrow(), Message.of(new Says.YourContestAnswered(words))));
        return Message.of(new Says.AnswerTaken(call.person(WHO).orElseThrow()));
    }
}
