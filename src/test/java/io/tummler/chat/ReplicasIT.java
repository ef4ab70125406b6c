package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tummler.chat.Story.Act;
import io.tummler.chat.sandbox.Limits;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import io.tummler.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged bots that share one PostgreSQL, and four shards between them. */
class ReplicasIT {
    /** So that a shard which identifies itself too soon is refused. */
    private static final SandboxOptions AS_DISCORD = SandboxOptions.defaults().withLimits(Limits.discord());

    private static final Set<Integer> ALL = Set.of(0, 1, 2, 3);
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private BotProcess replica(Sandbox sandbox, String name, String database) throws IOException {
        return new BotProcess(sandbox, Files.createDirectory(folder.resolve(name)), database)
                .with("tummler.replica", name)
                .with("tummler.discord.shards", "4");
    }

    private static void awaitAllShards(Sandbox sandbox) {
        awaitAllShards(sandbox, LONG_ENOUGH);
    }

    private static void awaitAllShards(Sandbox sandbox, Duration most) {
        await("all shards are online")
                .atMost(most)
                .until(() -> sandbox.shardsOnline().equals(ALL));
    }

    @Test
    void killed_in_the_middle_of_an_introduction_each_finds_another_that_goes_on_with_it() throws Exception {
        Ending expected = undisturbed();
        String database = TestPostgres.newDatabase();
        try (var sandbox = Sandbox.start(AS_DISCORD);
                var one = replica(sandbox, "one", database);
                var two = replica(sandbox, "two", database)) {
            one.launch();
            awaitAllShards(sandbox);
            two.launch();
            // Direct messages come by the first shard, so to the one replica; the guild is on the last, so with the
            // other.
            await("each serves half of them")
                    .atMost(LONG_ENOUGH)
                    .until(() -> one.query("select shard, holder from shard_lease order by shard")
                            .equals(List.of("0 one", "1 one", "2 two", "3 two")));
            awaitAllShards(sandbox);
            await().until(() -> sandbox.commands().contains("join"));
            List<CompletableFuture<?>> kills = new ArrayList<>();
            var story = new Story(sandbox, act -> {
                if (act == Act.HELPER_SAYS_YES) {
                    one.kill();
                    one.launch();
                }
                if (act == Act.ASKER_SAYS_YES) kills.add(killWhenTheThreadIsOpen(sandbox, two));
            });
            try {
                story.live();
                assertThat(kills).allSatisfy(kill -> assertThat(kill).succeedsWithin(LONG_ENOUGH));
                assertThat(one.query("select distinct holder from shard_lease")).containsExactly("one");
                assertThat(Ending.of(story, sandbox, one)).isEqualTo(expected);
            } catch (RuntimeException | AssertionError failed) {
                System.out.println("---- one ----\n" + one.said() + "---- two ----\n" + two.said());
                throw failed;
            }
        }
    }

    private Ending undisturbed() throws IOException {
        Path alone = Files.createDirectory(folder.resolve("undisturbed"));
        try (var sandbox = Sandbox.start(AS_DISCORD);
                var bot = new BotProcess(sandbox, alone)) {
            bot.start();
            await().until(() -> sandbox.commands().contains("join"));
            var story = new Story(sandbox, _ -> {});
            story.live();
            return Ending.of(story, sandbox, bot);
        }
    }

    /** When Discord has opened it, and before the replica can know; what is more, its leases run out before another comes. */
    private static CompletableFuture<?> killWhenTheThreadIsOpen(Sandbox sandbox, BotProcess replica) {
        sandbox.faults().loseAnswers("POST", "/threads$", Integer.MAX_VALUE);
        return CompletableFuture.runAsync(() -> {
            await("a thread is opened")
                    .atMost(LONG_ENOUGH)
                    .until(() -> sandbox.requests().stream()
                            .anyMatch(request ->
                                    request.status() == 0 && request.path().endsWith("/threads")));
            replica.kill();
            sandbox.faults().clear();
            awaitAllShards(sandbox, TAKEN_OVER_WITHIN);
        });
    }
}
