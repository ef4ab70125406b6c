package io.tummler.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says what a happening earns. Pure: the ledger books what comes back, all of it or nothing, once. */
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

        /** Transfers of this reason that this member brought about, after then. */
        long countBy(Transfer.Reason reason, MemberId from, Instant since);
    }
}
