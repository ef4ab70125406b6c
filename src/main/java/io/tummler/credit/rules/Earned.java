package io.tummler.credit.rules;

import io.tummler.api.Account;
import io.tummler.api.CreditRule.History;
import io.tummler.api.Happening;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a member earns through another one, less for each time that it was so of late. */
final class Earned {
    private Earned() {}

    /** Of what happens now. */
    static List<Transfer> by(
            Happening happening,
            Transfer.Reason reason,
            MemberId to,
            MemberId by,
            long full,
            CreditSettings credits,
            History history) {
        return by(happening, happening.cause(), reason, to, by, full, credits, history);
    }

    /**
     * @param cause of what it is earned by, which may be still to come
     */
    static List<Transfer> by(
            Happening happening,
            String cause,
            Transfer.Reason reason,
            MemberId to,
            MemberId by,
            long full,
            CreditSettings credits,
            History history) {
        if (to.equals(by)) return List.of();
        Instant since = happening.at().minus(credits.pairMemory());
        return Share.of(full, history.count(reason, by, to, since))
                .map(share -> new Transfer(
                        new Account.OfCommunity(happening.community()),
                        new Account.OfMember(happening.community(), to),
                        share.amount(),
                        reason,
                        cause,
                        happening.at(),
                        Optional.of(by),
                        share.nth()))
                .stream()
                .toList();
    }
}
