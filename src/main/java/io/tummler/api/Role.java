package io.tummler.api;

/**
 * A role that members of a community can have on a platform.
 *
 * @param id the platform's id
 * @param name as members see it, without {@code @}
 */
public record Role(String id, String name) {}
