package io.tummler.chat.discord;

import io.tummler.api.CommunityRef;
import io.tummler.api.Intake;
import io.tummler.chat.discord.ShardLeases.Replaced;
import io.tummler.chat.discord.ShardLeases.Share;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.internal.JDAImpl;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The shards that this process serves, a connection each: opened when their lease is taken, closed when it is lost. One
 * thread renews the leases, which may never wait for Discord; another brings the connections in line with them.
 */
final class Shards implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Shards.class);
    /** A lease that is not renewed is lost after so long. */
    static final Duration LEASE_LASTS = Duration.ofSeconds(12);

    private static final Duration RENEW_EVERY = Duration.ofSeconds(3);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    /** Of the codes that Discord leaves to clients; any but 1000 and 1001 lets the session be resumed. */
    private static final int RESUMABLE = 4_900;
    /** While something goes wrong, every so many looks it is said again. */
    private static final int SAY_EVERY = 60;

    /** How to log in. */
    interface Login {
        Gateway ask() throws IOException;

        /** Begins to connect a shard. */
        JDA open(int shard, int total);
    }

    private final Login login;
    private final ShardLeases leases;
    private final Intake intake;
    private final Consumer<String> fatal;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, work -> Thread.ofPlatform().daemon().name("shards").unstarted(work));
    private final Map<Integer, JDA> open = new ConcurrentHashMap<>();
    private final Set<Integer> serving = ConcurrentHashMap.newKeySet();
    private volatile Share share = Share.NOTHING;
    /** What guilds are counted by, while any is open. */
    private volatile int total = 1;

    private volatile @Nullable Gateway gateway;
    private volatile long renewedNanos;
    private boolean databaseAway;
    private int failed;

    /**
     * @param fatal is told why the bot can't go on
     */
    Shards(Login login, ShardLeases leases, Intake intake, Consumer<String> fatal) {
        this.login = login;
        this.leases = leases;
        this.intake = intake;
        this.fatal = fatal;
    }

    /** @throws Gateway.WrongToken when there is no use in going on */
    void start() {
        lookQuietly();
        timer.scheduleWithFixedDelay(
                this::renew, RENEW_EVERY.toMillis(), RENEW_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                this::lookAgain, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean serve(CommunityRef community) {
        return serving.contains(shardOf(community));
    }

    /** The connection of the shard that a community is on, if this process serves it and has begun to connect. */
    Optional<JDA> of(CommunityRef community) {
        return Optional.ofNullable(open.get(shardOf(community))).filter(jda -> jda.getStatus() != JDA.Status.SHUTDOWN);
    }

    /** How many shards this process serves. */
    int connections() {
        return open.size();
    }

    int connected() {
        return (int) open.values().stream()
                .filter(jda -> jda.getStatus() == JDA.Status.CONNECTED)
                .count();
    }

    /** Whether it is settled which shards this process serves, and each has been logged in. */
    boolean areComplete() {
        return gateway != null
                && renewedNanos != 0
                && serving.size() == share.ours().size() - share.surplus().size()
                && connected() == open.size();
    }

    private int shardOf(CommunityRef community) {
        return (int) ((Long.parseUnsignedLong(community.id()) >>> 22) % total);
    }

    private Predicate<CommunityRef> on(int shard) {
        return community -> community.platform().equals(DiscordPlatform.NAME) && shardOf(community) == shard;
    }

    private void renew() {
        Gateway known = gateway;
        if (known == null) return;
        try {
            share = leases.renew(known.shards());
            renewedNanos = System.nanoTime();
            databaseAway = false;
        } catch (Replaced replaced) {
            share = Share.NOTHING;
            fatal.accept(replaced.getMessage());
        } catch (SQLException | RuntimeException away) {
            // What there is to warn of is said where it is seen whether the database answers.
            if (!databaseAway) LOG.infof("The leases of the shards can't be renewed: %s", away.getMessage());
            databaseAway = true;
            // Whoever is alone goes on, and answers at least that the database is away.
            if (!share.alone() && System.nanoTime() - renewedNanos > LEASE_LASTS.toNanos()) share = Share.NOTHING;
        }
    }

    private void lookAgain() {
        try {
            lookQuietly();
        } catch (Gateway.WrongToken wrong) {
            fatal.accept(wrong.getMessage());
        }
    }

    /** What goes wrong is tried again at the next look. */
    private void lookQuietly() {
        try {
            look();
            failed = 0;
        } catch (Gateway.WrongToken wrong) {
            throw wrong;
        } catch (IOException | SQLException | RuntimeException e) {
            if (failed++ % SAY_EVERY == 0) LOG.warnf("Not all shards are where they should be, yet: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() throws IOException, SQLException, InterruptedException {
        if (gateway == null) {
            gateway = login.ask();
            renew();
        }
        bringInLine(share);
    }

    private void bringInLine(Share now) throws SQLException, InterruptedException {
        // What has ended by itself is opened anew.
        open.entrySet().removeIf(it -> it.getValue().getStatus() == JDA.Status.SHUTDOWN);
        for (int shard : List.copyOf(serving))
            if (!now.ours().contains(shard) || now.surplus().contains(shard)) close(shard);
        for (int shard : now.surplus()) leases.giveBack(shard);
        if (serving.isEmpty() && now.total() > 0) total = now.total();
        for (int shard : now.ours()) if (!now.surplus().contains(shard) && !open.containsKey(shard)) open(shard);
    }

    private void open(int shard) {
        LOG.infof("Serving shard %d of %d", shard, total);
        intake.takeOver(on(shard));
        serving.add(shard);
        open.put(shard, login.open(shard, total));
    }

    private void close(int shard) throws InterruptedException {
        LOG.infof("Leaving shard %d to another replica", shard);
        serving.remove(shard);
        try {
            intake.handOver(on(shard));
        } finally {
            JDA jda = open.remove(shard);
            if (jda != null) {
                jda.shutdown();
                awaitShutdown(jda);
            }
        }
    }

    private static void awaitShutdown(JDA jda) throws InterruptedException {
        if (!jda.awaitShutdown(CLOSE_WITHIN.toSeconds(), TimeUnit.SECONDS)) jda.shutdownNow();
    }

    /** Logs out, so that the sessions could be resumed and members see no difference while a new process starts. */
    @Override
    public void close() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(CLOSE_WITHIN.toSeconds(), TimeUnit.SECONDS);
        for (JDA jda : open.values()) logOut(jda);
        for (JDA jda : open.values()) awaitShutdown(jda);
        try {
            leases.close();
        } catch (SQLException away) {
            LOG.warnf("The leases of the shards could not be given back and will run out: %s", away.getMessage());
        }
    }

    /** JDA's own shutdown ends the session. */
    private static void logOut(JDA jda) {
        if (jda.getStatus() != JDA.Status.CONNECTED) {
            jda.shutdown();
            return;
        }
        jda.setAutoReconnect(false);
        ((JDAImpl) jda).getClient().close(RESUMABLE);
    }
}
