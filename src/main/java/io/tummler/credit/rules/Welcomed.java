package io.tummler.credit.rules;

import static io.tummler.api.Transfer.Reason.CONNECTED;
import static io.tummler.api.Transfer.Reason.WELCOMED;

import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.MemberId;
import io.tummler.api.Settings;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whoever helps somebody new in their first introduction earns more by it: promised when they meet, booked when the one
 * who is new says that it helped. Whether it was the first is known when they meet, so it can only be promised then.
 */
@Singleton
record Welcomed(Settings settings) implements CreditRule {
    @Override
    public List<Promise> promise(Happening happening, History history) {
        if (!(happening instanceof Happening.Connected met)) return List.of();
        return Stream.of(
                        welcomed(met, met.asker(), met.helper(), history),
                        welcomed(met, met.helper(), met.asker(), history))
                .flatMap(List::stream)
                .map(transfer -> new Promise(transfer, met.until()))
                .toList();
    }

    private List<Transfer> welcomed(Happening.Connected met, MemberId newcomer, MemberId by, History history) {
        if (history.countTo(CONNECTED, newcomer, Instant.EPOCH) > 0) return List.of();
        return earned(met, Happening.Helped.cause(met.introduction(), newcomer), newcomer, by, history);
    }

    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.Helped said)) return List.of();
        return earned(said, said.cause(), said.asker(), said.helper(), history).stream()
                .filter(history::wasPromised)
                .toList();
    }

    private List<Transfer> earned(
            Happening happening, String cause, MemberId newcomer, MemberId welcoming, History history) {
        CreditSettings credits = settings.of(happening.community()).section(CreditSettings.class);
        return Earned.by(happening, cause, WELCOMED, welcoming, newcomer, credits.welcomed(), credits, history);
    }
}
