package io.tummler.api;

/** An account of a community's ledger. */
public sealed interface Account {
    CommunityId community();

    record OfMember(CommunityId community, MemberId member) implements Account {}

    /** What a brand pays for tasks from. */
    record OfBrand(CommunityId community, String brand) implements Account {}

    /** Where credit comes from: it goes as far below zero as all others are above. */
    record OfCommunity(CommunityId community) implements Account {}
}
