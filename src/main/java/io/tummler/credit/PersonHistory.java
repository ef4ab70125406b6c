package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * The past of persons: what one of their accounts did counts for all that moderators know of.
 *
 * @param asIfKept whether open promises count as if they had been kept
 */
record PersonHistory(Book book, Alternates alternates, boolean asIfKept) implements CreditRule.History {
    @Override
    public long count(Transfer.Reason reason, MemberId from, MemberId to, Instant since) {
        Set<MemberId> others = alternates.accounts(to);
        return alternates.accounts(from).stream()
                .flatMapToLong(one -> others.stream().mapToLong(other -> count(reason, since, one, other)))
                .sum();
    }

    private long count(Transfer.Reason reason, Instant since, MemberId from, MemberId to) {
        return book.count(reason, from, to, since) + (asIfKept ? book.promised(reason, from, to) : 0);
    }

    @Override
    public long countTo(Transfer.Reason reason, MemberId to, Instant since) {
        return alternates.accounts(to).stream()
                .mapToLong(one -> book.countTo(reason, one, since))
                .sum();
    }

    @Override
    public long countBy(Transfer.Reason reason, MemberId from, Instant since) {
        return alternates.accounts(from).stream()
                .mapToLong(one -> book.countBy(reason, one, since))
                .sum();
    }

    @Override
    public boolean wasPromised(Transfer transfer) {
        return book.wasPromised(transfer);
    }

    @Override
    public Map<MemberId, Long> leftOver(CommunityId community, Instant before) {
        return book.leftOver(community, before);
    }
}
