package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tummler.chat.Killer.Route;
import io.tummler.chat.Story.Act;
import io.tummler.chat.sandbox.InteractionView;
import io.tummler.chat.sandbox.Limits;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import io.tummler.store.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged bot, killed and started again. What its people see and what its books say at the end is compared with an
 * undisturbed run.
 */
class KilledBotIT {
    private static final int KILLS = 10;
    private static final int MILLIS_MAX = 400;
    private static final int REQUESTS_MAX = 4;
    /** So long that no offer fails only since the machine is slow. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Or a bot that was killed just after it logged in would wait until it may again. */
    private static final SandboxOptions WITHOUT_LIMITS =
            SandboxOptions.defaults().withLimits(Limits.announcedOnly());

    private static Ending undisturbed;

    @TempDir
    Path folder;

    @BeforeAll
    static void the_loop_undisturbed(@TempDir Path folder) {
        undisturbed = ending(folder, null, (_, _) -> {});
        assertThat(undisturbed.left()).isEmpty();
        assertThat(undisturbed.threads()).hasSize(1);
        assertThat(undisturbed.introductions()).singleElement().asString().startsWith("CLOSED");
        assertThat(undisturbed.standing()).anyMatch(line -> line.contains("12 credits"));
    }

    /**
     * @param databaseUrl or null for the database that it ships with
     * @param fate is asked before each act to kill the bot, or to let it live
     */
    private static Ending ending(Path folder, @Nullable String databaseUrl, BiConsumer<Act, Killer> fate) {
        try (var sandbox = Sandbox.start(WITHOUT_LIMITS);
                var bot = new BotProcess(sandbox, folder, databaseUrl);
                var killer = new Killer(sandbox, bot)) {
            bot.start();
            await().until(() -> sandbox.commands().contains("join"));
            var story = new Story(sandbox, act -> fate.accept(act, killer));
            try {
                story.live();
                killer.finish();
                Ending ending = Ending.of(story, sandbox, bot);
                if (!ending.left().isEmpty()) System.out.println(bot.said());
                return ending;
            } catch (RuntimeException | AssertionError failed) {
                System.out.println(bot.said());
                throw failed;
            }
        }
    }

    @Test
    void on_postgres_which_takes_another_url_and_nothing_else_the_loop_ends_the_same() {
        assertThat(ending(folder, TestPostgres.newDatabase(), (_, _) -> {})).isEqualTo(undisturbed);
    }

    @Test
    void killed_at_ten_random_points_the_loop_ends_as_if_nothing_had_happened() {
        long seed = Long.getLong("tummler.kill.seed", 1_772_442_000L);
        var chance = new Random(seed);
        List<Act> acts = new ArrayList<>(List.of(Act.values()));
        Collections.shuffle(acts, chance);
        Map<Act, Consumer<Killer>> fates = new TreeMap<>();
        Map<Act, String> said = new TreeMap<>();
        for (Act act : acts.subList(0, KILLS)) {
            int millis = chance.nextInt(MILLIS_MAX);
            int requests = 1 + chance.nextInt(REQUESTS_MAX);
            boolean byTime = chance.nextBoolean();
            fates.put(act, killer -> {
                if (byTime) killer.after(millis);
                else killer.afterRequests(requests);
            });
            said.put(act, byTime ? millis + " ms" : requests + " requests");
        }
        System.out.println("Killing with -Dtummler.kill.seed=" + seed + " after " + said);

        assertThat(ending(
                        folder,
                        null,
                        (act, killer) -> fates.getOrDefault(act, _ -> {}).accept(killer)))
                .isEqualTo(undisturbed);
    }

    @Test
    void killed_when_discord_has_done_it_and_the_bot_does_not_know_it_says_nothing_twice() {
        Map<Act, List<Route>> fates = Map.of(
                Act.HELPER_OFFERS, List.of(new Route("POST", "^/interactions/.*/callback")),
                Act.ASKER_ASKS, List.of(new Route("PATCH", "^/webhooks/")),
                Act.ASKER_LETS_THEM_BE_ASKED, List.of(new Route("POST", "^/users/@me/channels")),
                Act.HELPER_SAYS_YES, List.of(new Route("POST", "^/channels/\\d+/messages")),
                Act.ASKER_SAYS_YES,
                        List.of(
                                new Route("POST", "^/channels/\\d+/threads"),
                                new Route("PUT", "^/channels/\\d+/thread-members/"),
                                new Route("POST", "^/channels/\\d+/messages")));

        assertThat(ending(folder, null, (act, killer) -> {
                    if (fates.containsKey(act)) killer.beforeItLearnsOf(fates.get(act));
                }))
                .isEqualTo(undisturbed);
    }

    /** An offer that somebody made while the bot was stopping. */
    private record Offer(String what, InteractionView asked) {
        static Offer by(Persona persona, int number) {
            String what = "thing number " + number;
            return new Offer(what, persona.runs("offer", Map.of("what", what)));
        }

        boolean isTaken() {
            return asked.isAnswered() && asked.answer().content().contains(what);
        }
    }

    @Test
    void asked_to_stop_it_ends_what_it_has_taken_and_takes_no_more() {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults().withPatience(PATIENCE));
                var bot = new BotProcess(sandbox, folder)) {
            bot.start();
            await().until(() -> sandbox.commands().contains("join"));
            List<Persona> personas = sandbox.personas();
            List<Offer> offers = new ArrayList<>();
            await("the bot has stopped")
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> {
                        int number = offers.size();
                        offers.add(Offer.by(personas.get(number % personas.size()), number));
                        if (number == 3 * personas.size()) bot.askToStop();
                        return !bot.isRunning();
                    });

            assertThat(bot.exitCode()).isIn(0, 143);
            assertThat(sandbox.shardsOnline()).isEmpty();
            assertThat(sandbox.shardsAway())
                    .as("sessions that could be resumed")
                    .contains(0);
            assertThat(offers)
                    .allMatch(offer ->
                            offer.asked().isAnswered() || !offer.asked().isAcknowledged());
            assertThat(bot.query("select wording from statement"))
                    .containsExactlyInAnyOrderElementsOf(offers.stream()
                            .filter(Offer::isTaken)
                            .map(Offer::what)
                            .toList());
            assertThat(bot.query("select id from interaction where done_at is null"))
                    .isEmpty();
            assertThat(bot.query("select kind, state from outbox where state <> 'DONE'"))
                    .isEmpty();
            assertThat(bot.said()).doesNotContain("ERROR");
        }
    }
}
