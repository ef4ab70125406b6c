package io.tummler.introduction;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much a member wants to be asked; no row for whoever did not say, and left nothing unanswered. */
@Entity
@Table(name = "restraint")
class RestraintRow extends PanacheEntityBase {
    @Id
    @Column(name = "member_id")
    UUID memberId;

    /** Since when nothing is asked; null without a pause. */
    @Column(name = "paused_at")
    @Nullable Instant pausedAt;

    /** When the pause ends by itself; null where it ends when the member says so. */
    @Column(name = "resumes_at")
    @Nullable Instant resumesAt;

    /** How often the member wants to be asked in seven days at most; null where that is for the moderators to say. */
    @Column(name = "at_most")
    @Nullable Integer atMost;

    /** Askings in a row that the member left unanswered. */
    int unanswered;

    protected RestraintRow() {}

    RestraintRow(MemberId member) {
        this.memberId = member.value();
    }

    boolean isPaused(Instant at) {
        return pausedAt != null && (resumesAt == null || resumesAt.isAfter(at));
    }
}
