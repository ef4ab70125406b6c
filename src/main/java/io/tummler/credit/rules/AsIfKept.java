package io.tummler.credit.rules;

import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule.History;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import java.time.Instant;
import java.util.Map;

/** The past as if all open promises were kept, so that meetings which are open at once are promised less each time too. */
record AsIfKept(History history) implements History {
    @Override
    public long count(Transfer.Reason reason, MemberId from, MemberId to, Instant since) {
        return history.count(reason, from, to, since) + history.promised(reason, from, to);
    }

    @Override
    public long countTo(Transfer.Reason reason, MemberId to, Instant since) {
        return history.countTo(reason, to, since);
    }

    @Override
    public long countBy(Transfer.Reason reason, MemberId from, Instant since) {
        return history.countBy(reason, from, since);
    }

    @Override
    public long promised(Transfer.Reason reason, MemberId from, MemberId to) {
        return history.promised(reason, from, to);
    }

    @Override
    public boolean wasPromised(Transfer transfer) {
        return history.wasPromised(transfer);
    }

    @Override
    public Map<MemberId, Long> leftOver(CommunityId community, Instant before) {
        return history.leftOver(community, before);
    }
}
