package io.tummler.credit.rules;

import io.tummler.api.CreditRule;
import io.tummler.api.Members;
import io.tummler.api.Settings;
import io.tummler.api.Sponsor;
import io.tummler.credit.Fakes.FakeMembers;
import io.tummler.credit.Fakes.FakeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The rules that ship, as they are without a file of settings. */
public final class ShippedRules {
    static final CreditSettings DEFAULTS =
            new CreditSettings(1, 5, 1, 2, 2, 1, 1, 5, Duration.ofDays(7), Duration.ofDays(90), Duration.ofDays(365));

    private ShippedRules() {}

    public static List<CreditRule> all() {
        return all(new FakeMembers());
    }

    public static List<CreditRule> all(Members members) {
        return all(members, List.of());
    }

    static List<CreditRule> all(Members members, List<Sponsor> sponsors) {
        Settings settings = new FakeSettings(DEFAULTS, Map.of());
        return List.of(
                new Connected(settings),
                new Helped(settings),
                new Welcomed(settings),
                new Thanked(settings, members),
                new Brokered(settings),
                new Sponsored(settings, sponsors),
                new Expiry(settings),
                new TaskDone());
    }
}
