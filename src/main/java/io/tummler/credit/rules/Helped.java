package io.tummler.credit.rules;

import static io.tummler.api.Transfer.Reason.HELPED;
import static io.tummler.api.Transfer.Reason.SAID_SO;

import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.IntroductionId;
import io.tummler.api.MemberId;
import io.tummler.api.Settings;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whoever helped earns, once the one who was helped says so: promised when they meet, booked at the check-in. And whoever
 * says so earns a little, for else the reward for helping would be lost to those who are helped.
 */
@Singleton
record Helped(Settings settings) implements CreditRule {
    @Override
    public List<Promise> promise(Happening happening, History history) {
        if (!(happening instanceof Happening.Connected met)) return List.of();
        return Stream.of(
                        helped(met, met.asker(), met.helper(), history),
                        helped(met, met.helper(), met.asker(), history))
                .flatMap(List::stream)
                .map(transfer -> new Promise(transfer, met.until()))
                .toList();
    }

    private List<Transfer> helped(Happening.Connected met, MemberId asker, MemberId helper, History history) {
        return helped(met, met.introduction(), asker, helper, history);
    }

    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.Helped said)) return List.of();
        CreditSettings credits = settings.of(said.community()).section(CreditSettings.class);
        return Stream.of(
                        helped(said, said.introduction(), said.asker(), said.helper(), history),
                        Earned.by(said, SAID_SO, said.asker(), said.helper(), credits.saidSo(), credits, history))
                .flatMap(List::stream)
                .toList();
    }

    private List<Transfer> helped(
            Happening happening, IntroductionId introduction, MemberId asker, MemberId helper, History history) {
        CreditSettings credits = settings.of(happening.community()).section(CreditSettings.class);
        String cause = Happening.Helped.cause(introduction, asker);
        return Earned.by(happening, cause, HELPED, helper, asker, credits.helped(), credits, history);
    }
}
