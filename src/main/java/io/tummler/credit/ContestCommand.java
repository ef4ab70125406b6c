package io.tummler.credit;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Moderators;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Reciprocity;
import io.tummler.api.SlashCommand;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** {@code /contest}: tells the moderators what is wrong with one's credit or reciprocity; they answer, and it stands in {@code /me}. */
@Singleton
class ContestCommand implements SlashCommand {
    static final int LENGTH_MAX = 1_000;
    private static final String WHAT = "what";

    private final Contests contests;
    private final CreditHolding credit;
    private final Reciprocity reciprocity;
    private final Moderators moderators;
    private final Outbox outbox;

    ContestCommand(
            Contests contests, CreditHolding credit, Reciprocity reciprocity, Moderators moderators, Outbox outbox) {
        this.contests = contests;
        this.credit = credit;
        this.reciprocity = reciprocity;
        this.moderators = moderators;
        this.outbox = outbox;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "contest", new Says.ContestCommand(), new Option.Text(WHAT, new Says.ContestWhat(), true, LENGTH_MAX));
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        String what = call.text(WHAT).orElse("");
        List<Wording> words = Wording.pieces(what);
        if (words.isEmpty()) return Message.of(new Says.ContestEmpty());
        int length = Wording.length(words);
        if (length > LENGTH_MAX) return Message.of(new Says.ContestTooLong(length, LENGTH_MAX));
        if (!moderators.areReachable(call.community())) return Message.of(new Says.ContestNowhere());
        Optional<ContestRow> open = contests.open(call.member());
        if (open.isPresent())
            return Message.of(new Says.ContestIsOpen(
                    open.get().madeAt.atOffset(ZoneOffset.UTC).toLocalDate()));
        contests.make(call.community(), call.member(), what, call.at());
        outbox.put(new Outgoing.ToModerators(call.community(), Message.of(contested(call, words))));
        return Message.of(new Says.ContestTaken());
    }

    private Says.Contested contested(Call call, List<Wording> words) {
        List<Says.Line> lines = credit.lines(call.community(), call.member());
        return switch (reciprocity.of(call.community(), call.member())) {
            case Reciprocity.Standing.NotYetKnown _ -> new Says.Contested(call.member(), words, false, 0, 0, lines);
            case Reciprocity.Standing.Known known ->
                new Says.Contested(call.member(), words, true, known.score(), known.atLeast(), lines);
        };
    }
}
