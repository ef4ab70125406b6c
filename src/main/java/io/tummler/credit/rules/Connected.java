package io.tummler.credit.rules;

import io.tummler.api.Account;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.MemberId;
import io.tummler.api.Settings;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Both sides of an introduction earn by saying yes to it. */
@Singleton
record Connected(Settings settings) implements CreditRule {
    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.Connected connected)) return List.of();
        if (connected.asker().equals(connected.helper())) return List.of();
        return List.of(
                transfer(connected, connected.asker(), connected.helper()),
                transfer(connected, connected.helper(), connected.asker()));
    }

    private Transfer transfer(Happening.Connected connected, MemberId to, MemberId by) {
        return new Transfer(
                new Account.OfCommunity(connected.community()),
                new Account.OfMember(connected.community(), to),
                settings.of(connected.community()).section(CreditSettings.class).connected(),
                Transfer.Reason.CONNECTED,
                connected.cause(),
                connected.at(),
                Optional.of(by));
    }
}
