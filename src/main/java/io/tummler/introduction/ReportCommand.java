package io.tummler.introduction;

import io.tummler.api.Allowance;
import io.tummler.api.Call;
import io.tummler.api.Exclusions;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Moderators;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.PersonRef;
import io.tummler.api.SlashCommand;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /report}: tells the moderators what is wrong. Whoever is named hears nothing of it, is not brought together with
 * the one who reports any more, and what was under way between them ends. Nothing of the words is kept here.
 */
@Singleton
class ReportCommand implements SlashCommand {
    private static final String WHAT = "what";
    private static final String WHO = "who";
    private static final int LENGTH_MAX = 1_000;
    private static final int A_DAY = 5;

    private final Members members;
    private final Moderators moderators;
    private final Exclusions exclusions;
    private final Allowance allowance;
    private final IntroductionDesk desk;
    private final Outbox outbox;

    ReportCommand(
            Members members,
            Moderators moderators,
            Exclusions exclusions,
            Allowance allowance,
            IntroductionDesk desk,
            Outbox outbox) {
        this.members = members;
        this.moderators = moderators;
        this.exclusions = exclusions;
        this.allowance = allowance;
        this.desk = desk;
        this.outbox = outbox;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "report",
                new Says.ReportCommand(),
                new Option.Text(WHAT, new Says.ReportWhat(), true, LENGTH_MAX),
                new Option.Person(WHO, new Says.ReportWho(), false));
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        List<Wording> words = Wording.pieces(call.text(WHAT).orElse(""));
        if (words.isEmpty()) return Message.of(new Says.ReportEmpty());
        int length = Wording.length(words);
        if (length > LENGTH_MAX) return Message.of(new Says.ReportTooLong(length, LENGTH_MAX));
        Optional<PersonRef> who =
                call.account(WHO).filter(it -> !members.person(call.member()).equals(Optional.of(it)));
        boolean reachable = moderators.areReachable(call.community());
        // What can be sent to nobody is not counted.
        if (reachable && !allowance.take(call.community(), call.member(), Allowance.Act.REPORT, A_DAY))
            return Message.of(new Says.ReportedEnough(A_DAY));
        List<IntroductionRow> met = call.person(WHO).filter(_ -> who.isPresent()).stream()
                .flatMap(other -> between(call.member(), other))
                .toList();
        if (reachable) outbox.put(new Outgoing.ToModerators(call.community(), report(call.member(), who, words, met)));
        boolean ended = false;
        for (IntroductionRow row : met) ended |= desk.move(row, State.Event.END);
        who.ifPresent(person -> exclusions.exclude(call.community(), call.member(), person));
        return Message.of(new Says.ReportTaken(reachable, who.stream().toList(), ended));
    }

    /** The introductions of these two that came about, the last one last. */
    private static Stream<IntroductionRow> between(MemberId one, MemberId other) {
        return IntroductionRow.<IntroductionRow>list(
                "((asker = ?1 and helper = ?2) or (asker = ?2 and helper = ?1)) and connectedAt is not null"
                        + " order by connectedAt, id",
                one.value(),
                other.value())
                .stream();
    }

    private static Message report(
            MemberId by, Optional<PersonRef> who, List<Wording> words, List<IntroductionRow> met) {
        Optional<IntroductionRow> last = met.stream().reduce((_, later) -> later);
        List<LocalDate> day = last
                .flatMap(row -> Optional.ofNullable(row.connectedAt))
                .map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate())
                .stream()
                .toList();
        return Message.of(new Says.Reported(
                by,
                who.stream().toList(),
                words,
                day,
                last.map(IntroductionRow::thread).orElse(List.of())));
    }
}
