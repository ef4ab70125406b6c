package io.tummler.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ImageMode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThreadsTest {
    @ParameterizedTest
    @CsvSource({"JVM, true", "NATIVE_RUN, false", "NATIVE_BUILD, false"})
    void they_are_virtual_on_the_jvm_only(ImageMode mode, boolean virtual)
            throws ExecutionException, InterruptedException {
        assertThat(started(mode).isVirtual()).isEqualTo(virtual);
        try (ExecutorService executor = Threads.named("wait", mode).executor()) {
            assertThat(executor.submit(Thread::currentThread).get().isVirtual()).isEqualTo(virtual);
        }
    }

    private static Thread started(ImageMode mode) throws ExecutionException, InterruptedException {
        var started = new CompletableFuture<Thread>();
        Threads.named("wait", mode).start(() -> started.complete(Thread.currentThread()));
        return started.get();
    }

    @ParameterizedTest
    @EnumSource(ImageMode.class)
    void none_keeps_the_process_alive_and_each_tells_what_it_is_for(ImageMode mode)
            throws ExecutionException, InterruptedException {
        Thread started = started(mode);
        assertThat(started.isDaemon()).isTrue();
        assertThat(started.getName()).isEqualTo("wait-0");
    }

    @ParameterizedTest
    @EnumSource(ImageMode.class)
    void as_many_wait_at_the_same_time_as_there_are(ImageMode mode) throws InterruptedException {
        int all = 100;
        var waiting = new CountDownLatch(all);
        try (ExecutorService executor = Threads.named("wait", mode).executor()) {
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
}
