package io.tummler.credit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tummler.credit.HelpingNetwork.Link;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HelpingNetworkTest {
    @Test
    void words_between_the_same_two_add_up() {
        var network = new HelpingNetwork(List.of(new Link(0, 1, .5), new Link(0, 1, .5), new Link(1, 0, 1)));
        assertThat(network.reciprocity()).isEqualTo(1);
        assertThat(new HelpingNetwork(List.of()).reciprocity()).isZero();
    }

    @Test
    void chance_is_what_it_is_over_all_ways_to_say_as_much_of_as_many() {
        // Three members, each of whom says one word and is named in one: there are the two rings of three and nothing
        // else.
        var ring = new HelpingNetwork(List.of(new Link(0, 1, 1), new Link(1, 2, 1), new Link(2, 0, 1)));
        assertThat(ring.mutual(new Random(1)).byChance()).isZero();
        // Four: six rings of four without, and three ways to pair off with, anything mutual.
        var four = List.of(new Link(0, 1, 1), new Link(1, 2, 1), new Link(2, 3, 1), new Link(3, 0, 1));
        double mean = 0;
        for (int seed = 0; seed < 50; seed++)
            mean += new HelpingNetwork(four).mutual(new Random(seed)).byChance() / 50;
        assertThat(mean).isCloseTo(1.0 / 3, within(.02));
    }

    @Property(tries = 200, seed = "46")
    void shuffles_keep_what_everybody_gives_and_gets(@ForAll("links") List<Link> links) {
        var network = new HelpingNetwork(links);
        network.swap(new Random(2), 3);
        assertThat(strengths(network.links(), Link::by)).isEqualTo(strengths(links, Link::by));
        assertThat(strengths(network.links(), Link::of)).isEqualTo(strengths(links, Link::of));
        assertThat(network.links()).noneMatch(link -> link.by() == link.of());
    }

    @Test
    void many_words_are_shuffled_less_often() {
        assertThat(HelpingNetwork.shuffles(0)).isEqualTo(200);
        assertThat(HelpingNetwork.shuffles(100_000)).isEqualTo(25);
        assertThat(HelpingNetwork.shuffles(1_000_000)).isEqualTo(10);
    }

    @Provide
    Arbitrary<List<Link>> links() {
        Arbitrary<Integer> member = Arbitraries.integers().between(0, 6);
        return Combinators.combine(member, member, Arbitraries.of(.5, 1.0))
                .filter((by, of, _) -> !by.equals(of))
                .as(Link::new)
                .list()
                .ofMaxSize(40);
    }

    private static Map<Integer, Double> strengths(List<Link> links, Function<Link, Integer> end) {
        return links.stream().collect(groupingBy(end, summingDouble(Link::worth)));
    }
}
