package io.tummler.chat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tummler.api.Attendance;
import io.tummler.api.ChatPlatform.Presence;
import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.Custody;
import io.tummler.api.Members;
import io.tummler.store.Database;
import io.tummler.store.Erasure;
import io.tummler.thread.Threads;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Looks for members and communities that may be gone, which no platform tells: a few members at each beat, so that it
 * comes to each about once a week. Platforms are asked outside of transactions, and what they say is noted among all else
 * of the community, in its turn.
 */
@Singleton
class Lookout {
    private static final Logger LOG = Logger.getLogger(Lookout.class);
    private static final int AT_ONCE = 10;

    private final Attendance attendance;
    private final Members members;
    private final Platforms platforms;
    private final CommunityIntake intake;
    private final Erasure erasure;
    private final Database database;
    private final Event<Custody> custody;
    private final Threads threads = Threads.named("lookout");
    private final AtomicBoolean looking = new AtomicBoolean();

    Lookout(
            Attendance attendance,
            Members members,
            Platforms platforms,
            CommunityIntake intake,
            Erasure erasure,
            Database database,
            Event<Custody> custody) {
        this.attendance = attendance;
        this.members = members;
        this.platforms = platforms;
        this.intake = intake;
        this.erasure = erasure;
        this.database = database;
        this.custody = custody;
    }

    /** Begins to look, unless it is at it still: a platform may take its time. */
    void beat() {
        if (database.isAway() || !looking.compareAndSet(false, true)) return;
        threads.start(() -> {
            try {
                lookForMembers();
            } catch (RuntimeException e) {
                if (!database.isBehind(e)) LOG.error("Could not look for members; the next beat tries again", e);
            } finally {
                looking.set(false);
            }
        });
    }

    void lookForMembers() {
        List<Attendance.Missed> missed =
                QuarkusTransaction.requiringNew().call(() -> attendance.missed(platforms::serve, AT_ONCE));
        for (Attendance.Missed it : missed) {
            Presence found = platforms
                    .of(it.community())
                    .map(platform -> platform.presence(it.community(), it.person()))
                    .orElse(Presence.UNKNOWN);
            intake.inTurn(it.community(), "note who is there", () -> attendance.found(it.member(), found));
        }
    }

    /** Finds out where the bot was removed while it did not run, and removes what may not be kept any longer. */
    void lookForCommunities() {
        for (CommunityId gone : members.communities(this::isGone)) intake.removed(members.ref(gone));
        for (CommunityId expired : attendance.expired(platforms::serve)) {
            CommunityRef ref = members.ref(expired);
            intake.inTurn(ref, "remove a community", () -> remove(ref));
        }
    }

    private boolean isGone(CommunityRef community) {
        return platforms.serve(community) && presence(community) == Presence.GONE;
    }

    private Presence presence(CommunityRef community) {
        return platforms
                .of(community)
                .map(platform -> platform.presence(community))
                .orElse(Presence.UNKNOWN);
    }

    /** Unless the bot was let in again before its turn came. */
    private void remove(CommunityRef ref) {
        if (presence(ref) == Presence.PRESENT) return;
        Set<CommunityId> removed = QuarkusTransaction.requiringNew().call(() -> {
            List<CommunityId> still = attendance.expired(ref::equals);
            still.forEach(erasure::of);
            return Set.copyOf(still);
        });
        if (removed.isEmpty()) return;
        LOG.infof("Removed all that was kept of %s, where the bot is no longer", removed);
        custody.fire(new Custody.GivenUp(removed));
    }
}
