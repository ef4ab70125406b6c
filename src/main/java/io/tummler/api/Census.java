package io.tummler.api;

/** CDI event, in a transaction and at most once a minute: count what you keep, for the metrics. */
public record Census() {}
