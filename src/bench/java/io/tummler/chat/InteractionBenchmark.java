package io.tummler.chat;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.chat.sandbox.InteractionView;
import io.tummler.chat.sandbox.Limits;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How long a member waits for {@code /ask}: until the bot said that it is working on it, and until the answer stands there,
 * while {@code -Dbench.rate} messages a second come in, one in five of somebody who is listened to, and a thousand offers are
 * looked through. Against the three seconds that Discord waits.
 */
public final class InteractionBenchmark implements Benchmark {
    private static final int ASKED = Integer.getInteger("bench.asked", 1_000);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 300);
    private static final int MESSAGES_A_SECOND = Integer.getInteger("bench.rate", 500);
    private static final int OFFERS_EACH = 5;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final long SEED = 20_260_104;
    private static final List<String> ASKERS = List.of("ada", "ben", "lev");

    private final List<Double> responses = new ArrayList<>();
    private final List<Double> answers = new ArrayList<>();

    @Override
    public void measure(Figures figures) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withLimits(Limits.announcedOnly()))) {
            Population population = Population.inNewFolder(sandbox.guildId());
            population.consenting(Crowd.CONSENTING);
            population.statements(OFFERS_EACH);
            Path log = Path.of("target", "bench", "interaction.log");
            try (Contestant bot = PackagedTummler.start(PackagedTummler.Form.jar(), population, sandbox, log)) {
                var crowd = new Crowd(SEED, sandbox.guildId(), List.of(sandbox.channelId("general")));
                bot.finish(sandbox, crowd);
                try (var _ = new Feed(sandbox, crowd)) {
                    ask(sandbox, WARM_UP);
                    responses.clear();
                    answers.clear();
                    ask(sandbox, ASKED);
                }
                Contestant.Count count = bot.count();
                figures.add("heard", count.heard(), "messages");
                figures.add("shed", count.shed(), "messages");
            }
        }
        figures.add("ask.asked", responses.size(), "commands");
        publish(figures, "ask.first-response", responses);
        publish(figures, "ask.answer", answers);
    }

    private static void publish(Figures figures, String name, List<Double> millis) throws Exception {
        List<Double> sorted = millis.stream().sorted().toList();
        figures.add(name + ".p50", sorted.get(sorted.size() / 2), "ms");
        figures.add(name + ".p99", sorted.get(sorted.size() * 99 / 100), "ms");
        figures.add(name + ".max", sorted.getLast(), "ms");
    }

    /** One after the other, as fast as a community of people would at most. */
    private void ask(Sandbox sandbox, int times) {
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            InteractionView ask = sandbox.persona(ASKERS.get(i % ASKERS.size()))
                    .runs("ask", Map.of("what", "somebody who can mend the sewing machine"));
            responses.add(millisUntil(ask, ask::isAcknowledged, start));
            answers.add(millisUntil(ask, ask::isAnswered, start));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static double millisUntil(InteractionView ask, BooleanSupplier happened, long start) {
        while (!happened.getAsBoolean()) {
            if (ask.isFailed()) throw new IllegalStateException("the bot did not respond in time");
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** The crowd talks, evenly, until it is closed. */
    private static final class Feed implements AutoCloseable {
        private final Thread thread;
        private volatile boolean open = true;

        Feed(Sandbox sandbox, Crowd crowd) {
            thread = Thread.ofPlatform().daemon().name("crowd").start(() -> {
                long start = System.nanoTime();
                for (long i = 0; open; i++) {
                    long early = start + i * TimeUnit.SECONDS.toNanos(1) / MESSAGES_A_SECOND - System.nanoTime();
                    if (early > 0) LockSupport.parkNanos(early);
                    sandbox.faults().sendRaw(crowd.next());
                }
            });
        }

        @Override
        public void close() throws InterruptedException {
            open = false;
            thread.join();
        }
    }
}
