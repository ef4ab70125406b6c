package io.tummler.credit;

import io.tummler.api.CommunityId;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** What {@code tummler ledger verify} finds in a test's database. */
final class Verified {
    /** After all that tests tell of. */
    private static final Instant NOW = Instant.parse("2100-01-01T12:00:00Z");

    private Verified() {}

    static Audit.Finding in(TestDatabase database, CommunityId community) {
        return in(database, community, Optional.empty());
    }

    /** In the transaction that is under way, or one of its own. */
    static Audit.Finding in(TestDatabase database, CommunityId community, Optional<Audit.Told> told) {
        if (database.entities().getTransaction().isActive()) return now(database, community, told);
        return database.transact(() -> now(database, community, told));
    }

    private static Audit.Finding now(TestDatabase database, CommunityId community, Optional<Audit.Told> told) {
        return database.entities()
                .unwrap(Session.class)
                .doReturningWork((Connection connection) -> new Audit(connection, NOW).of(community, told));
    }
}
