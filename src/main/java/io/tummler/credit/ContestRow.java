package io.tummler.credit;

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
import org.jspecify.annotations.Nullable;

/** What a member holds to be wrong about their credit or reciprocity, and what moderators answered; of each member the last. */
@Entity
@Table(name = "contest")
class ContestRow {
    @Id
    @Column(name = "member_id")
    UUID memberId;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    @Column(nullable = false)
    @Type(EncryptedText.class)
    String words;

    @Column(name = "made_at", nullable = false)
    Instant madeAt;

    /** Empty until it is answered. */
    @Column(nullable = false)
    @Type(EncryptedText.class)
    String answer;

    @Column(name = "answered_at")
    @Nullable Instant answeredAt;

    protected ContestRow() {}

    ContestRow(CommunityId community, MemberId member, String words, Instant madeAt) {
        this.communityId = community.value();
        this.memberId = member.value();
        this.words = words;
        this.madeAt = madeAt;
        this.answer = "";
    }

    boolean isOpen() {
        return answeredAt == null;
    }
}
