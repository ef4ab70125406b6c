package io.tummler.credit.rules;

import io.tummler.api.Account;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** A brand pays what it promised for a task. */
@Singleton
record TaskDone() implements CreditRule {
    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.TaskDone done)) return List.of();
        return List.of(new Transfer(
                new Account.OfBrand(done.community(), done.brand()),
                new Account.OfMember(done.community(), done.member()),
                done.credit(),
                Transfer.Reason.TASK_DONE,
                done.cause(),
                done.at(),
                Optional.empty()));
    }
}
