package io.tummler.api;

import java.time.Instant;

/**
 * A need or an offer that its owner declared, or that was noticed and its owner confirmed.
 *
 * @param until from when on it no longer counts
 */
public record Statement(
        StatementId id,
        CommunityId community,
        MemberId owner,
        Kind kind,
        Wording wording,
        Source source,
        Instant since,
        Instant until) {
    public enum Kind {
        NEED,
        OFFER
    }

    public enum Source {
        DECLARED,
        NOTICED
    }
}
