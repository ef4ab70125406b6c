package io.tummler.api;

/**
 * Which channel or thread, in a platform's own words. In a sentence it prints as a link to it.
 *
 * @param id the platform's id
 */
public record PlaceRef(String id) {}
