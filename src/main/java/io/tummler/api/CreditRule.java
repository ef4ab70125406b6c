package io.tummler.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says what a happening earns. Pure: the ledger books what comes back, all of it or nothing, once. All rules are asked
 * before anything is booked, so that their order does not matter. A transfer counts in the {@link History} for whichever
 * rule counts its reason: one of {@link Transfer.Reason#THANKED} is another thanks, for the weekly cap too.
 */
public interface CreditRule {
    List<Transfer> reward(Happening happening, History history);

    /** Why this happening earns nothing, where this rule would otherwise reward it and its author should know. */
    default Optional<Sentence> whyNothing(Happening happening, History history) {
        return Optional.empty();
    }

    /** What a rule may want to know of the past. */
    interface History {
        /** Transfers of this reason to a member that this other member brought about, after then. */
        long count(Transfer.Reason reason, MemberId from, MemberId to, Instant since);

        /** Transfers of this reason to a member, whoever brought them about, after then. */
        long countTo(Transfer.Reason reason, MemberId to, Instant since);

        /** Transfers of this reason that this member brought about, after then. */
        long countBy(Transfer.Reason reason, MemberId from, Instant since);
    }
}
