package io.tummler.chat;

import io.tummler.api.Beat;
import io.tummler.api.CommunityId;
import io.tummler.api.Message;
import io.tummler.api.Mode;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Settings;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Speaks where the bot may speak first. Where it only observes, it counts what it would have said and tells moderators once a
 * day; nobody else notices anything. Moderators are told everything in any mode.
 */
@Singleton
@Typed(ObservingOutbox.class)
class ObservingOutbox implements Outbox {
    private static final Duration TOLD_EVERY = Duration.ofDays(1);

    private final CommittedOutbox outbox;
    private final Settings settings;
    private final Clock clock;

    ObservingOutbox(CommittedOutbox outbox, Settings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Outgoing outgoing) {
        Mode mode = settings.of(outgoing.community()).mode();
        if (mode == Mode.LIVE || outgoing instanceof Outgoing.ToModerators) outbox.put(outgoing);
        else if (mode == Mode.OBSERVE) count(outgoing);
    }

    private void count(Outgoing outgoing) {
        UUID community = outgoing.community().value();
        OutboxRow.Kind kind = switch (outgoing) {
            case Outgoing.Note _ -> OutboxRow.Kind.NOTE;
            case Outgoing.Whisper _ -> OutboxRow.Kind.WHISPER;
            case Outgoing.Thread _ -> OutboxRow.Kind.THREAD;
            case Outgoing.ToModerators _ -> OutboxRow.Kind.POST;
            case Outgoing.ToEverybody _ -> OutboxRow.Kind.PUBLIC;
        };
        UnsaidRow row = UnsaidRow.findById(new UnsaidRow.Key(community, kind));
        if (row == null) {
            row = new UnsaidRow(community, kind, clock.instant());
            row.persist();
        }
        row.times++;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean takeBack(UUID about) {
        return outbox.takeBack(about);
    }

    /** Tells moderators what is a day old, or what there is when the bot observes no longer. */
    void tell(@Observes Beat beat) {
        CommunityId community = beat.community();
        List<UnsaidRow> rows = UnsaidRow.list("communityId", community.value());
        if (rows.isEmpty()) return;
        Instant since =
                rows.stream().map(row -> row.since).min(Instant::compareTo).orElseThrow();
        boolean observing = settings.of(community).mode() == Mode.OBSERVE;
        if (observing && since.plus(TOLD_EVERY).isAfter(beat.now())) return;
        Map<OutboxRow.Kind, Long> times = new EnumMap<>(OutboxRow.Kind.class);
        for (UnsaidRow row : rows) {
            times.put(row.kind, row.times);
            row.delete();
        }
        put(new Outgoing.ToModerators(
                community,
                Message.of(new Says.WouldHaveSaid(
                        Duration.between(since, beat.now()).toHours(),
                        times.getOrDefault(OutboxRow.Kind.NOTE, 0L),
                        times.getOrDefault(OutboxRow.Kind.WHISPER, 0L),
                        times.getOrDefault(OutboxRow.Kind.THREAD, 0L),
                        times.getOrDefault(OutboxRow.Kind.PUBLIC, 0L)))));
    }
}
