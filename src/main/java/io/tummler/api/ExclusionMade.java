package io.tummler.api;

/** A CDI event: from now on this member is {@link Exclusions#apart apart} from somebody more. */
public record ExclusionMade(CommunityId community, MemberId member) {}
