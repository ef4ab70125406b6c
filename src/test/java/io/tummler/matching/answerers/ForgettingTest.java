package io.tummler.matching.answerers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    private final Talk talk = new Talk();
    private final Answerers answerers = new Answerers(0);

    @Test
    void nothing_is_left_of_a_member_who_is_forgotten() {
        AnswerersTest.chat(answerers, 5, 300);
        answerers.hear(talk.in("own", "ada", "Why does my zymurgy bubble?"));
        answerers.hear(talk.in("own", "ben", "Zymurgy does."));
        answerers.hear(talk.in("other", "ben", "Who knows orreries?"));
        answerers.hear(turned(talk.in("other", "ada", "The quadrant of an orrery is of brass."), "ben"));
        answerers.hear(turned(talk.in("other", "ben", "Thanks."), "ada"));
        answerers.hear(talk.in("other", "m1", "Indeed."));
        answerers.named("ada");
        assertThat(new Held(answerers).all(Member.class)).anyMatch(member -> member.key.equals("ada"));
        assertThat(terms()).contains(Terms.hash("quadrant"), Terms.hash("zymurgy"));

        answerers.forget("ada");

        Held held = new Held(answerers);
        assertThat(held.all(Member.class)).isNotEmpty().noneMatch(member -> member.key.equals("ada"));
        assertThat(held.all(String.class)).doesNotContain("ada");
        assertThat(terms()).doesNotContain(Terms.hash("quadrant")).contains(Terms.hash("zymurgy"));
        assertThat(held.all(Opening.class).filter(opening -> opening.starter().isEmpty()))
                .hasSize(1)
                .allSatisfy(opening -> {
                    assertThat(opening.bag().size()).isZero();
                    assertThat(opening.meaning()).isEmpty();
                });
    }

    @Test
    void ranking_and_hearing_go_on_after_one_was_forgotten() {
        AnswerersTest.chat(answerers, 5, 300);
        answerers.forget("m3");
        assertThat(names()).hasSize(7).doesNotContain("m3");

        AnswerersTest.chat(answerers, 6, 300);
        assertThat(names()).hasSize(8).contains("m3");
    }

    @Test
    void all_can_be_forgotten() {
        AnswerersTest.chat(answerers, 5, 300);
        for (int i = 0; i < 8; i++) answerers.forget("m" + i);

        Held held = new Held(answerers);
        assertThat(held.all(Member.class)).isEmpty();
        assertThat(held.all(Term.class)).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void whoever_was_never_heard_can_be_forgotten() {
        answerers.forget("nobody");

        assertThat(names()).isEmpty();
    }

    private List<Long> terms() {
        return new Held(answerers).all(Term.class).map(term -> term.hash).toList();
    }

    private List<String> names() {
        var question = new Question(
                "new", "general", Instant.parse("2031-03-03T09:00:00Z"), "sourdough?", Optional.empty(), List.of());
        return answerers.rank(question, _ -> true).stream().map(Ranked::author).toList();
    }

    private static Heard turned(Heard heard, String to) {
        return new Heard(
                heard.author(),
                heard.channel(),
                heard.thread(),
                heard.at(),
                heard.text(),
                heard.title(),
                List.of(to),
                Optional.of(to));
    }
}
