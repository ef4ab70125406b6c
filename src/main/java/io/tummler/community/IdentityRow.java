package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one link from a member to a person. */
@Entity
@Table(name = "identity")
class IdentityRow extends PanacheEntityBase {
    /** Whoever was seen is not looked for for so long. */
    private static final Duration SEEN_LASTS = Duration.ofDays(7);

    private static final Duration FRESH = Duration.ofDays(1);

    @Id
    @Column(name = "member_id")
    UUID memberId;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    @Column(name = "person_id", nullable = false)
    String personId;

    /** When the platform is asked next whether this person is still there. */
    @Column(name = "check_at", nullable = false)
    Instant checkAt;

    /** Since when it says no. */
    @Column(name = "gone_since")
    @Nullable Instant goneSince;

    /** In which the platform was used last, by its ISO 639 code. */
    @Nullable String language;

    protected IdentityRow() {}

    IdentityRow(UUID memberId, UUID communityId, String personId, Instant now) {
        this.memberId = memberId;
        this.communityId = communityId;
        this.personId = personId;
        this.checkAt = now.plus(SEEN_LASTS);
    }

    /** Is there, as somebody who does something is. Costs no write where that is known since less than a day ago. */
    void seen(Instant now) {
        goneSince = null;
        if (now.plus(SEEN_LASTS).minus(FRESH).isAfter(checkAt)) checkAt = now.plus(SEEN_LASTS);
    }

    /** Since when. */
    Instant gone(Instant now) {
        Instant since = goneSince == null ? now : goneSince;
        goneSince = since;
        return since;
    }
}
