package io.tummler.introduction;

import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Stirred;
import io.tummler.api.ThreadFailed;
import io.tummler.api.ThreadOpened;
import io.tummler.api.Wording;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Brings two together who both said yes, and reminds the one whose turn it is of a thread that stays silent. */
@Singleton
class Meetings {
    private final IntroductionDesk desk;
    private final Rings rings;
    private final Outbox outbox;
    private final Clock clock;
    private final CheckIns checkIns;

    Meetings(IntroductionDesk desk, Rings rings, Outbox outbox, Clock clock, CheckIns checkIns) {
        this.desk = desk;
        this.rings = rings;
        this.outbox = outbox;
        this.clock = clock;
        this.checkIns = checkIns;
    }

    /** Both said yes: they are brought together, and what else was asked about the same need has no point any more. */
    void connect(IntroductionRow row) {
        Instant now = clock.instant();
        row.connectedAt = now;
        row.due = now.plus(desk.settings(row.community()).checkInAfter());
        switch (desk.settings(row.community()).meet()) {
            case THREAD ->
                outbox.put(new Outgoing.Thread(
                        row.community(),
                        row.introduction(),
                        Questions.threadTitle(row),
                        List.of(row.askedBy(), row.helpedBy()),
                        Questions.threadOpening(row)));
            case DIRECT -> {
                tell(row, row.askedBy(), Questions.directOpening(row, row.helpedBy()));
                tell(row, row.helpedBy(), Questions.directOpening(row, row.askedBy()));
            }
        }
        checkIns.begin(row);
        row.brokeredBy()
                .ifPresent(broker ->
                        tell(row, broker, Message.of(new Says.BrokeredConnected(row.askedBy(), row.helpedBy()))));
        for (IntroductionRow other : desk.pending(row.about)) if (other.acceptedAt == null) desk.end(other);
    }

    private void tell(IntroductionRow row, MemberId member, Message news) {
        outbox.put(new Outgoing.Note(row.community(), member, news));
    }

    void opened(@Observes ThreadOpened thread) {
        Optional<IntroductionRow> connected =
                desk.find(thread.subject().value()).filter(row -> row.state == State.CONNECTED);
        connected.ifPresent(row -> {
            Rings.together(row).forEach(it -> it.place = thread.place().id());
            // Of three, whose turn it is nobody knows.
            if (row.isOfRing()) return;
            row.nudgeAt = Objects.requireNonNull(row.connectedAt)
                    .plus(desk.settings(row.community()).nudgeAfter());
        });
    }

    /** The thread can't be opened: each is told who the other is, so that they find each other. */
    void failed(@Observes ThreadFailed thread) {
        Optional<IntroductionRow> connected =
                desk.find(thread.subject().value()).filter(row -> row.state == State.CONNECTED);
        connected.ifPresent(row -> {
            if (row.isOfRing()) {
                rings.meetWithoutThread(row);
            } else {
                var topic = new Wording(row.topic);
                tell(row, row.askedBy(), Message.of(new Says.NoThread(row.helpedBy(), topic)));
                tell(row, row.helpedBy(), Message.of(new Says.NoThread(row.askedBy(), topic)));
            }
            outbox.put(new Outgoing.ToModerators(row.community(), Message.of(new Says.ThreadTrouble(thread.why()))));
        });
    }

    /** Of whoever else can write in their thread nothing is kept. */
    void stirred(@Observes Stirred stirred) {
        List<IntroductionRow> connected = IntroductionRow.list(
                "(asker = ?1 or helper = ?1) and state = ?2 order by id",
                stirred.member().value(),
                State.CONNECTED);
        for (IntroductionRow row : connected) {
            boolean asker = row.askedBy().equals(stirred.member());
            boolean wrote = asker ? row.askerWrote : row.helperWrote;
            if (wrote || !row.thread().contains(stirred.place())) continue;
            if (asker) row.askerWrote = true;
            else row.helperWrote = true;
            // A reminder that still waits may be for the one who has just written.
            outbox.takeBack(row.id);
        }
    }

    /** Once, to the one whose turn it is; to nobody where both have written, or do not want to meet any more. */
    void nudge(IntroductionRow row) {
        row.nudgeAt = null;
        if (row.state != State.CONNECTED || row.askerWrote && row.helperWrote || desk.areApart(row)) return;
        MemberId member = row.askerWrote ? row.helpedBy() : row.askedBy();
        boolean nobodyWrote = !row.askerWrote && !row.helperWrote;
        outbox.put(new Outgoing.Note(
                row.community(),
                member,
                Message.of(new Says.Nudge(row.other(member), new Wording(row.topic), row.thread(), nobodyWrote)),
                Optional.of(row.id),
                Outgoing.Note.Manner.QUESTION));
    }
}
