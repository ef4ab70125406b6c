package io.tummler.api;

/**
 * A role that people have in a community, in a platform's own words.
 *
 * @param id the platform's id
 * @param name the name at this moment, without {@code @}
 */
public record Role(String id, String name) {}
