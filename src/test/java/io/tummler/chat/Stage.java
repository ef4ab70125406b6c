package io.tummler.chat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tummler.api.Attendance;
import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Purpose;
import io.tummler.api.Statement;
import io.tummler.api.Wording;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import io.tummler.store.Erasure;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where one town after the other is played: its time passes, and all that is done in it is done before it goes on. */
@Alternative
@Singleton
class Stage {
    private static final int MANY = 100;

    private final ScriptedPlatform platform;
    private final CommunityIntake intake;
    private final Work work;
    private final Journal journal;
    private final Dispatcher dispatcher;
    private final Attendance attendance;
    private final Members members;
    private final Matching matching;
    private final Erasure erasure;
    private final Event<Custody> custody;
    private final TestClock clock;

    Stage(
            ScriptedPlatform platform,
            CommunityIntake intake,
            Work work,
            Journal journal,
            Dispatcher dispatcher,
            Attendance attendance,
            Members members,
            Matching matching,
            Erasure erasure,
            Event<Custody> custody,
            TestClock clock) {
        this.platform = platform;
        this.intake = intake;
        this.work = work;
        this.journal = journal;
        this.dispatcher = dispatcher;
        this.attendance = attendance;
        this.members = members;
        this.matching = matching;
        this.erasure = erasure;
        this.custody = custody;
        this.clock = clock;
    }

    /** At the beginning of a day, so that all towns have the same nights. */
    Town opens() {
        clock.forward(Duration.between(
                clock.instant(), clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS)));
        Town town = platform.town();
        settles(town);
        return town;
    }

    Instant now() {
        return clock.instant();
    }

    /** Nothing happens meanwhile. */
    void waits(Instant until) {
        clock.forward(Duration.between(clock.instant(), until));
    }

    /** Time passes in this town alone, and whoever is missed in it is looked for. */
    void waits(Town town, Instant until) {
        waits(until);
        intake.inTurn(town.ref, "let time pass", () -> work.tick(town.ref));
        // What is on its way is marked as what is held back is.
        settles(town);
        QuarkusTransaction.requiringNew().run(() -> looksAgain(town));
        dispatcher.dispatch();
        for (Attendance.Missed missed : attendance.missed(town.ref::equals, MANY))
            intake.inTurn(
                    town.ref,
                    "note who is there",
                    () -> attendance.found(missed.member(), platform.presence(town.ref, missed.person())));
        settles(town);
    }

    /**
     * At what was held back, as the bot does every five minutes: here time leaps, and how long ago the last look was would
     * depend on what else happened.
     */
    private void looksAgain(Town town) {
        OutboxRow.update(
                "nextAt = ?1 where communityId = ?2 and state = ?3 and nextAt > ?1",
                clock.instant(),
                members.community(town.ref).value(),
                OutboxRow.State.PENDING);
    }

    /** Until all is done that this town asked for, and all is said that may be said now. */
    void settles(Town town) {
        long began = System.nanoTime();
        try {
            var done = new CountDownLatch(1);
            intake.inTurn(town.ref, "wait", done::countDown);
            if (!done.await(ScriptedPlatform.PATIENCE.toSeconds(), TimeUnit.SECONDS)) throw new AssertionError("stuck");
            CommunityId community = members.community(town.ref);
            while (hasSomethingToSay(community)) {
                dispatcher.dispatch();
                dispatcher.settle(Set.of(community), ScriptedPlatform.PATIENCE);
                if (System.nanoTime() - began > ScriptedPlatform.PATIENCE.toNanos())
                    throw new AssertionError("something can't be said in " + town.ref);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private boolean hasSomethingToSay(CommunityId community) {
        return QuarkusTransaction.requiringNew()
                .call(() -> OutboxRow.count(
                                "communityId = ?1 and state = ?2 and nextAt <= ?3",
                                community.value(),
                                OutboxRow.State.PENDING,
                                clock.instant())
                        > 0);
    }

    /** Without the commands for it, of which there would be more than of all else. */
    void joins(Person person, List<Purpose> purposes, List<String> needs, List<String> offers) {
        QuarkusTransaction.requiringNew().run(() -> {
            CommunityId community = members.community(person.town().ref);
            MemberId member = members.enrol(community, person.ref);
            for (Purpose purpose : purposes) members.grant(member, purpose, "a test");
            for (String need : needs) states(community, member, Statement.Kind.NEED, need);
            for (String offer : offers) states(community, member, Statement.Kind.OFFER, offer);
        });
    }

    private void states(CommunityId community, MemberId member, Statement.Kind kind, String what) {
        if (Wording.parse(what) instanceof Wording.Parsed.Good(Wording wording))
            matching.declare(Statement.Draft.open(community, member, kind, wording, Statement.Source.DECLARED));
    }

    /** As a community whose time to be kept is over, so that the next one does not have to live with it. */
    void closes(Town town) {
        settles(town);
        CommunityId community = members.community(town.ref);
        town.vanishes();
        settles(town);
        QuarkusTransaction.requiringNew().run(() -> {
            erasure.of(community);
            custody.fire(new Custody.GivenUp(Set.of(community)));
        });
        journal.prune();
    }
}
