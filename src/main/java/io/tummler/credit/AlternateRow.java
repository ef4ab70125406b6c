package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An account of somebody who has several. */
@Entity
@Table(name = "alternate")
class AlternateRow {
    @Id
    @Column(name = "member_id")
    UUID memberId;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    /** One of the accounts, the same for all of them. */
    @Column(nullable = false)
    UUID person;

    protected AlternateRow() {}

    AlternateRow(CommunityId community, MemberId member, UUID person) {
        this.communityId = community.value();
        this.memberId = member.value();
        this.person = person;
    }
}
