package io.tummler.credit.rules;

import io.tummler.api.Account;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.Settings;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Whoever helped earns, once the one who was helped says so. */
@Singleton
record Helped(Settings settings) implements CreditRule {
    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.Helped helped)) return List.of();
        if (helped.asker().equals(helped.helper())) return List.of();
        return List.of(new Transfer(
                new Account.OfCommunity(helped.community()),
                new Account.OfMember(helped.community(), helped.helper()),
                settings.of(helped.community()).section(CreditSettings.class).helped(),
                Transfer.Reason.HELPED,
                helped.cause(),
                helped.at(),
                Optional.of(helped.asker())));
    }
}
