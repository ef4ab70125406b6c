package io.tummler.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a happening earns. Pure: the ledger books what comes back, all of it or nothing, once. All rules are asked
 * before anything is booked, so that their order does not matter. A transfer counts in the {@link History} for whichever
 * rule counts its reason: one of {@link Transfer.Reason#THANKED} is another thanks, for the weekly cap too. What one
 * member would earn by their own word, or by that of another account of theirs that moderators know of, is not booked,
 * whatever a rule says.
 */
public interface CreditRule {
    /** What is booked now. Where the same was promised, what was promised is booked, and no more of it is open. */
    List<Transfer> reward(Happening happening, History history);

    /**
     * What may be earned later, if it turns out well. It stands in the ledger as pending, and nobody holds it until
     * {@link #reward} of a later happening gives the same transfer: same accounts, reason and cause.
     *
     * @param history in which {@link History#count} takes open promises for kept ones, so that what is promised at once
     *     comes to no more than what comes one after another
     */
    default List<Promise> promise(Happening happening, History history) {
        return List.of();
    }

    /** Why this happening earns nothing, where this rule would otherwise reward it and its author should know. */
    default Optional<Sentence> whyNothing(Happening happening, History history) {
        return Optional.empty();
    }

    /**
     * @param until when it falls away by itself, unless it was booked before
     */
    record Promise(Transfer transfer, Instant until) {}

    /**
     * What a rule may want to know of the past. What is only promised is not counted, nor what was reversed. All accounts
     * of a person that moderators know of are one.
     */
    interface History {
        /** Transfers of this reason to a member that this other member brought about, after then. */
        long count(Transfer.Reason reason, MemberId from, MemberId to, Instant since);

        /** Transfers of this reason to a member, whoever brought them about, after then. */
        long countTo(Transfer.Reason reason, MemberId to, Instant since);

        /** Transfers of this reason that this member brought about, after then. */
        long countBy(Transfer.Reason reason, MemberId from, Instant since);

        /** Whether the same was promised: same accounts, reason and cause; also if it fell away, as a check-in may be late. */
        boolean wasPromised(Transfer transfer);

        /** What members still hold of credit that came to them before then, as if the oldest were always used first. */
        Map<MemberId, Long> leftOver(CommunityId community, Instant before);
    }
}
