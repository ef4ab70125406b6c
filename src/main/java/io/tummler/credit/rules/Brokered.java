package io.tummler.credit.rules;

import static io.tummler.api.Transfer.Reason.BROKERED;

import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.IntroductionId;
import io.tummler.api.MemberId;
import io.tummler.api.Settings;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.util.List;

/** Whoever brought two others together earns, once the first of them says that it helped. */
@Singleton
record Brokered(Settings settings) implements CreditRule {
    @Override
    public List<Promise> promise(Happening happening, History history) {
        if (!(happening instanceof Happening.Connected met)) return List.of();
        // One of both words is enough. Whose comes first is not known yet, so it is put down as the asker's until then.
        return met.broker().stream()
                .flatMap(broker -> earned(met, met.introduction(), broker, met.asker(), history).stream())
                .map(transfer -> new Promise(transfer, met.until()))
                .toList();
    }

    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.Helped said)) return List.of();
        return said.broker().stream()
                .flatMap(broker -> earned(said, said.introduction(), broker, said.asker(), history).stream())
                .toList();
    }

    private List<Transfer> earned(
            Happening happening, IntroductionId introduction, MemberId broker, MemberId by, History history) {
        CreditSettings credits = settings.of(happening.community()).section(CreditSettings.class);
        return Earned.by(
                happening, "brokered:" + introduction, BROKERED, broker, by, credits.brokered(), credits, history);
    }
}
