package io.tummler.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.CommunityId;
import io.tummler.api.Match.Reason;
import io.tummler.api.MemberId;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import io.tummler.introduction.Because.Two;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BecauseTest {
    @Test
    void what_is_kept_is_read_again() {
        String kept = Because.kept(List.of(
                new Reason.SharedWords(List.of("sourdough", "rye, dark")),
                new Reason.RelatedWords("bike", "cycling"),
                new Reason.CommonGround(offer("baking"), offer("bread"), .5),
                new Reason.HelpedBefore(3)));
        assertThat(Because.read(kept))
                .isEqualTo(new Because(
                        List.of(new Wording("sourdough"), new Wording("rye, dark")),
                        List.of(new Two(new Wording("bike"), new Wording("cycling"))),
                        List.of(new Two(new Wording("baking"), new Wording("bread"))),
                        3));
    }

    @Test
    void nothing_is_kept_of_a_swap_which_stands_beside_it() {
        assertThat(Because.kept(List.of(new Reason.Swap(offer("need"), offer("bread")))))
                .isEmpty();
        assertThat(Because.read("").isEmpty()).isTrue();
    }

    @Test
    void words_that_an_earlier_version_kept_are_words_that_both_say() {
        assertThat(Because.read("bikes,repair").shared()).containsExactly(new Wording("bikes"), new Wording("repair"));
    }

    @Test
    void a_reason_that_there_is_no_room_for_is_left_out_and_one_that_is_shorter_kept() {
        List<String> long200 = IntStream.range(0, 30)
                .mapToObj(it -> "word" + it + "x".repeat(40))
                .collect(Collectors.toList());
        String kept =
                Because.kept(List.of(new Reason.SharedWords(long200), new Reason.RelatedWords("bike", "cycling")));
        assertThat(kept).isEqualTo("related\tbike\tcycling");
    }

    private static Statement offer(String wording) {
        return new Statement(
                new StatementId(new UUID(0, 1)),
                new CommunityId(new UUID(1, 1)),
                new MemberId(new UUID(2, 1)),
                Statement.Kind.OFFER,
                new Wording(wording),
                Statement.Source.DECLARED,
                Instant.EPOCH,
                Instant.EPOCH,
                false);
    }
}
