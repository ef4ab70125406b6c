package io.tummler.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.matching.Exchange.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final int ADA = 0;
    private static final int BEN = 1;
    private static final int CLEO = 2;

    private final Exchange exchange = new Exchange(2);

    private static Link link(int seeker, int giver, double score) {
        return new Link(seeker, giver, 10 + seeker, 20 + giver, score);
    }

    @Test
    void three_of_whom_each_can_help_the_next_are_a_ring_and_its_links_are_in_order() {
        exchange.add(link(CLEO, ADA, .7));
        exchange.add(link(ADA, BEN, .9));
        exchange.add(link(BEN, CLEO, .8));
        var ring = new Circle(ADA, BEN, CLEO, .7);
        for (int member : List.of(ADA, BEN, CLEO))
            assertThat(exchange.through(member)).containsExactly(ring);
        assertThat(exchange.links(ring)).containsExactly(link(ADA, BEN, .9), link(BEN, CLEO, .8), link(CLEO, ADA, .7));
    }

    @Test
    void two_who_can_help_each_other_both_ways_need_no_third() {
        exchange.add(link(CLEO, ADA, .7));
        exchange.add(link(ADA, BEN, .9));
        exchange.add(link(BEN, CLEO, .8));
        exchange.add(link(BEN, ADA, .5));
        assertThat(exchange.through(ADA)).containsExactly(new Circle(ADA, BEN, Circle.NOBODY, .5));
        assertThat(exchange.through(CLEO)).isEmpty();
    }

    @Test
    void a_need_keeps_its_best_links_and_tells_which_had_to_go() {
        assertThat(exchange.add(link(ADA, 3, .5))).isEmpty();
        assertThat(exchange.add(link(ADA, 4, .6))).isEmpty();
        assertThat(exchange.add(link(ADA, 5, .4))).contains(link(ADA, 5, .4));
        assertThat(exchange.add(link(ADA, 2, .5))).contains(link(ADA, 3, .5));
        assertThat(exchange.links(ADA, 2)).hasSize(1);
        assertThat(exchange.links(ADA, 3)).isEmpty();
        assertThat(exchange.links()).isEqualTo(2);
    }

    @Test
    void of_several_offers_of_one_giver_the_best_serves_a_need() {
        exchange.add(new Link(ADA, BEN, 1, 2, .5));
        assertThat(exchange.add(new Link(ADA, BEN, 1, 3, .6))).contains(new Link(ADA, BEN, 1, 2, .5));
        assertThat(exchange.add(new Link(ADA, BEN, 1, 4, .6))).contains(new Link(ADA, BEN, 1, 4, .6));
        assertThat(exchange.links(ADA, BEN)).containsExactly(new Link(ADA, BEN, 1, 3, .6));
    }

    @Test
    void what_is_closed_takes_its_links_along_and_no_others() {
        exchange.add(new Link(ADA, BEN, 1, 2, .5));
        exchange.add(new Link(ADA, BEN, 3, 2, .6));
        exchange.add(new Link(BEN, ADA, 4, 5, .6));
        assertThat(exchange.close(ADA, 1)).containsExactly(new Link(ADA, BEN, 1, 2, .5));
        assertThat(exchange.close(BEN, 2)).containsExactly(new Link(ADA, BEN, 3, 2, .6));
        assertThat(exchange.leave(ADA)).containsExactly(new Link(BEN, ADA, 4, 5, .6));
        assertThat(exchange.links()).isZero();
        assertThat(exchange.leave(CLEO)).isEmpty();
    }

    @Test
    void nobody_helps_themselves() {
        assertThatThrownBy(() -> link(ADA, ADA, .5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Circle(ADA, BEN, BEN, .5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void it_finds_all_circles_and_no_others_in_whatever_order_it_hears_of_the_links(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 9) int members,
            @ForAll @DoubleRange(max = .7) double density) {
        List<Link> links = new ArrayList<>(CircleOracle.someLinks(new Random(seed), members, density));
        List<Circle> all = CircleOracle.circles(links, members);
        Collections.shuffle(links, new Random(seed + 1));
        var exchange = new Exchange(members);
        links.forEach(exchange::add);
        for (int member = 0; member < members; member++) {
            int one = member;
            assertThat(exchange.through(member))
                    .containsExactlyElementsOf(
                            all.stream().filter(circle -> circle.contains(one)).toList());
        }
    }

    @Property(tries = 100)
    void what_is_kept_of_a_need_depends_on_no_order(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int width) {
        List<Link> links = new ArrayList<>(CircleOracle.someLinks(new Random(seed), 8, .6));
        var one = new Exchange(width);
        links.forEach(one::add);
        Collections.shuffle(links, new Random(seed + 1));
        var other = new Exchange(width);
        links.forEach(other::add);
        for (int seeker = 0; seeker < 8; seeker++) {
            int from = seeker;
            assertThat(IntStream.range(0, 8).mapToObj(to -> one.links(from, to)).toList())
                    .isEqualTo(IntStream.range(0, 8)
                            .mapToObj(to -> other.links(from, to))
                            .toList());
        }
    }
}
