package io.tummler.chat;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tummler.api.Attendance;
import io.tummler.api.ButtonAction;
import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.Custody;
import io.tummler.api.Incoming;
import io.tummler.api.Intake;
import io.tummler.api.Members;
import io.tummler.api.PersonRef;
import io.tummler.log.Muted;
import io.tummler.store.Database;
import io.tummler.thread.Threads;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The one way in. Two lanes a community: in the first, interactions are written down and acknowledged, which never waits
 * for work; in the second, everything is worked off in the order in which it came.
 */
@ApplicationScoped
class CommunityIntake implements Intake {
    private static final Logger LOG = Logger.getLogger(CommunityIntake.class);
    private static final long CLOSE_SECONDS = 10;
    private static final Duration HAND_OVER_WITHIN = Duration.ofSeconds(30);

    private final Members members;
    private final Attendance attendance;
    private final Journal journal;
    private final Reception reception;
    private final Work work;
    private final Offering offering;
    private final Platforms platforms;
    private final Dispatcher dispatcher;
    private final Event<Custody> custody;
    private final Database database;
    private final Traffic traffic;
    private final Set<String> besides;
    private final Lanes<CommunityRef> writing;
    private final Lanes<CommunityRef> working;
    private final Threads passing = Threads.named("pass-on");
    /** Keys of the interactions that this process is at. */
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private final Set<CommunityRef> present = ConcurrentHashMap.newKeySet();
    private final Set<CommunityRef> ticking = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    @Inject
    CommunityIntake(
            Members members,
            Attendance attendance,
            Journal journal,
            Reception reception,
            Work work,
            Offering offering,
            Platforms platforms,
            Dispatcher dispatcher,
            Event<Custody> custody,
            Database database,
            Traffic traffic,
            @All List<ButtonAction> actions,
            @ConfigProperty(name = "tummler.intake.capacity", defaultValue = "10000") int capacity) {
        this.members = members;
        this.attendance = attendance;
        this.journal = journal;
        this.reception = reception;
        this.work = work;
        this.offering = offering;
        this.platforms = platforms;
        this.dispatcher = dispatcher;
        this.custody = custody;
        this.database = database;
        this.traffic = traffic;
        this.besides = actions.stream()
                .filter(action -> !action.inPlace())
                .map(ButtonAction::name)
                .collect(Collectors.toUnmodifiableSet());
        this.writing = new Lanes<>("write", capacity);
        this.working = new Lanes<>("work", capacity);
    }

    /** What a crash left undone, before anything new. */
    void resume(@Observes @Priority(100) StartupEvent start) {
        takeOver(platforms::serve);
        int left = workOff(journal.unfinished());
        if (left > 0) LOG.infof("Working off %d commands that the last run left", left);
    }

    /** Works off what another process has taken for a community that this one serves. */
    void workOffLeft() {
        if (open) workOff(journal.left());
    }

    private int workOff(List<Incoming.Interaction> unfinished) {
        List<Incoming.Interaction> left = unfinished.stream()
                .filter(it -> platforms.serve(it.community()) && !taken.contains(Journal.key(it)))
                .toList();
        for (Incoming.Interaction interaction : left) work(interaction, () -> {}, () -> {});
        return left.size();
    }

    private void work(Incoming.Interaction interaction, Runnable before, Runnable answered) {
        taken.add(Journal.key(interaction));
        boolean submitted = working.submit(interaction.community(), () -> {
            try {
                before.run();
                if (workOff(interaction)) answered.run();
            } finally {
                taken.remove(Journal.key(interaction));
            }
        });
        if (!submitted) taken.remove(Journal.key(interaction));
    }

    @Override
    public void takeOver(Predicate<CommunityRef> theirs) {
        custody.fire(new Custody.Taken(members.communities(theirs)));
    }

    @Override
    public void handOver(Predicate<CommunityRef> theirs) throws InterruptedException {
        Set<CommunityId> given = members.communities(theirs);
        present.removeIf(theirs);
        boolean ended = writing.settle(theirs, HAND_OVER_WITHIN)
                && working.settle(theirs, HAND_OVER_WITHIN)
                && dispatcher.settle(given, HAND_OVER_WITHIN);
        if (!ended) LOG.warn("Something was still under way for communities that another process takes over");
        custody.fire(new Custody.GivenUp(given));
    }

    @Override
    public void present(CommunityRef community, String name) {
        present.add(community);
        inTurn(community, "take note of a community", () -> lasting(() -> members.rename(community, name)));
    }

    @Override
    public void removed(CommunityRef community) {
        present.remove(community);
        inTurn(community, "take note of a removal", () -> lasting(() -> attendance.removed(community)));
    }

