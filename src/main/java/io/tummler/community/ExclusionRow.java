package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.store.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Type;

/** Somebody, or a role, that a member does not want to be brought together with. */
@Entity
@Table(name = "exclusion")
class ExclusionRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    @Column(name = "member_id", nullable = false)
    UUID memberId;

    @Column(nullable = false)
    @Type(EncryptedText.class)
    String what;

    @Column(name = "made_at", nullable = false)
    Instant madeAt;

    protected ExclusionRow() {}

    ExclusionRow(UUID id, CommunityId community, MemberId member, Excluded excluded, Instant madeAt) {
        this.id = id;
        this.communityId = community.value();
        this.memberId = member.value();
        this.what = excluded.written();
        this.madeAt = madeAt;
    }

    Excluded excluded() {
        return Excluded.read(what);
    }
}
