package io.tummler.api;

/**
 * Which person, in a platform's own words.
 *
 * @param platform the {@link ChatPlatform#name()}
 * @param id the platform's id, for Discord the user's snowflake
 */
public record PersonRef(String platform, String id) {}
