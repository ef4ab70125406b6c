package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Why a member's word counts from the outset. */
@Entity
@Table(name = "trusted")
class TrustedRow {
    @Id
    @Column(name = "member_id")
    UUID memberId;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    /** Managed the community, when last seen. */
    @Column(nullable = false)
    boolean moderator;

    /** Had a role that moderators trust, when last seen. */
    @Column(name = "by_role", nullable = false)
    boolean byRole;

    protected TrustedRow() {}

    TrustedRow(CommunityId community, MemberId member) {
        this.communityId = community.value();
        this.memberId = member.value();
    }
}
