package io.tummler.matching.matchmakers;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import java.time.Instant;
import java.util.UUID;

/** What members of one community say, with ids in the order in which they say it. */
final class Said {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private long ids;

    Statement need(long owner, String wording) {
        return statement(new StatementId(new UUID(0, ++ids)), owner, Statement.Kind.NEED, wording, false);
    }

    Statement offer(long owner, String wording) {
        return statement(new StatementId(new UUID(0, ++ids)), owner, Statement.Kind.OFFER, wording, false);
    }

    Statement discreet(Statement one) {
        return statement(
                one.id(),
                one.owner().value().getLeastSignificantBits(),
                one.kind(),
                one.wording().text(),
                true);
    }

    /** The same statement in other words. */
    Statement reworded(Statement one, String wording) {
        return statement(one.id(), one.owner().value().getLeastSignificantBits(), one.kind(), wording, false);
    }

    private static Statement statement(
            StatementId id, long owner, Statement.Kind kind, String wording, boolean discreet) {
        return new Statement(
                id,
                new CommunityId(new UUID(1, 1)),
                new MemberId(new UUID(2, owner)),
                kind,
                new Wording(wording),
                Statement.Source.DECLARED,
                NOW,
                NOW.plusSeconds(60),
                discreet);
    }
}
