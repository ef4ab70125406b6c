package io.tummler.api;

import java.util.List;

/**
 * Tells what an engine's sections take for granted on the platform, for {@link PlatformCheck} to look whether it is there.
 * A bean, without state, of every engine that has a key which names a channel or a role.
 */
public interface Wants {
    List<Wanted> of(Policy policy);
}
