package io.tummler.matching.answerers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final Member ADA = new Member("ada", 0);
    private static final Member BEN = new Member("ben", 0);

    @Test
    void what_ships_has_a_weight_and_a_scale_for_each_feature() {
        Weights shipped = Weights.shipped();

        assertThat(Feature.values()).hasSize(47).allSatisfy(feature -> {
            assertThat(shipped.weight(feature)).isFinite();
            assertThat(shipped.scale(feature)).isPositive();
        });
        assertThat(shipped.weight(Feature.MENTIONED)).isGreaterThan(1);
    }

    @Test
    void a_file_that_lacks_a_feature_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.read("step 0.003\nmentioned 1 1\n"))
                .withMessageContaining("answers-here-30-days");
    }

    @Test
    void a_scale_of_0_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.read("step 0.003\nmentioned 1 0\n"))
                .withMessageContaining("scale of mentioned");
    }

    @Test
    void an_answer_makes_what_spoke_for_its_author_count_more() {
        Weights weights = plain();
        weights.learn(lesson(1), BEN, 1);

        assertThat(weights.weight(Feature.MENTIONED)).isPositive();
        assertThat(weights.weight(Feature.MEANING)).isZero();
    }

    @Test
    void a_later_answer_teaches_less() {
        Weights first = plain();
        Weights second = plain();
        first.learn(lesson(1), BEN, 1);
        second.learn(lesson(1), BEN, 2);

        assertThat(second.weight(Feature.MENTIONED)).isPositive().isLessThan(first.weight(Feature.MENTIONED));
    }

    @Test
    void an_answer_of_none_of_the_likeliest_teaches_nothing() {
        Weights weights = plain();
        weights.learn(lesson(1), new Member("cleo", 0), 1);

        assertThat(weights.weight(Feature.MENTIONED)).isZero();
    }

    @Test
    void one_answer_moves_the_weights_by_a_short_step_however_far_off_it_is() {
        Weights weights = plain();
        weights.learn(lesson(1e6f), BEN, 1);

        assertThat(weights.weight(Feature.MENTIONED)).isPositive().isLessThanOrEqualTo(.1 * 3);
    }

    @Test
    void no_weight_goes_farther_than_2_scales_from_where_it_began() {
        Weights weights = plain();
        for (int i = 0; i < 10_000; i++) {
            weights.learn(lesson(.01f), BEN, 1);
            weights.learn(lesson(1e3f), BEN, 1);
        }

        assertThat(weights.weight(Feature.MENTIONED)).isBetween(.1, Weights.FARTHEST);
    }

    private static Weights plain() {
        double[] ones = new double[Feature.COUNT];
        Arrays.fill(ones, 1);
        return new Weights(new double[Feature.COUNT], ones, .1);
    }

    /** Ben is mentioned so much, Ada not at all. */
    private static Lesson lesson(float mentioned) {
        float[] rows = new float[2 * Feature.COUNT];
        rows[Feature.COUNT + Feature.MENTIONED.column()] = mentioned;
        return new Lesson(List.of(ADA, BEN), rows);
    }
}
