package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "member")
class MemberRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    @Column(nullable = false)
    Instant since;

    protected MemberRow() {}

    MemberRow(UUID id, UUID communityId, Instant since) {
        this.id = id;
        this.communityId = communityId;
        this.since = since;
    }
}
