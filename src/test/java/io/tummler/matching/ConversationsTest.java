package io.tummler.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.CommunityId;
import io.tummler.api.Listened;
import io.tummler.api.MemberId;
import io.tummler.api.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private static final MemberId ANA = member(1);
    private static final MemberId BEN = member(2);
    private static final MemberId CEM = member(3);

    private final Conversations conversations = new Conversations();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private int messages;

    @Test
    void a_thread_is_a_conversation() {
        assertThat(said(ANA, "c1", "t1", false)).contains("t1");
        assertThat(said(BEN, "c1", "t1", true)).contains("t1");
    }

    @Test
    void in_a_channel_a_question_begins_one_to_which_belongs_what_comes_soon() {
        assertThat(said(BEN, false)).isEmpty();
        assertThat(said(ANA, true)).contains("m2");
        assertThat(said(BEN, false)).contains("m2");
        now = now.plus(Duration.ofMinutes(20));
        assertThat(said(CEM, false)).isEmpty();
    }

    @Test
    void an_answer_to_its_asker_belongs_to_it_however_late_within_a_week() {
        said(ANA, true);
        said(BEN, true);
        now = now.plus(Duration.ofDays(6));
        assertThat(to(ANA, CEM)).contains("m1");
        now = now.plus(Duration.ofDays(2));
        assertThat(to(ANA, CEM)).isEmpty();
    }

    @Test
    void what_is_addressed_to_somebody_else_belongs_to_none() {
        said(ANA, true);
        assertThat(to(CEM, BEN)).isEmpty();
    }

    @Test
    void a_question_in_another_channel_is_another_conversation() {
        said(ANA, true);
        assertThat(said(BEN, "c2", "c2", false)).isEmpty();
    }

    @Test
    void of_whoever_is_forgotten_no_question_is_open() {
        said(ANA, true);
        conversations.forget(ANA);
        assertThat(said(BEN, false)).isEmpty();
    }

    private Optional<String> said(MemberId who, boolean asks) {
        return said(who, "c1", "c1", asks);
    }

    private Optional<String> said(MemberId who, String channel, String place, boolean asks) {
        return of(who, channel, place, Optional.empty(), asks);
    }

    private Optional<String> to(MemberId whom, MemberId who) {
        return of(who, "c1", "c1", Optional.of(whom), false);
    }

    private Optional<String> of(MemberId who, String channel, String place, Optional<MemberId> to, boolean asks) {
        return conversations.of(new Listened(
                new Utterance(
                        new CommunityId(new UUID(1, 1)),
                        who,
                        "m" + ++messages,
                        "kitchen",
                        channel,
                        place,
                        now,
                        "text",
                        List.of(),
                        to,
                        false),
                asks));
    }

    private static MemberId member(long number) {
        return new MemberId(new UUID(2, number));
    }
}
