package io.tummler.api;

import java.util.List;

/** Says what a happening earns. Pure: the ledger books what comes back, all of it or nothing, once. */
public interface CreditRule {
    List<Transfer> reward(Happening happening, History history);

    /** What a rule may want to know of the past. */
    interface History {
        /** Transfers of this reason to a member that this other member brought about, since then. */
        long count(Transfer.Reason reason, MemberId from, MemberId to, java.time.Instant since);

        /** Transfers of this reason that this member brought about, since then. */
        long countBy(Transfer.Reason reason, MemberId from, java.time.Instant since);
    }
}
