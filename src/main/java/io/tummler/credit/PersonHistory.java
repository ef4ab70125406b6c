package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongBiFunction;

/** The past of persons: what one of their accounts did counts for all that moderators know of. */
record PersonHistory(Book book, Alternates alternates) implements CreditRule.History {
    @Override
    public long count(Transfer.Reason reason, MemberId from, MemberId to, Instant since) {
        return each(from, to, (one, other) -> book.count(reason, one, other, since));
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
    public long promised(Transfer.Reason reason, MemberId from, MemberId to) {
        return each(from, to, (one, other) -> book.promised(reason, one, other));
    }

    private long each(MemberId from, MemberId to, ToLongBiFunction<MemberId, MemberId> count) {
        Set<MemberId> others = alternates.accounts(to);
        return alternates.accounts(from).stream()
                .flatMapToLong(one -> others.stream().mapToLong(other -> count.applyAsLong(one, other)))
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
