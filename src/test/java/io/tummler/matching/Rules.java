package io.tummler.matching;

import io.tummler.api.RoleRef;
import io.tummler.config.Sections;
import java.util.List;
import java.util.Optional;

/** What moderators may have written in {@code matching.yaml}, the rest of it as by default. */
public final class Rules {
    private Rules() {}

    public static Record conflict(String one, String other) {
        MatchingSettings defaults = Sections.defaults(MatchingSettings.class);
        return new MatchingSettings(
                defaults.minimumScore(),
                defaults.needsLast(),
                defaults.offersLast(),
                List.of(new MatchingSettings.Trade(one, List.of()), new MatchingSettings.Trade(other, List.of())),
                List.of(new MatchingSettings.Conflict(List.of(one, other), MatchingSettings.Where.EVERYWHERE)),
                defaults.sameTrade(),
                List.of(),
                Optional.empty(),
                defaults.statementsADay());
    }

    public static Record minors(String role) {
        MatchingSettings defaults = Sections.defaults(MatchingSettings.class);
        return new MatchingSettings(
                defaults.minimumScore(),
                defaults.needsLast(),
                defaults.offersLast(),
                List.of(),
                List.of(),
                defaults.sameTrade(),
                List.of(),
                Optional.of(new RoleRef(role)),
                defaults.statementsADay());
    }
}
