package io.tummler.introduction;

import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Settings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How much members want to be asked: nothing for a while, or only so often. To everybody else it looks as if they had been
 * asked enough this week. Whoever leaves several askings in a row unanswered is left alone until they say so.
 */
@Singleton
class Restraints implements Holding {
    static final int UNANSWERED_MAX = 3;

    private final Settings settings;
    private final Outbox outbox;
    private final Clock clock;

    Restraints(Settings settings, Outbox outbox, Clock clock) {
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    private static @Nullable RestraintRow find(MemberId member) {
        return RestraintRow.findById(member.value());
    }

    /** Without a pause that has ended by itself. */
    private @Nullable RestraintRow current(MemberId member) {
        RestraintRow row = find(member);
        if (row == null || row.pausedAt == null || row.isPaused(clock.instant())) return row;
        row.pausedAt = null;
        row.resumesAt = null;
        return dropIfEmpty(row) ? null : row;
    }

    private RestraintRow of(MemberId member) {
        RestraintRow known = current(member);
        if (known != null) return known;
        var row = new RestraintRow(member);
        row.persist();
        return row;
    }

    boolean isPaused(MemberId member, Instant at) {
        RestraintRow row = find(member);
        return row != null && row.isPaused(at);
    }

    boolean isPaused(MemberId member) {
        return isPaused(member, clock.instant());
    }

    /** How often this member may be asked in seven days: as the member says, where that is less than what moderators allow. */
    int weeklyCap(CommunityId community, MemberId member) {
        int most = settings.of(community).section(IntroductionSettings.class).weeklyCap();
        RestraintRow row = find(member);
        return row == null || row.atMost == null ? most : Math.min(most, row.atMost);
    }

    /**
     * @param lasts how long; empty for until the member says so
     */
    void pause(MemberId member, Optional<Duration> lasts) {
        Instant now = clock.instant();
        RestraintRow row = of(member);
        row.pausedAt = now;
        row.resumesAt = lasts.map(now::plus).orElse(null);
        row.unanswered = 0;
    }

    void goOn(MemberId member) {
        RestraintRow row = current(member);
        if (row == null) return;
        row.pausedAt = null;
        row.resumesAt = null;
        row.unanswered = 0;
        dropIfEmpty(row);
    }

    void askAtMost(MemberId member, OptionalInt times) {
        RestraintRow row = of(member);
        row.atMost = times.isPresent() ? times.getAsInt() : null;
        dropIfEmpty(row);
    }

    private static boolean dropIfEmpty(RestraintRow row) {
        boolean empty = row.pausedAt == null && row.atMost == null && row.unanswered == 0;
        if (empty) row.delete();
        return empty;
    }

    /** Whatever the answer is, it breaks the row. */
    void answered(MemberId member) {
        RestraintRow row = current(member);
        if (row == null) return;
        row.unanswered = 0;
        dropIfEmpty(row);
    }

    /** The member was asked, and the time to answer is over. */
    void leftUnanswered(CommunityId community, MemberId member) {
        RestraintRow row = of(member);
        if (row.isPaused(clock.instant())) return;
        row.unanswered++;
        if (row.unanswered < UNANSWERED_MAX) return;
        pause(member, Optional.empty());
        outbox.put(
                new Outgoing.Note(community, member, Message.of(new Says.PausedForYou(UNANSWERED_MAX), Pause.goOn())));
    }

    /** What the member is told of it: nothing where there is nothing to tell. */
    Optional<Message> told(CommunityId community, MemberId member) {
        RestraintRow row = current(member);
        if (row == null) return Optional.empty();
        boolean paused = row.pausedAt != null;
        var said = new Says.Restrained(
                paused,
                paused ? until(row) : List.of(),
                row.atMost != null,
                weeklyCap(community, member),
                row.unanswered);
        return Optional.of(paused ? Message.of(said, Pause.goOn()) : Message.of(said));
    }

    private static List<LocalDate> until(RestraintRow row) {
        return row.resumesAt == null
                ? List.of()
                : List.of(row.resumesAt.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    @Override
    public String name() {
        return "restraint";
    }

    @Override
    public int rank() {
        return 12;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        return told(community, member).orElseGet(() -> new Message(List.of(), List.of()));
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        RestraintRow row = find(member);
        if (row == null) return List.of();
        Map<String, Object> values = new LinkedHashMap<>();
        if (row.pausedAt != null) values.put("pausedAt", row.pausedAt.toString());
        if (row.resumesAt != null) values.put("resumesAt", row.resumesAt.toString());
        if (row.atMost != null) values.put("atMost", row.atMost);
        values.put("unanswered", row.unanswered);
        return List.of(values);
    }

    @Override
    public void forget(MemberId member) {
        RestraintRow.deleteById(member.value());
    }
}
