package io.tummler.api;

/**
 * Which community, in a platform's own words.
 *
 * @param platform the {@link ChatPlatform#name()}
 * @param id the platform's id, for Discord the guild's snowflake
 */
public record CommunityRef(String platform, String id) {}
