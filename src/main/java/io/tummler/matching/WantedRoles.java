package io.tummler.matching;

import io.tummler.api.Policy;
import io.tummler.api.RoleRef;
import io.tummler.api.Wanted;
import io.tummler.api.Wants;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The roles on which the rules of {@code matching.yaml} depend. */
@Singleton
class WantedRoles implements Wants {
    private static final String SECTION = "matching";

    @Override
    public List<Wanted> of(Policy policy) {
        var settings = policy.section(MatchingSettings.class);
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < settings.neverTogether().size(); i++) {
            var apart = settings.neverTogether().get(i);
            add(wanted, "never-together[" + i + "].one", apart.one());
            add(wanted, "never-together[" + i + "].other", apart.other());
        }
        settings.minorsRole().ifPresent(role -> wanted.add(new Wanted.Role(SECTION, "minors-role", role)));
        return wanted;
    }

    private static void add(List<Wanted> wanted, String key, List<RoleRef> roles) {
        for (int i = 0; i < roles.size(); i++) wanted.add(new Wanted.Role(SECTION, key + "[" + i + "]", roles.get(i)));
    }
}
