package io.tummler.credit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.RoleRef;
import io.tummler.api.Section;
import java.time.Duration;
import java.util.List;

/** {@code bot-config/reciprocity.yaml}. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("reciprocity")
record ReciprocitySettings(
        @Section.Key(
                value = "The roles whose members' word counts in full from the outset, besides that of moderators.",
                or = "[]")
        List<RoleRef> trustedRoles,

        @Section.Key(
                value = "After how long the word of a member counts in full whom many are known to thank.",
                or = "180 days",
                least = "30 days",
                most = "3650 days",
                wholeDays = true)
        Duration longStanding,

        @Section.Key(
                value =
                        "How many of the members that came first, and still say who helps, count as trusted while there are fewer.",
                or = "5",
                min = 1,
                max = 50)
        int firstMembers) {
    ReciprocitySettings {
        trustedRoles = List.copyOf(trustedRoles);
    }
}
