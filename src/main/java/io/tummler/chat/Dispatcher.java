package io.tummler.chat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tummler.api.ChatPlatform.Outcome;
import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.IntroductionId;
import io.tummler.api.Members;
import io.tummler.api.PlaceRef;
import io.tummler.api.Purpose;
import io.tummler.api.ThreadFailed;
import io.tummler.api.ThreadOpened;
import io.tummler.store.Database;
import io.tummler.thread.Threads;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Delivers the outbox. Each row is marked as attempted before it is tried, so that after a crash the platform is asked
 * first whether the last attempt had gone through; a row that can't be delivered now is tried again later, more and more
 * rarely, and lets those behind it pass meanwhile. Else rows to the same place go out in their order, different places
 * at the same time.
 */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int BATCH = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** Discord takes no answer later than that. */
    private static final Duration ANSWERS_LAST = Duration.ofMinutes(15);
    /** What the platform still refuses after so long is given up. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    /** Two who said yes don't wait longer for a thread; then they hear otherwise who the other is. */
    private static final Duration THREADS_WAIT = Duration.ofHours(1);

    private static final Duration SAID_KEPT = Duration.ofDays(1);
    private static final Duration DEAD_KEPT = Duration.ofDays(30);

    private static final long CLOSE_SECONDS = 10;

    private final Platforms platforms;
    private final Members members;
    private final Addressing addressing;
    private final Restraint restraint;
    private final Database database;
    private final Clock clock;
    private final Event<ThreadOpened> threadOpened;
    private final Event<ThreadFailed> threadFailed;
    private final Threads looks = Threads.named("dispatch");
    private final Lanes<UUID> lanes = new Lanes<>("say", Integer.MAX_VALUE);
    /** Rows in their lanes. */
    private final Map<UUID, OutboxRow> underWay = new ConcurrentHashMap<>();

    /** From when the platforms are there until it is time to stop. */
    private volatile boolean open;
    /** Whether the last look found more than it took. */
    private volatile boolean more;

    @Inject
    Dispatcher(
            Platforms platforms,
            Members members,
            Addressing addressing,
            Restraint restraint,
            Database database,
            Clock clock,
            Event<ThreadOpened> threadOpened,
            Event<ThreadFailed> threadFailed) {
        this.platforms = platforms;
        this.members = members;
        this.addressing = addressing;
        this.restraint = restraint;
        this.database = database;
        this.clock = clock;
        this.threadOpened = threadOpened;
        this.threadFailed = threadFailed;
    }

    void filled(@Observes LastOfAll.Filled filled) {
        dispatch();
    }

    /** After the platforms: what can't go out before need not be tried. */
    void resume(@Observes @Priority(2_000) StartupEvent start) {
        open = true;
        dispatch();
    }

    /** Hands every due row to the lane of its place; those already there are passed over. */
    void dispatch() {
        if (!open || database.isAway()) return;
        looks.start(this::look);
    }

    /** Whether no row is on its way at this moment. */
    boolean isIdle() {
        return underWay.isEmpty();
    }

    private void look() {
        try {
            // Once more where a connection broke: the next look comes with the next tick.
            database.outlast(
                    () -> {
                        handToLanes();
                        return true;
                    },
                    () -> open && !database.isAway());
        } catch (RuntimeException e) {
            if (database.isBehind(e)) return;
            LOG.error("Could not look into the outbox; the next look comes with the next tick", e);
        }
    }

    /** One look at a time, or two could hand rows of the same place over in the wrong order. */
    private void handToLanes() {
        synchronized (underWay) {
            List<OutboxRow> due = QuarkusTransaction.requiringNew().call(this::due);
            more = due.size() == BATCH;
            for (OutboxRow row : due)
                if (underWay.putIfAbsent(row.id, row) == null && !lanes.submit(place(row), () -> attempt(row.id)))
                    underWay.remove(row.id);
        }
    }

    /** The oldest, those aside that another process delivers. */
    private List<OutboxRow> due() {
        List<OutboxRow> ours = new ArrayList<>();
        List<OutboxRow> page = dueAfter(BEFORE_ALL);
        while (!page.isEmpty()) {
            for (OutboxRow row : page) if (ours.size() < BATCH && isOurs(row)) ours.add(row);
            page = page.size() < BATCH || ours.size() == BATCH ? List.of() : dueAfter(page.getLast().id);
        }
        return ours;
    }

    private List<OutboxRow> dueAfter(UUID id) {
        return OutboxRow.<OutboxRow>find(
                        "state = ?1 and nextAt <= ?2 and id > ?3 order by id",
                        OutboxRow.State.PENDING,
                        clock.instant(),
                        id)
                .page(0, BATCH)
                .list();
    }

    private boolean isOurs(OutboxRow row) {
        return platforms.serve(members.ref(new CommunityId(row.communityId)));
    }

    /**
     * Waits until no row of these communities is on its way, at most so long. None is taken up meanwhile: their platform
     * says that another process serves them.
     *
     * @return whether none is
     */
    boolean settle(Set<CommunityId> communities, Duration most) throws InterruptedException {
        Set<UUID> places;
        // After a look that may have begun before the platform said so.
        synchronized (underWay) {
            places = underWay.values().stream()
                    .filter(row -> communities.contains(new CommunityId(row.communityId)))
                    .map(Dispatcher::place)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return lanes.settle(places::contains, most);
    }

    private static UUID place(OutboxRow row) {
        if (row.memberId != null) return row.memberId;
        return row.subject != null ? row.subject : row.communityId;
    }

    private void attempt(UUID id) {
        boolean again = false;
        try {
            Optional<OutboxRow> row = QuarkusTransaction.requiringNew().call(() -> begin(id));
            row.ifPresent(this::deliver);
        } catch (RuntimeException e) {
            // Where the database was away it is not known whether this was said: the next look after it is back asks.
            // And
            // what was taken back or changed meanwhile is as it stands then.
            again = database.isBehind(e) || Work.wasOvertaken(e);
            if (again) return;
            LOG.errorf(e, "Could not deliver %s; it is tried again", id);
            postpone(id, e);
        } finally {
            underWay.remove(id);
            if (again || more && underWay.isEmpty()) dispatch();
        }
    }

    private void postpone(UUID id, RuntimeException why) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> end(
                            id, new Outcome.Later(Duration.ZERO, why.getClass().getName())));
        } catch (RuntimeException e) {
            LOG.errorf("Could not note that %s comes later (%s); the next look tries it again", id, e.getClass());
        }
    }

    /** Marks the attempt; a note that may not be sent goes to {@code /me} instead, a whisper nowhere. */
    private Optional<OutboxRow> begin(UUID id) {
        OutboxRow row = OutboxRow.findById(id);
        if (row == null || row.state != OutboxRow.State.PENDING || row.nextAt.isAfter(clock.instant()))
            return Optional.empty();
        if (!isOurs(row)) return Optional.empty();
        if (row.kind == OutboxRow.Kind.NOTE && members.person(row.recipient()).isEmpty()) {
            row.delete();
            return Optional.empty();
        }
        Optional<Duration> pause = restraint.holdsBack(row, clock.instant());
        if (pause.isPresent()) {
            row.nextAt = clock.instant().plus(pause.get());
            return Optional.empty();
        }
        if (row.kind == OutboxRow.Kind.NOTE && !members.consents(row.recipient(), Purpose.DIRECT_MESSAGES)) {
            row.state = OutboxRow.State.WAITING;
            return Optional.empty();
        }
        if (row.kind == OutboxRow.Kind.WHISPER
                && (!members.consents(row.recipient(), Purpose.DIRECT_MESSAGES)
                        || restraint.drops(row, clock.instant()))) {
            row.delete();
            return Optional.empty();
        }
        if (row.kind == OutboxRow.Kind.ANSWER
                && row.createdAt.plus(ANSWERS_LAST).isBefore(clock.instant())) {
            turnIntoNote(row);
            return Optional.empty();
        }
        row.attempts++;
        // Should this attempt get lost with the process, the next one comes at the earliest then.
        row.nextAt = clock.instant();
        return Optional.of(row);
    }

    private static void turnIntoNote(OutboxRow row) {
        row.kind = OutboxRow.Kind.NOTE;
        row.state = OutboxRow.State.WAITING;
    }

    private void deliver(OutboxRow row) {
        CommunityRef community =
                QuarkusTransaction.requiringNew().call(() -> members.ref(new CommunityId(row.communityId)));
        Outcome outcome = platforms
                .of(community)
                .map(platform -> QuarkusTransaction.requiringNew()
                        .call(() -> addressing.address(row, community, platform))
                        .map(platform::deliver)
                        .orElse(new Outcome.Refused("it was for somebody who is gone")))
                .orElseGet(() ->
                        new Outcome.Later(LONGEST_PAUSE, "the platform " + community.platform() + " is not running"));
        QuarkusTransaction.requiringNew().run(() -> end(row.id, outcome));
    }

    private void end(UUID id, Outcome outcome) {
        OutboxRow row = OutboxRow.findById(id);
        if (row == null) return;
        switch (outcome) {
            case Outcome.Done() -> said(row);
            case Outcome.Opened(PlaceRef place) -> {
                said(row);
                threadOpened.fire(new ThreadOpened(new CommunityId(row.communityId), introduction(row), place));
            }
            case Outcome.Unreachable _ -> giveUp(row, "one of those it is for can't be reached");
            case Outcome.Later(Duration after, String why) -> {
                if (row.createdAt.plus(patience(row.kind)).isBefore(clock.instant())) {
                    giveUp(row, why);
                    return;
                }
                Duration backoff = Duration.ofSeconds(1L << Math.min(row.attempts, 9));
                Duration pause = backoff.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : backoff;
                row.nextAt = clock.instant().plus(pause.compareTo(after) > 0 ? pause : after);
                LOG.warnf("%s %s goes out later: %s", row.kind, row.id, why);
            }
            case Outcome.Refused(String why) -> giveUp(row, why);
        }
    }

    private static void said(OutboxRow row) {
        row.state = OutboxRow.State.DONE;
        row.body = null;
    }

    /** What a thread is about. */
    private static IntroductionId introduction(OutboxRow row) {
        return new IntroductionId(Objects.requireNonNull(row.subject));
    }

    private static Duration patience(OutboxRow.Kind kind) {
        return kind == OutboxRow.Kind.THREAD ? THREADS_WAIT : GIVEN_UP_AFTER;
    }

    /** What is for one member waits in {@code /me} from now on; two who wait for a thread have to hear that there is none. */
    private void giveUp(OutboxRow row, String why) {
        switch (row.kind) {
            case NOTE -> row.state = OutboxRow.State.WAITING;
            case ANSWER -> turnIntoNote(row);
            case THREAD -> {
                dead(row, why);
                threadFailed.fire(new ThreadFailed(new CommunityId(row.communityId), introduction(row), why));
            }
            case WHISPER -> row.delete();
            case POST, PUBLIC -> dead(row, why);
        }
    }

    private static void dead(OutboxRow row, String why) {
        row.state = OutboxRow.State.DEAD;
        row.body = null;
        LOG.errorf("%s %s was given up: %s", row.kind, row.id, why);
    }

    /** Forgets what was said, and in the end what could not be. */
    @Transactional
    void prune() {
        Instant now = clock.instant();
        OutboxRow.delete("state = ?1 and createdAt < ?2", OutboxRow.State.DONE, now.minus(SAID_KEPT));
        OutboxRow.delete("state = ?1 and createdAt < ?2", OutboxRow.State.DEAD, now.minus(DEAD_KEPT));
    }

    void close(@Observes @Priority(2) ShutdownEvent stop) throws InterruptedException {
        open = false;
        look();
        if (!lanes.close(CLOSE_SECONDS, TimeUnit.SECONDS))
            LOG.warn("Not all was said when the time to stop was over; the next start says the rest");
    }
}
