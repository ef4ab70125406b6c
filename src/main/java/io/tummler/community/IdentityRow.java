package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one link from a member to a person. */
@Entity
@Table(name = "identity")
class IdentityRow extends PanacheEntityBase {
    @Id
    @Column(name = "member_id")
    UUID memberId;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    @Column(name = "person_id", nullable = false)
    String personId;

    /** In which the platform was used last, by its ISO 639 code. */
    @Nullable String language;

    protected IdentityRow() {}

    IdentityRow(UUID memberId, UUID communityId, String personId) {
        this.memberId = memberId;
        this.communityId = communityId;
        this.personId = personId;
    }
}
