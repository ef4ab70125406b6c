package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.Allowance;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a member did something that may be done only so often. */
@Entity
@Table(name = "recent_act")
class RecentActRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    @Column(name = "member_id", nullable = false)
    UUID memberId;

    @Enumerated(EnumType.STRING)
    Allowance.Act act;

    @Column(name = "done_at", nullable = false)
    Instant doneAt;

    protected RecentActRow() {
        this.act = Allowance.Act.ASKING;
    }

    RecentActRow(UUID id, CommunityId community, MemberId member, Allowance.Act act, Instant doneAt) {
        this.id = id;
        this.communityId = community.value();
        this.memberId = member.value();
        this.act = act;
        this.doneAt = doneAt;
    }
}
