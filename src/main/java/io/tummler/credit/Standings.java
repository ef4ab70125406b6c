package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Reciprocity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** The reciprocity of a member, worked out of the ledger whenever somebody asks. */
@ApplicationScoped
class Standings implements Reciprocity {
    private final Book book;
    private final Clock clock;

    Standings(Book book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Standing of(CommunityId community, MemberId member) {
        Instant now = clock.instant();
        return Score.of(member, book.about(member, now.minus(Score.MEMORY)), now);
    }
}
