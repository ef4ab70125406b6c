package io.tummler.api;

import java.util.List;

/** Who holds how much credit, and why. */
public interface Ledger {
    /** The sum of all credits less the sum of all debits. */
    long balance(Account account);

    /** The transfers of a member, newest first, at most {@code limit}. */
    List<Transfer> transfers(CommunityId community, MemberId member, int limit);
}
