package io.tummler.credit.rules;

import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.MemberId;
import io.tummler.api.Settings;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Both sides of an introduction earn by saying yes to it. */
@Singleton
record Connected(Settings settings) implements CreditRule {
    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.Connected connected)) return List.of();
        return Stream.of(
                        earned(connected, connected.asker(), connected.helper(), history),
                        earned(connected, connected.helper(), connected.asker(), history))
                .flatMap(List::stream)
                .toList();
    }

    private List<Transfer> earned(Happening.Connected connected, MemberId to, MemberId by, History history) {
        CreditSettings credits = settings.of(connected.community()).section(CreditSettings.class);
        return Earned.by(connected, Transfer.Reason.CONNECTED, to, by, credits.connected(), credits, history);
    }
}
