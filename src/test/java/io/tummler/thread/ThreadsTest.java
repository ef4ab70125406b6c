package io.tummler.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {
    private static Threads on(String jdk) {
        return Threads.named("wait", Runtime.Version.parse(jdk));
    }

    @ParameterizedTest
    @CsvSource({
        "25, false",
        "25.0.2+10-jvmci-b01, false",
        "25.0.3, true",
        "25.0.3+9-LTS, true",
        "25.0.4, true",
        "26, true"
    })
    void they_are_virtual_from_the_jdk_on_whose_virtual_threads_wake_up(String jdk, boolean virtual)
            throws ExecutionException, InterruptedException {
        var started = new CompletableFuture<Thread>();
        on(jdk).start(() -> started.complete(Thread.currentThread()));
        assertThat(started.get().isVirtual()).isEqualTo(virtual);
        try (ExecutorService executor = on(jdk).executor()) {
            assertThat(executor.submit(Thread::currentThread).get().isVirtual()).isEqualTo(virtual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.2", "25.0.3"})
    void none_keeps_the_process_alive_and_each_tells_what_it_is_for(String jdk)
            throws ExecutionException, InterruptedException {
        var started = new CompletableFuture<Thread>();
        on(jdk).start(() -> started.complete(Thread.currentThread()));
        assertThat(started.get().isDaemon()).isTrue();
        assertThat(started.get().getName()).isEqualTo("wait-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.2", "25.0.3"})
    void as_many_wait_at_the_same_time_as_there_are(String jdk) throws InterruptedException {
        int all = 100;
        var waiting = new CountDownLatch(all);
        try (ExecutorService executor = on(jdk).executor()) {
            for (int i = 0; i < all; i++)
                executor.execute(() -> {
                    waiting.countDown();
                    try {
                        waiting.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            waiting.await();
        }
        assertThat(waiting.getCount()).isZero();
    }

    @Test
    void this_jdk_is_asked() throws ExecutionException, InterruptedException {
        var started = new CompletableFuture<Thread>();
        Threads.named("wait").start(() -> started.complete(Thread.currentThread()));
        assertThat(started.get().isVirtual())
                .isEqualTo(Runtime.version().compareTo(Runtime.Version.parse("25.0.3")) >= 0);
    }
}
