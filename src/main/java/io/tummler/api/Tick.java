package io.tummler.api;

import java.time.Instant;

/** A CDI event: time has passed in a community. Engines look here whether anything is due; nothing else wakes them. */
public record Tick(CommunityId community, Instant now) {}
