package io.tummler.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.RoleRef;
import io.tummler.api.Wanted;
import io.tummler.config.FixedSettings;
import io.tummler.config.Sections;
import io.tummler.matching.MatchingSettings.Apart;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WantedRolesTest {
    private static List<Wanted> wanted(List<Apart> neverTogether, Optional<RoleRef> minorsRole) {
        MatchingSettings shipped = Sections.defaults(MatchingSettings.class);
        return new WantedRoles()
                .of(new FixedSettings(new MatchingSettings(
                        shipped.minimumScore(),
                        shipped.needsLast(),
                        shipped.offersLast(),
                        shipped.trades(),
                        shipped.conflicts(),
                        shipped.sameTrade(),
                        neverTogether,
                        minorsRole,
                        shipped.statementsADay())));
    }

    @Test
    void each_role_of_a_rule_is_wanted_by_its_place() {
        var staff = new RoleRef("Corner Oven staff");
        var supplier = new RoleRef("Supplier");
        var press = new RoleRef("Press");
        var minors = new RoleRef("Under 18");
        assertThat(wanted(List.of(new Apart(List.of(staff), List.of(supplier, press))), Optional.of(minors)))
                .containsExactly(
                        new Wanted.Role("matching", "never-together[0].one[0]", staff),
                        new Wanted.Role("matching", "never-together[0].other[0]", supplier),
                        new Wanted.Role("matching", "never-together[0].other[1]", press),
                        new Wanted.Role("matching", "minors-role", minors));
    }

    @Test
    void without_rules_by_role_none_is_wanted() {
        assertThat(wanted(List.of(), Optional.empty())).isEmpty();
    }
}
