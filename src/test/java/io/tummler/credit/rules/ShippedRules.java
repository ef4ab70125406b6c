package io.tummler.credit.rules;

import io.tummler.api.CreditRule;
import io.tummler.api.Settings;
import io.tummler.credit.Fakes.FakeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The rules that ship, as they are without a file of settings. */
public final class ShippedRules {
    static final CreditSettings DEFAULTS = new CreditSettings(1, 5, 1, 2, 5, Duration.ofDays(7));

    private ShippedRules() {}

    public static List<CreditRule> all() {
        return all(new FakeSettings(DEFAULTS, Map.of()));
    }

    private static List<CreditRule> all(Settings settings) {
        return List.of(
                new Connected(settings),
                new Helped(settings),
                new Thanked(settings),
                new Brokered(settings),
                new TaskDone());
    }
}
