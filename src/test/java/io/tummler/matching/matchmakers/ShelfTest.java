package io.tummler.matching.matchmakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {
    private static final long SEED = 20260301;

    private final Said said = new Said();
    private final Random random = new Random(SEED);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64, 65, 128, 200})
    void the_nearest_are_those_whose_signs_differ_least_and_all_that_differ_as_much_as_the_last(int dimensions) {
        var shelf = new Shelf(Statement.Kind.OFFER, dimensions);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            vectors.add(vector(dimensions));
            shelf.put(reading(Optional.of(vectors.getLast())));
        }
        float[] sought = vector(dimensions);
        var marked = new BitSet();
        shelf.markNearest(Direction.of(Optional.of(sought)), 40, marked);

        List<Integer> sorted =
                vectors.stream().map(it -> differing(it, sought)).sorted().toList();
        var expected = new BitSet();
        for (int i = 0; i < vectors.size(); i++)
            if (differing(vectors.get(i), sought) <= sorted.get(39)) expected.set(i);
        assertThat(marked).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 100})
    void a_slot_that_was_left_is_used_again(int count) {
        var shelf = new Shelf(Statement.Kind.OFFER, 3);
        List<Reading> standing = new ArrayList<>();
        for (int i = 0; i < count; i++) standing.add(reading(Optional.of(vector(3))));
        standing.forEach(shelf::put);
        for (int i = 0; i < 1_000; i++) {
            shelf.take(standing.remove(random.nextInt(standing.size())));
            standing.add(reading(i % 2 == 0 ? Optional.empty() : Optional.of(vector(3))));
            shelf.put(standing.getLast());
        }
        assertThat(shelf.slots()).isEqualTo(count);
        assertThat(shelf.size()).isEqualTo(count);
        var marked = new BitSet();
        shelf.markNearest(Direction.of(Optional.of(vector(3))), count, marked);
        assertThat(marked.stream().mapToObj(shelf::at))
                .containsExactlyInAnyOrderElementsOf(
                        standing.stream().filter(it -> it.direction().isKnown()).toList());
    }

    private Reading reading(Optional<float[]> vector) {
        return new Reading(said.offer(random.nextInt(9), "anything"), new Stem[0], Direction.of(vector));
    }

    private float[] vector(int dimensions) {
        var vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) vector[i] = (float) random.nextGaussian();
        return vector;
    }

    /** Of parts, by the sign that is left of them in whole numbers. */
    private static int differing(float[] one, float[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) if (isPositive(one, i) != isPositive(other, i)) count++;
        return count;
    }

    private static boolean isPositive(float[] vector, int at) {
        float greatest = 0;
        for (float part : vector) greatest = Math.max(greatest, Math.abs(part));
        return Math.round(vector[at] / greatest * 127) > 0;
    }
}
