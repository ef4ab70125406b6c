package io.tummler.chat;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.awaitility.Awaitility.await;

import io.tummler.chat.sandbox.RequestView;
import io.tummler.chat.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** Kills the bot at given moments, one after the other, and starts it again each time. */
final class Killer implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final Duration REQUESTS_COME_WITHIN = Duration.ofSeconds(1);
    private static final Duration ROUTE_COMES_WITHIN = Duration.ofSeconds(30);
    private static final int ALL = Integer.MAX_VALUE;

    private final Sandbox sandbox;
    private final BotProcess bot;
    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
    private final List<Future<?>> kills = new ArrayList<>();

    Killer(Sandbox sandbox, BotProcess bot) {
        this.sandbox = sandbox;
        this.bot = bot;
    }

    /** A request of the bot to Discord. */
    record Route(String method, Pattern path) {
        Route(String method, String path) {
            this(method, Pattern.compile(path));
        }

        boolean is(RequestView request) {
            return request.method().equals(method)
                    && path.matcher(request.path()).find();
        }
    }

    void after(int millis) {
        kills.add(hand.schedule(this::killAndStart, millis, MILLISECONDS));
    }

    /** As soon as the bot has asked so much more of Discord, or asks no more. */
    void afterRequests(int more) {
        int before = sandbox.requests().size();
        kills.add(hand.submit(() -> {
            try {
                await().atMost(REQUESTS_COME_WITHIN)
                        .pollInterval(OFTEN)
                        .until(() -> sandbox.requests().size() >= before + more);
            } catch (ConditionTimeoutException quiet) {
                // Quiet is a moment like any other.
            }
            killAndStart();
        }));
    }

    /** Each time when Discord has done what was asked by this route, and before the bot can know. */
    void beforeItLearnsOf(List<Route> routes) {
        finish();
        loseAnswers(routes.getFirst());
        kills.add(hand.submit(() -> {
            for (int i = 0; i < routes.size(); i++) {
                Route route = routes.get(i);
                await("a request by " + route)
                        .atMost(ROUTE_COMES_WITHIN)
                        .pollInterval(OFTEN)
                        .until(() -> sandbox.requests().stream()
                                .anyMatch(request -> request.status() == 0 && route.is(request)));
                bot.kill();
                sandbox.faults().clear();
                if (i + 1 < routes.size()) loseAnswers(routes.get(i + 1));
                bot.start();
            }
        }));
    }

    private void loseAnswers(Route route) {
        sandbox.faults().loseAnswers(route.method(), route.path().pattern(), ALL);
    }

    private void killAndStart() {
        bot.kill();
        bot.start();
    }

    /** Waits until it has done all that was asked of it. */
    void finish() {
        try {
            for (Future<?> kill : kills) kill.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
