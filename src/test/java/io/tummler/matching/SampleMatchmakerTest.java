package io.tummler.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.CommunityId;
import io.tummler.api.Match;
import io.tummler.api.Match.Reason;
import io.tummler.api.Matchmaker;
import io.tummler.api.MemberId;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The sample in docs/matchmaker.md does what it says, and stands there as it is. */
class SampleMatchmakerTest {
    private static final Path SOURCE = Path.of("src/test/java/io/tummler/matching/SampleMatchmaker.java");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Matchmaker.Index index = new SampleMatchmaker().index();

    @Test
    void what_bears_the_same_tag_is_matched_both_ways() {
        Statement need = statement(1, 1, Statement.Kind.NEED, "stuck with lifetimes #rust #help");
        Statement offer = statement(2, 2, Statement.Kind.OFFER, "evenings of #rust");
        List.of(need, offer, statement(3, 3, Statement.Kind.OFFER, "rust removal"))
                .forEach(index::add);
        var match = new Match(need, offer, .9, List.of(new Reason.SharedWords(List.of("#rust"))));
        assertThat(index.matchesOf(need, _ -> true, 10)).containsExactly(match);
        assertThat(index.matchesOf(offer, _ -> true, 10)).containsExactly(match);
    }

    @Test
    void ones_own_and_what_is_closed_or_over_is_not_and_no_more_than_asked_for() {
        Statement need = statement(1, 1, Statement.Kind.NEED, "#rust");
        Statement closed = statement(3, 3, Statement.Kind.OFFER, "#rust");
        Statement untagged = statement(4, 4, Statement.Kind.OFFER, "#rust");
        List.of(statement(2, 1, Statement.Kind.OFFER, "#rust"), closed, untagged)
                .forEach(index::add);
        index.add(statement(4, 4, Statement.Kind.OFFER, "rust"));
        for (int id = 9; id > 4; id--) index.add(statement(id, id, Statement.Kind.OFFER, "#rust"));
        index.remove(new StatementId(new UUID(0, 5)));
        assertThat(index.matchesOf(need, other -> !other.equals(closed), 2))
                .extracting(it -> it.offer().id().value().getLeastSignificantBits())
                .containsExactly(6L, 7L);
    }

    @Test
    void the_page_shows_it_as_it_is() throws IOException {
        String block = "```java\n" + Files.readString(SOURCE) + "```\n";
        assertThat(Files.readString(Path.of("docs/matchmaker.md"))).contains(block);
    }

    private static Statement statement(long id, long owner, Statement.Kind kind, String wording) {
        return new Statement(
                new StatementId(new UUID(0, id)),
                new CommunityId(new UUID(1, 1)),
                new MemberId(new UUID(2, owner)),
                kind,
                new Wording(wording),
                Statement.Source.DECLARED,
                NOW,
                NOW.plusSeconds(60),
                false);
    }
}
