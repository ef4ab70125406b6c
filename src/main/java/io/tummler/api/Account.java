package io.tummler.api;

/** An account of a community's ledger. What it holds is the sum of its credits less the sum of its debits. */
public sealed interface Account {
    CommunityId community();

    /** Whether more may be taken from it than it holds. */
    boolean mayBeOverdrawn();

    record OfMember(CommunityId community, MemberId member) implements Account {
        @Override
        public boolean mayBeOverdrawn() {
            return false;
        }
    }

    /** What a brand pays for tasks from; what it is below zero is what the brand owes. */
    record OfBrand(CommunityId community, String brand) implements Account {
        @Override
        public boolean mayBeOverdrawn() {
            return true;
        }
    }

    /** What a brand holds with a member, for it sponsored introductions that helped. */
    record Goodwill(CommunityId community, String brand, MemberId member) implements Account {
        @Override
        public boolean mayBeOverdrawn() {
            return false;
        }
    }

    /** Where credit comes from: it goes as far below zero as all others are above. */
    record OfCommunity(CommunityId community) implements Account {
        @Override
        public boolean mayBeOverdrawn() {
            return true;
        }
    }

    /** Where credit goes that lay unused for too long. */
    record Expired(CommunityId community) implements Account {
        @Override
        public boolean mayBeOverdrawn() {
            return false;
        }
    }
}
