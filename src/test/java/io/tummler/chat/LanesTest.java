package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes<String> lanes = new Lanes<>("test", 2);
    private final List<Integer> done = new CopyOnWriteArrayList<>();

    @Test
    void work_of_a_lane_is_done_in_order() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            lanes.submit("one", () -> done.add(number));
        }
        assertThat(lanes.close(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void what_work_throws_does_not_stop_its_lane() throws InterruptedException {
        lanes.submit("one", () -> {
            throw new StackOverflowError("thrown by a test");
        });
        lanes.submit("one", () -> done.add(1));
        lanes.close(10, TimeUnit.SECONDS);
        assertThat(done).containsExactly(1);
    }

    @Test
    void a_full_lane_sheds_what_may_be_shed_and_nothing_else() throws InterruptedException {
        var hold = new CountDownLatch(1);
        lanes.submit("one", () -> await().until(() -> hold.getCount() == 0));
        await().until(() -> lanes.offer("two", () -> {}));
        boolean[] taken = new boolean[4];
        for (int i = 0; i < taken.length; i++) taken[i] = lanes.offer("one", () -> done.add(1));
        assertThat(taken[0]).isTrue();
        assertThat(taken[3]).isFalse();
        assertThat(lanes.submit("one", () -> done.add(2))).isTrue();
        hold.countDown();
        lanes.close(10, TimeUnit.SECONDS);
        assertThat(done).endsWith(2);
    }

    @Test
    void a_lane_without_work_costs_nothing() {
        for (int i = 0; i < 100; i++) lanes.submit("member " + i, () -> {});
        await().until(() -> lanes.busy() == 0);
    }

    @Test
    void closed_lanes_take_nothing_and_say_so() throws InterruptedException {
        lanes.close(1, TimeUnit.SECONDS);
        assertThat(lanes.submit("one", () -> done.add(1))).isFalse();
        assertThat(lanes.offer("one", () -> done.add(1))).isFalse();
        assertThat(lanes.busy()).isZero();
    }
}
