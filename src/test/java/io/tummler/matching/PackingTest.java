package io.tummler.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.matching.Exchange.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final int MEMBERS = 10;

    private static Exchange exchange(Collection<Link> links) {
        var exchange = new Exchange(MEMBERS);
        links.forEach(exchange::add);
        return exchange;
    }

    private static void isOfCirclesThatStandAndShareNobody(Packing packing, Collection<Link> links, int members) {
        assertThat(packing.circles()).isSubsetOf(CircleOracle.circles(List.copyOf(links), members));
        int served = 0;
        for (Circle circle : packing.circles()) {
            assertThat(served & CircleOracle.mask(circle)).isZero();
            served |= CircleOracle.mask(circle);
        }
        assertThat(packing.served()).isEqualTo(Integer.bitCount(served));
    }

    @Test
    void a_ring_makes_room_for_two_others_that_serve_six() {
        var circles = List.of(Circle.ring(0, 1, 2, 1), Circle.ring(0, 3, 4, .5), Circle.ring(1, 5, 6, .5));
        List<List<Circle>> byMember = new ArrayList<>();
        for (int member = 0; member < 7; member++) {
            int one = member;
            byMember.add(circles.stream().filter(circle -> circle.contains(one)).toList());
        }
        assertThat(PackingSearch.greedy(circles.stream()).served()).isEqualTo(3);
        assertThat(PackingSearch.pack(byMember, 1).circles()).containsExactly(circles.get(1), circles.get(2));
    }

    @Test
    void of_two_that_serve_as_many_the_greater_weakest_link_counts() {
        var links = List.of(new Link(0, 1, 0, 10, .5), new Link(1, 0, 1, 11, .9), new Link(0, 2, 0, 12, .6));
        var more = new ArrayList<>(links);
        more.add(new Link(2, 0, 2, 11, .7));
        assertThat(PackingSearch.pack(exchange(more), 1).circles()).containsExactly(Circle.swap(0, 2, .6));
    }

    @Test
    void nobody_is_put_into_a_second_circle() {
        var packing = new Packing();
        packing.put(Circle.swap(0, 1, .5));
        assertThatThrownBy(() -> packing.put(Circle.ring(1, 2, 3, .5))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void it_serves_no_fewer_than_the_greedy_one_and_the_same_in_whatever_order_it_hears_of_the_links(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = MEMBERS) int members,
            @ForAll @DoubleRange(max = .6) double density) {
        List<Link> links = new ArrayList<>(CircleOracle.someLinks(new Random(seed), members, density));
        Packing packing = PackingSearch.pack(exchange(links), 1);
        isOfCirclesThatStandAndShareNobody(packing, links, members);
        List<Circle> all = CircleOracle.circles(links, members);
        assertThat(packing.served())
                .isBetween(PackingSearch.greedy(all.stream()).served(), CircleOracle.most(all, members));
        Collections.shuffle(links, new Random(seed + 1));
        assertThat(PackingSearch.pack(exchange(links), 1).circles()).isEqualTo(packing.circles());
    }

    @Test
    void on_average_it_serves_nearly_as_many_as_can_be() {
        double shares = 0;
        int cases = 0;
        for (int seed = 0; seed < 400; seed++) {
            List<Link> links = CircleOracle.someLinks(new Random(seed), MEMBERS, .1 + .1 * (seed % 4));
            int most = CircleOracle.most(CircleOracle.circles(links, MEMBERS), MEMBERS);
            if (most == 0) continue;
            shares += (double) PackingSearch.pack(exchange(links), 1).served() / most;
            cases++;
        }
        assertThat(cases).isGreaterThan(200);
        assertThat(shares / cases).isGreaterThanOrEqualTo(.98);
    }

    @Property(tries = 150)
    void it_follows_whatever_comes_and_goes_and_in_the_end_nothing_is_left(@ForAll long seed) {
        var chance = new Random(seed);
        List<Link> known = CircleOracle.someLinks(chance, MEMBERS, .35);
        var links = new TreeSet<>(Link.BEST_FIRST.thenComparingInt(Link::seeker));
        var exchange = new Exchange(MEMBERS);
        var packing = new Packing();
        var upkeep = new Upkeep(exchange, packing);
        for (int step = 0; step < 60; step++) {
            Link link = known.get(chance.nextInt(known.size()));
            List<Link> gone = switch (chance.nextInt(6)) {
                case 0 -> exchange.leave(link.seeker());
                case 1 -> exchange.close(link.seeker(), link.need());
                case 2 -> exchange.close(link.giver(), link.offer());
                default -> exchange.add(link).stream().toList();
            };
            boolean isGone = links.removeAll(gone);
            if (!isGone && exchange.links(link.seeker(), link.giver()).contains(link)) links.add(link);
            upkeep.follow(link.seeker(), gone);
            isOfCirclesThatStandAndShareNobody(packing, links, MEMBERS);
            assertThat(CircleOracle.circles(List.copyOf(links), MEMBERS)).noneMatch(packing::isFree);
            assertThat(exchange.links()).isEqualTo(links.size());
        }
        for (int member = 0; member < MEMBERS; member++) upkeep.follow(member, exchange.leave(member));
        assertThat(exchange.links()).isZero();
        assertThat(packing.served()).isZero();
        for (int member = 0; member < MEMBERS; member++)
            assertThat(exchange.through(member)).isEmpty();
    }

    @Test
    void something_new_improves_what_there_is_and_a_member_once_served_may_be_served_by_others() {
        var exchange = new Exchange(2);
        var packing = new Packing();
        var upkeep = new Upkeep(exchange, packing);
        exchange.add(new Link(0, 1, 0, 10, .9));
        exchange.add(new Link(1, 0, 1, 11, .9));
        upkeep.follow(1, List.of());
        assertThat(packing.circles()).containsExactly(Circle.swap(0, 1, .9));
        exchange.add(new Link(1, 2, 2, 12, .5));
        exchange.add(new Link(2, 1, 3, 10, .5));
        upkeep.follow(2, List.of());
        assertThat(packing.circles()).containsExactly(Circle.swap(0, 1, .9));
        exchange.add(new Link(0, 3, 4, 13, .5));
        exchange.add(new Link(3, 0, 5, 11, .5));
        upkeep.follow(3, List.of());
        assertThat(packing.circles()).containsExactly(Circle.swap(0, 3, .5), Circle.swap(1, 2, .5));
    }
}
