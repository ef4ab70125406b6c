package io.tummler.credit.rules;

import io.tummler.api.Account;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.Settings;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credit that lay unused for too long goes, a little each day, so that it stands for what was done of late. */
@Singleton
record Expiry(Settings settings) implements CreditRule {
    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.DayBegun begun)) return List.of();
        CreditSettings credits = settings.of(begun.community()).section(CreditSettings.class);
        return history.leftOver(begun.community(), begun.at().minus(credits.expiresAfter())).entrySet().stream()
                .filter(left -> left.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(left -> new Transfer(
                        new Account.OfMember(begun.community(), left.getKey()),
                        new Account.Expired(begun.community()),
                        left.getValue(),
                        Transfer.Reason.EXPIRED,
                        begun.cause(),
                        begun.at(),
                        Optional.empty()))
                .toList();
    }
}
