package io.tummler.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A need or an offer that its owner declared, or that was noticed and its owner confirmed.
 *
 * @param until from when on it no longer counts
 * @param discreet whether nobody reads it before both have said yes
 */
public record Statement(
        StatementId id,
        CommunityId community,
        MemberId owner,
        Kind kind,
        Wording wording,
        Source source,
        Instant since,
        Instant until,
        boolean discreet) {
    /**
     * What somebody declares or confirms.
     *
     * @param discreet whether nobody is to read it before both have said yes
     * @param lasts how long it is to stand; empty for as long as moderators let it
     */
    public record Draft(
            CommunityId community,
            MemberId owner,
            Kind kind,
            Wording wording,
            Source source,
            boolean discreet,
            Optional<Duration> lasts) {
        /** One that anybody may be asked about in its own words, and that stands as long as moderators let it. */
        public static Draft open(CommunityId community, MemberId owner, Kind kind, Wording wording, Source source) {
            return new Draft(community, owner, kind, wording, source, false, Optional.empty());
        }
    }

    public enum Kind {
        NEED,
        OFFER
    }

    public enum Source {
        DECLARED,
        NOTICED
    }
}
