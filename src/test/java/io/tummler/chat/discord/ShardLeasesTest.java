package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.chat.discord.ShardLeases.Lease;
import io.tummler.chat.discord.ShardLeases.Share;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardLeasesTest {
    /** One letter a shard: held by us (o), by others (x), by nobody (-). */
    private static Share divided(String leases, int live) {
        List<Lease> all = IntStream.range(0, leases.length())
                .mapToObj(shard -> new Lease(shard, leases.charAt(shard) == '-', leases.charAt(shard) == 'o'))
                .toList();
        return ShardLeases.divide(all, live);
    }

    @Test
    void whoever_is_alone_takes_everything() {
        Share share = divided("----", 1);
        assertThat(share.ours()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(share.surplus()).isEmpty();
        assertThat(share.alone()).isTrue();
    }

    @Test
    void of_two_each_takes_half_of_what_is_free() {
        assertThat(divided("----", 2).ours()).containsExactlyInAnyOrder(0, 1);
        assertThat(divided("xx--", 2).ours()).containsExactlyInAnyOrder(2, 3);
        assertThat(divided("xx--", 2).alone()).isFalse();
    }

    @Test
    void what_others_hold_is_left_to_them() {
        assertThat(divided("xxxx", 2).ours()).isEmpty();
    }

    @Test
    void whoever_holds_more_than_a_fair_share_gives_the_rest_back_and_holds_it_until_then() {
        Share share = divided("oooo", 2);
        assertThat(share.ours()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(share.surplus()).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void a_share_that_does_not_come_out_even_is_rounded_up_so_that_no_shard_is_left_over() {
        assertThat(divided("ooo--", 2).ours()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(divided("ooo--", 2).surplus()).isEmpty();
        assertThat(divided("xxx--", 2).ours()).containsExactlyInAnyOrder(3, 4);
    }

    @Test
    void when_the_other_is_gone_what_it_held_is_taken_too() {
        assertThat(divided("oo--", 1).ours()).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void more_replicas_than_shards_leave_some_waiting() {
        assertThat(divided("xx", 3).ours()).isEmpty();
    }

    @Test
    void a_process_with_a_database_of_its_own_serves_as_many_shards_as_are_wanted() {
        assertThat(new ShardLeases.Everything(OptionalInt.empty()).renew(3).ours())
                .containsExactlyInAnyOrder(0, 1, 2);
        assertThat(new ShardLeases.Everything(OptionalInt.of(2)).renew(3).ours())
                .containsExactlyInAnyOrder(0, 1);
    }
}
