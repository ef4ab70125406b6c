package io.tummler.credit.rules;

import io.tummler.api.Account;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.Settings;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Whoever brought two others together earns, once they connect. */
@Singleton
record Brokered(Settings settings) implements CreditRule {
    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.Brokered brokered)) return List.of();
        return List.of(new Transfer(
                new Account.OfCommunity(brokered.community()),
                new Account.OfMember(brokered.community(), brokered.broker()),
                settings.of(brokered.community()).section(CreditSettings.class).brokered(),
                Transfer.Reason.BROKERED,
                brokered.cause(),
                brokered.at(),
                Optional.empty()));
    }
}
