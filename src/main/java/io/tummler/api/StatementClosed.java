package io.tummler.api;

/** A CDI event: this need or offer no longer stands. */
public record StatementClosed(CommunityId community, StatementId statement) {}
