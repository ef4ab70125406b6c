package io.tummler.credit;

import io.tummler.api.Policy;
import io.tummler.api.RoleRef;
import io.tummler.api.Wanted;
import io.tummler.api.Wants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** The roles whose members are trusted by {@code reciprocity.yaml}. */
@Singleton
class WantedRoles implements Wants {
    @Override
    public List<Wanted> of(Policy policy) {
        List<RoleRef> trusted = policy.section(ReciprocitySettings.class).trustedRoles();
        return IntStream.range(0, trusted.size())
                .<Wanted>mapToObj(at -> new Wanted.Role("reciprocity", "trusted-roles[" + at + "]", trusted.get(at)))
                .toList();
    }
}
