package io.tummler.api;

import java.util.List;

/** Who holds how much credit, and why. */
public interface Ledger {
    /** The sum of all credits less the sum of all debits; what is promised does not count. */
    long balance(Account account);

    /** What is promised to an account and not booked yet. */
    long promised(Account account);

    /** What was booked to or from a member, newest first, at most {@code limit}. What was reversed is left out. */
    List<Transfer> transfers(CommunityId community, MemberId member, int limit);
}