    /** Does it after all that came in for this community before, and not beside anything else of it. */
    void inTurn(CommunityRef community, String what, Runnable task) {
        working.submit(community, () -> guarded(what, task));
    }

    @Override
    public boolean listensTo(CommunityRef community, PersonRef person) {
        boolean listens = members.listensTo(community, person);
        traffic.seen(listens);
        return listens;
    }

    @Override
    public void said(Incoming.Message message) {
        if (!open || !platforms.serve(message.community())) return;
        if (!members.listensTo(message.community(), message.person())) return;
        if (!database.isAway() && working.offer(message.community(), () -> listen(message))) traffic.heard();
        else traffic.shed();
    }

    @Override
    public void stirs(Incoming.Stirring stirring) {
        if (!open || !platforms.serve(stirring.community()) || database.isAway()) return;
        // Of whoever is no member nothing is known, and nothing is to be.
        if (members.known(stirring.community(), stirring.person()).isEmpty()) return;
        working.offer(stirring.community(), () -> guarded("note that a thread stirs", () -> work.stirring(stirring)));
    }

    private void listen(Incoming.Message message) {
        if (database.isAway()) traffic.shed();
        else guarded("listen", () -> work.message(message));
    }

    @Override
    public void asked(
            Incoming.Interaction interaction,
            Supplier<? extends CompletionStage<?>> acknowledge,
            Consumer<String> refuse) {
        Reception.Asked asked = reception.receive(interaction, acknowledge, refuse);
        if (!open || !writing.submit(interaction.community(), () -> take(asked))) asked.refuse(new Says.Restarting());
    }

    private void take(Reception.Asked asked) {
        if (!reception.writesDown(asked, () -> open)) return;
        Incoming.Interaction interaction = asked.interaction;
        CompletableFuture<?> acknowledged = asked.acknowledge();
        if (platforms.serve(interaction.community())) {
            work(interaction, () -> known(acknowledged), () -> traffic.answered(asked.arrival));
            return;
        }
        // A press in a direct message comes to whoever serves the first shard; the community's own process finds it.
        passing.start(() -> {
            known(acknowledged);
            guarded("pass on " + Journal.key(interaction), () -> journal.acknowledged(interaction));
        });
    }

    /** Where the bot stops before the database is back, or another process takes over, that one or the next start does it. */
    private boolean workOff(Incoming.Interaction interaction) {
        return database.outlast(
                        () -> work.interaction(interaction), () -> open && platforms.serve(interaction.community()))
                .map(answered -> {
                    traffic.done(interaction, answered ? Traffic.Outcome.ANSWERED : Traffic.Outcome.FAILED);
                    return answered;
                })
                .orElse(false);
    }

    private void lasting(Runnable task) {
        database.outlast(
                () -> {
                    task.run();
                    return true;
                },
                () -> open);
    }

    /** Waits until the platform knows; one that can't be told gets the work done all the same, and its answer in /me. */
    private static void known(CompletableFuture<?> acknowledged) {
        try {
            acknowledged.get(Journal.ACKNOWLEDGED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf(
                    "An acknowledgement did not get through: %s", Muted.said(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean answersInPlace(String button) {
        int colon = button.indexOf(':');
        return colon < 0 || !besides.contains(button.substring(0, colon));
    }

    @Override
    public List<Offered> commands() {
        return offering.commands();
    }

    @Override
    public List<OfferedEntry> menu() {
        return offering.menu();
    }

    @Override
    public List<String> suggestions(Incoming.Typing typing) {
        return offering.suggestions(typing);
    }

    /** Lets time pass in every community that the bot is in; where one tick waits already, it does for both. */
    void tick() {
        if (database.isAway()) return;
        for (CommunityRef community : present) {
            if (!ticking.add(community)) continue;
            boolean taken = working.submit(community, () -> {
                ticking.remove(community);
                guarded("let time pass", () -> pass(community));
            });
            if (!taken) ticking.remove(community);
        }
    }

    private void pass(CommunityRef community) {
        database.outlast(
                () -> {
                    work.tick(community);
                    return true;
                },
                () -> open && !database.isAway());
    }

    private void guarded(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (!database.isBehind(e)) LOG.errorf(e, "Could not %s", what);
        }
    }

    /** Takes no more, and ends what is under way. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        open = false;
        boolean written = writing.close(CLOSE_SECONDS, TimeUnit.SECONDS);
        boolean worked = working.close(CLOSE_SECONDS, TimeUnit.SECONDS);
        if (!written || !worked)
            LOG.warn("Work was still under way when the time to stop was over; the next start goes on with it");
    }
}
