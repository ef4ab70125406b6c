package io.tummler.matching.answerers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.matching.answerers.WordProfile.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final Talk talk = new Talk();
    private final Answerers answerers = new Answerers(0);

    @Test
    void what_is_held_does_not_grow_with_what_is_heard() {
        long[] sizes = new long[3];
        for (int part = 0; part < 3; part++) {
            for (int i = 0; i < 5_000; i++) {
                String thread = "t" + part + "-" + i;
                answerers.hear(talk.in(thread, "m" + i % 9, "new" + part + "x" + i + " and odd" + part + "y" + i));
                answerers.hear(talk.in(thread, "m" + i % 7, "else" + part + "z" + i + " sourdough"));
            }
            Held held = new Held(answerers);
            sizes[part] = held.size();
            assertThat(held.all(Opening.class).count()).isLessThanOrEqualTo(Answerers.MOST_OPENINGS + 100);
            assertThat(held.all(Term.class).count()).isLessThanOrEqualTo(Vocabulary.MOST_TERMS);
            assertThat(held.all(Lesson.class).count()).isLessThanOrEqualTo(Answerers.MOST_LESSONS + 1);
            assertThat(held.all(Term.Posting.class).count()).isLessThanOrEqualTo(40L * Answerers.MOST_OPENINGS);
        }
        assertThat(sizes[2]).isLessThan(sizes[1] * 3 / 2);
    }

    @Test
    void of_too_many_members_those_are_forgotten_who_were_silent_longest() {
        for (int i = 0; i <= Answerers.MOST_MEMBERS; i++) answerers.hear(talk.alone("m" + i, "Good morning"));

        Held held = new Held(answerers);
        assertThat(held.all(Member.class).map(member -> member.key))
                .hasSizeLessThan(Answerers.MOST_MEMBERS)
                .doesNotContain("m0")
                .contains("m" + Answerers.MOST_MEMBERS);
        assertThat(answerers.rank(talk.ask("new", "Is anybody here?"), _ -> true))
                .hasSize(Answerers.MOST_CANDIDATES)
                .extracting(Ranked::author)
                .contains("m" + Answerers.MOST_MEMBERS);
    }

    @Test
    void a_channel_that_nobody_writes_in_any_more_makes_room() {
        Instant at = Instant.parse("2031-03-03T09:00:00Z");
        for (int i = 0; i < Answerers.MOST_CHANNELS + 200; i++)
            answerers.hear(new Heard(
                    "m" + i % 3,
                    "channel" + i,
                    Optional.empty(),
                    at.plus(Duration.ofMinutes(i)),
                    "Good morning",
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));

        assertThat(new Held(answerers).all(Channel.class)).hasSizeLessThanOrEqualTo(Answerers.MOST_CHANNELS);
    }

    @Test
    void of_too_many_words_the_frequent_are_kept() {
        var words = new WordProfile();
        words.add(Terms.hash("often"), Use.WROTE, 1);
        for (int i = 0; i < 100_000; i++) {
            words.add(Terms.hash("rare" + i), Use.WROTE, 1);
            if (i % 1_000 == 0) words.add(Terms.hash("often"), Use.WROTE, 1);
        }

        assertThat(words.size()).isLessThan(WordProfile.MOST_SLOTS);
        assertThat(words.count(words.find(Terms.hash("often")), Use.WROTE)).isEqualTo(101);
    }

    @Test
    void a_count_stops_where_it_finds_no_more_room() {
        var words = new WordProfile();
        for (int i = 0; i < 10; i++) words.add(7, Use.ANSWERED, 10_000);

        assertThat(words.count(words.find(7), Use.ANSWERED)).isEqualTo(Short.MAX_VALUE);
        assertThat(words.count(words.find(7), Use.ASKED)).isZero();
        assertThat(words.find(8)).isNegative();
    }
}
