package io.tummler.chat.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What threads do by themselves: one that nobody speaks in goes to sleep and wakes when somebody does, and whoever speaks
 * or is mentioned in it joins it. Called inside the world's lock.
 */
final class ThreadLife {
    private final World world;

    ThreadLife(World world) {
        this.world = world;
        world.watch(change -> {
            if (change instanceof Change.ClockMoved) archiveIdle();
        });
    }

    /** Archives what was silent for as long as it says itself. */
    void archiveIdle() {
        Instant now = world.clock.instant();
        for (Place thread : List.copyOf(world.places.values()))
            if (thread.kind.isThread() && !thread.archived && !idleFrom(thread).isAfter(now)) turn(thread, true);
    }

    private Instant idleFrom(Place thread) {
        Instant turned = thread.archiveTurned;
        Instant active = world.newestIn(thread.id)
                .map(it -> Snowflakes.at(it.id))
                .filter(it -> it.isAfter(turned))
                .orElse(turned);
        return active.plus(Duration.ofMinutes(thread.archiveAfterMinutes));
    }

    private void turn(Place thread, boolean archived) {
        thread.archive(archived, world.clock.instant());
        world.publish(new Change.ThreadChanged(thread));
    }

    /** Before a message is put into its thread. */
    void beforeSaying(Post post, Place thread) {
        if (thread.archived) turn(thread, false);
        // What answers a command comes by a webhook, not from a member.
        if (post.origin == null) world.join(thread, post.author);
        if (!mayInvite(world.person(post.author), thread)) return;
        Place parent = world.place(thread.parent);
        for (long who : post.mentions) if (world.sees(world.person(who), parent)) world.join(thread, who);
    }

    /** Into a private thread that only moderators invite to, only they and its owner bring people. */
    private boolean mayInvite(Person person, Place thread) {
        return thread.kind != Place.Kind.PRIVATE_THREAD
                || thread.invitable
                || thread.owner == person.id()
                || world.may(person, thread, Permissions.MANAGE_THREADS);
    }
}
