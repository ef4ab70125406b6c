package io.tummler.matching.answerers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnswerersTest {
    private static final List<String> WORDS =
            List.of("sourdough", "starter", "flour", "brakes", "cable", "spokes", "guitar", "strings", "chords");

    private final Talk talk = new Talk();
    private final Answerers answerers = new Answerers(0);

    @Test
    void who_answered_such_questions_before_comes_first() {
        for (int i = 0; i < 12; i++) {
            answerers.hear(talk.in("bread" + i, "asker" + i, "How do I feed my sourdough starter with rye flour?"));
            answerers.hear(talk.in("bread" + i, "baker", "Feed it with water every evening."));
            answerers.hear(talk.in("bike" + i, "rider" + i, "Which brakes fit, and how long must the cable be?"));
            answerers.hear(talk.in("bike" + i, "mechanic", "Measure it along the frame."));
        }

        assertThat(names(talk.ask("new", "My sourdough starter sleeps, is it the flour?")))
                .startsWith("baker");
        assertThat(names(talk.ask("new", "The cable of my brakes is torn."))).startsWith("mechanic");
    }

    @Test
    void who_is_mentioned_comes_first() {
        for (String author : List.of("ada", "ben", "cleo")) answerers.hear(talk.alone(author, "Good morning"));

        assertThat(names(talk.ask("new", "Can you help?", "ben"))).startsWith("ben");
    }

    @Test
    void with_nobody_heard_nobody_is_ranked() {
        assertThat(names(talk.ask("ada", "Is anybody here?"))).isEmpty();
    }

    @Test
    void the_asker_is_not_ranked() {
        answerers.hear(talk.alone("ada", "Good morning"));

        assertThat(names(talk.ask("ada", "Is anybody here?"))).isEmpty();
    }

    @Test
    void who_was_silent_for_90_days_is_not_ranked() {
        answerers.hear(talk.alone("ada", "Good morning"));
        talk.pass(Duration.ofDays(91));
        answerers.hear(talk.alone("ben", "Good morning"));

        assertThat(names(talk.ask("new", "Is anybody here?"))).containsExactly("ben");
    }

    @Test
    void who_may_not_answer_is_not_ranked() {
        for (String author : List.of("ada", "ben")) answerers.hear(talk.alone(author, "Good morning"));

        assertThat(answerers.rank(talk.ask("new", "Is anybody here?"), "ben"::equals))
                .extracting(Ranked::author)
                .containsExactly("ben");
    }

    @Test
    void of_equals_comes_first_who_was_heard_first() {
        Instant at = Instant.parse("2031-03-03T09:00:00Z");
        // With weights of 0 all are equals.
        var all = new Answerers(new Weights(new double[Feature.COUNT], ones(), 0), 0);
        for (String author : List.of("zoe", "ada", "moe")) all.hear(heard(author, "general", at, "Good morning"));

        assertThat(all.rank(talk.ask("new", "Is anybody here?"), _ -> true))
                .extracting(Ranked::author)
                .containsExactly("zoe", "ada", "moe");
    }

    @Test
    void the_chances_of_all_sum_up_to_1_and_fall() {
        for (int i = 0; i < 5; i++) {
            answerers.hear(talk.in("t" + i, "asker" + i, "How do I tune guitar strings?"));
            answerers.hear(talk.in("t" + i, "player" + i % 2, "With a fork."));
        }
        List<Ranked> ranking = answerers.rank(talk.ask("new", "Which strings for my guitar?"), _ -> true);

        assertThat(ranking.stream().mapToDouble(Ranked::chance).sum()).isCloseTo(1, within(1e-9));
        assertThat(ranking).isSortedAccordingTo((one, other) -> Double.compare(other.chance(), one.chance()));
    }

    @Test
    void who_is_named_again_and_again_makes_room_at_the_first_place_only() {
        var spreading = new Answerers(2);
        for (Answerers each : List.of(answerers, spreading)) {
            var same = new Talk();
            for (int i = 0; i < 12; i++) {
                each.hear(same.in("t" + i, "asker", "How do I tune guitar strings?"));
                each.hear(same.in("t" + i, "player", "With a fork."));
                if (i % 2 == 0) each.hear(same.in("t" + i, "singer", "By ear."));
                if (i % 3 == 0) each.hear(same.in("t" + i, "drummer", "Never."));
            }
        }
        Question question = talk.ask("new", "Which strings for my guitar?");
        List<String> usual = names(question);
        for (int i = 0; i < 60; i++) spreading.named(usual.getFirst());
        List<String> spread =
                spreading.rank(question, _ -> true).stream().map(Ranked::author).toList();

        assertThat(spread.getFirst()).isNotEqualTo(usual.getFirst());
        assertThat(spread.stream().filter(author -> !author.equals(spread.getFirst())))
                .containsExactlyElementsOf(usual.stream()
                        .filter(author -> !author.equals(spread.getFirst()))
                        .toList());
    }

    @Test
    void asking_changes_nothing() {
        chat(answerers, 3, 60);
        Question question = talk.ask("new", "Which strings for my guitar?");
        List<Ranked> once = answerers.rank(question, _ -> true);

        assertThat(answerers.rank(question, _ -> true)).isEqualTo(once);
    }

    @Test
    void a_text_may_be_empty_or_signs_alone() {
        for (String text : List.of("", "🦆🦆", "???", "@", "https://", "`", "\uD83E", "ß", "a".repeat(5_000))) {
            answerers.hear(talk.in("t" + text.hashCode(), "ada", text));
            answerers.hear(talk.in("t" + text.hashCode(), "ben", text));
            assertThat(answerers.rank(talk.ask("new", text), _ -> true))
                    .hasSize(2)
                    .allSatisfy(ranked -> assertThat(ranked.score()).isFinite());
        }
    }

    @Test
    void a_clock_that_runs_back_stands_still() {
        Instant noon = Instant.parse("2031-03-03T12:00:00Z");
        answerers.hear(heard("ada", "general", noon, "Good day"));
        answerers.hear(heard("ben", "general", noon.minus(Duration.ofDays(200)), "Good morning"));
        answerers.hear(heard("ada", "other", Instant.MIN.plusSeconds(1), "Once upon a time"));

        assertThat(answerers.rank(talk.ask("new", "Is anybody here?"), _ -> true))
                .hasSize(2)
                .allSatisfy(ranked -> assertThat(ranked.score()).isFinite());
    }

    @Test
    void a_negative_spread_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Answerers(-1)).withMessageContaining("spread");
    }

    @Property(tries = 40)
    void the_same_is_ranked_the_same_and_nobody_who_was_not_heard(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(max = 80) int messages) {
        var one = new Answerers(1);
        var other = new Answerers(1);
        chat(one, seed, messages);
        chat(other, seed, messages);
        List<Ranked> ranking = one.rank(new Talk().ask("m0", "sourdough strings?"), _ -> true);

        assertThat(other.rank(new Talk().ask("m0", "sourdough strings?"), _ -> true))
                .isEqualTo(ranking);
        assertThat(ranking).extracting(Ranked::author).doesNotHaveDuplicates().allMatch(name -> name.matches("m[1-7]"));
        assertThat(ranking).allSatisfy(ranked -> assertThat(ranked.score()).isFinite());
    }

    /** A made-up conversation of eight members, always the same for a seed. */
    static void chat(Answerers answerers, long seed, int messages) {
        var chance = new Random(seed);
        var talk = new Talk();
        for (int i = 0; i < messages; i++) {
            talk.pass(Duration.ofMinutes(chance.nextInt(600)));
            String text = String.join(
                    " ",
                    IntStream.range(0, 6)
                            .mapToObj(_ -> WORDS.get(chance.nextInt(WORDS.size())))
                            .toList());
            String author = "m" + chance.nextInt(8);
            if (chance.nextInt(4) == 0) answerers.hear(talk.alone(author, text));
            else answerers.hear(talk.in("t" + chance.nextInt(1 + messages / 4), author, text));
        }
    }

    private List<String> names(Question question) {
        return answerers.rank(question, _ -> true).stream().map(Ranked::author).toList();
    }

    private static Heard heard(String author, String channel, Instant at, String text) {
        return new Heard(author, channel, Optional.empty(), at, text, Optional.empty(), List.of(), Optional.empty());
    }

    private static double[] ones() {
        double[] ones = new double[Feature.COUNT];
        Arrays.fill(ones, 1);
        return ones;
    }
}
