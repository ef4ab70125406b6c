package io.tummler.credit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where the books of communities stand. All that is done here within one transaction of the caller stays together, or
 * none of it.
 */
interface Shelf {
    /** Where a community's book ends. Until the transaction is over, nobody else gets to know that, and so only one writes. */
    Head lock(UUID community);

    /** Entries of an older Tummler that are not in the chain yet, the oldest first. */
    List<Entry> unchained(UUID community, int limit);

    /** The entries of these causes, in the order of their numbers. */
    List<Entry> causedBy(UUID community, Set<String> causes);

    /** What these accounts come to; those without an entry are missing. */
    Map<String, Totals> totals(UUID community, Set<String> accounts);

    /** Pending entries that are open though their time is over, those first that lapsed first. */
    List<Entry> lapsed(UUID community, Instant now, int limit);

    Optional<Entry> entry(UUID community, UUID id);

    /** Whether a later entry posts, voids or reverses it. */
    boolean isSettled(UUID community, UUID entry);

    /** What expired of an account and was not given back, the newest first. */
    List<Entry> expired(UUID community, String account, int limit);

    void add(Page page);

    /** As {@link #add}, but the entries are there already, and only get their numbers and hashes. */
    void takeIn(Page page);
}
