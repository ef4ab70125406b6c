package io.tummler.api;

/**
 * Which person, in a platform's own words. In a sentence it prints as a mention that notifies nobody.
 *
 * @param platform the {@link ChatPlatform#name()}
 * @param id the platform's id, for Discord the user's snowflake
 */
public record PersonRef(String platform, String id) {}
