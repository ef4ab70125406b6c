package io.tummler.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.CommunityId;
import io.tummler.api.ConsentWithdrawn;
import io.tummler.api.Custody;
import io.tummler.api.Listened;
import io.tummler.api.ListeningEnded;
import io.tummler.api.MemberId;
import io.tummler.api.Purpose;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Utterance;
import io.tummler.api.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegularsTest {
    private static final CommunityId COMMUNITY = new CommunityId(new UUID(1, 1));
    private static final MemberId ANA = member(1);
    private static final MemberId BAKER = member(2);
    private static final MemberId MECHANIC = member(3);
    private static final Set<MemberId> HELPERS = Set.of(BAKER, MECHANIC);

    private static final List<String> DETAILS =
            List.of("in winter", "after a long trip", "that smells", "for the first time", "bought last year");

    private final Regulars regulars = new Regulars();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private int messages;

    @BeforeEach
    void a_baker_and_a_mechanic_each_answer_what_they_know_about() {
        var random = new Random(7);
        for (int i = 0; i < 40; i++) {
            String topic = random.nextBoolean() ? "sourdough starter" : "bicycle chain";
            String detail = DETAILS.get(random.nextInt(DETAILS.size()));
            boolean bread = topic.startsWith("sourdough");
            answers(
                    "what to do about a " + topic + " " + detail,
                    bread ? BAKER : MECHANIC,
                    bread ? "feed the sourdough starter each day" : "dry oil on the chain of a bicycle");
        }
    }

    @Test
    void who_answered_such_questions_is_the_likeliest() {
        assertThat(likelihoods("advice on my sourdough starter"))
                .containsEntry(BAKER, 1.0)
                .hasEntrySatisfying(MECHANIC, other -> assertThat(other).isBetween(0.0, .999));
        assertThat(likelihoods("oil for a bicycle chain")).containsEntry(MECHANIC, 1.0);
    }

    @Test
    void of_whom_nothing_was_heard_nothing_is_known() {
        assertThat(regulars.likelihoods(need("a sourdough starter"), Set.of(member(9)), now))
                .isEmpty();
        assertThat(new Regulars().likelihoods(need("a sourdough starter"), HELPERS, now))
                .isEmpty();
    }

    @Test
    void whoever_stops_listening_is_forgotten_and_whoever_stops_something_else_is_not() {
        regulars.withdrawn(new ConsentWithdrawn(COMMUNITY, MECHANIC, Purpose.TASKS));
        regulars.withdrawn(new ConsentWithdrawn(COMMUNITY, BAKER, Purpose.LISTENING));
        assertThat(likelihoods("a sourdough starter")).containsOnlyKeys(MECHANIC);
    }

    @Test
    void nothing_is_held_where_listening_ended_or_another_process_serves() {
        regulars.ended(new ListeningEnded(COMMUNITY));
        assertThat(likelihoods("a sourdough starter")).isEmpty();
        a_baker_and_a_mechanic_each_answer_what_they_know_about();
        regulars.drop(new Custody.GivenUp(Set.of(COMMUNITY)));
        assertThat(likelihoods("a sourdough starter")).isEmpty();
    }

    private Map<MemberId, Double> likelihoods(String need) {
        return regulars.likelihoods(need(need), HELPERS, now);
    }

    private void answers(String question, MemberId who, String answer) {
        says(ANA, question, true);
        says(who, answer, false);
    }

    private void says(MemberId who, String text, boolean asks) {
        now = now.plus(Duration.ofMinutes(5));
        regulars.hear(new Listened(
                new Utterance(
                        COMMUNITY,
                        who,
                        "m" + ++messages,
                        "kitchen",
                        "c1",
                        "c1",
                        now,
                        text,
                        List.of(),
                        Optional.empty(),
                        false),
                asks));
    }

    private Statement need(String wording) {
        return new Statement(
                new StatementId(new UUID(3, 1)),
                COMMUNITY,
                ANA,
                Statement.Kind.NEED,
                new Wording(wording),
                Statement.Source.DECLARED,
                now,
                now.plus(Duration.ofDays(30)),
                false);
    }

    private static MemberId member(long number) {
        return new MemberId(new UUID(2, number));
    }
}
