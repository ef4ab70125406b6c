package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> KEYS = List.of("weekly-cap", "answer-within", "check-in-after", "close-after");

    @Test
    void the_nearest_key_is_suggested() {
        assertThat(Suggestion.of("weekly_cap", KEYS)).contains("weekly-cap");
        assertThat(Suggestion.of("weeklyCap", KEYS)).contains("weekly-cap");
        assertThat(Suggestion.of("anwser-within", KEYS)).contains("answer-within");
        assertThat(Suggestion.of("closeafter", KEYS)).contains("close-after");
    }

    @Test
    void what_resembles_nothing_suggests_nothing() {
        assertThat(Suggestion.of("colour", KEYS)).isEmpty();
        assertThat(Suggestion.of("", KEYS)).isEmpty();
        assertThat(Suggestion.of("weekly-cap".repeat(1000), KEYS)).isEmpty();
    }

    @Test
    void a_swap_of_neighbours_is_one_slip() {
        assertThat(Suggestion.distance("form", "from")).isEqualTo(1);
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Property(seed = "42")
    void a_distance_is_the_same_both_ways_and_none_only_from_itself(
            @ForAll @AlphaChars @StringLength(max = 12) String one,
            @ForAll @AlphaChars @StringLength(max = 12) String other) {
        assertThat(Suggestion.distance(one, other)).isEqualTo(Suggestion.distance(other, one));
        assertThat(Suggestion.distance(one, other) == 0).isEqualTo(one.equals(other));
    }
}
