package io.tummler.chat;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.MemberId;
import io.tummler.store.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** Something to say; the body is there until it has been said. */
@Entity
@Table(name = "outbox")
class OutboxRow extends PanacheEntityBase {
    enum Kind {
        ANSWER,
        NOTE,
        /** A note that is dropped where it can't be delivered. */
        WHISPER,
        THREAD,
        /** To the moderators. */
        POST,
        /** To everybody. */
        PUBLIC
    }

    enum State {
        PENDING,
        /** A note whose member can't or won't be written to: it stands in {@code /me}. */
        WAITING,
        DONE,
        /** Given up; it stands here for the operator to see. */
        DEAD
    }

    @Id
    UUID id;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    /** To whom it goes, or for whom it is. */
    @Column(name = "member_id")
    @Nullable UUID memberId;

    /** Of a thread, its introduction; of a note, what it is taken back by. */
    @Nullable UUID subject;

    /** Of a whisper, what else it is taken back by. */
    @Column(name = "also_about")
    @Nullable UUID alsoAbout;

    /** Whether it asks its member something, and waits until that one may be asked. */
    boolean asks;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Type(EncryptedText.class)
    @Nullable String body;

    @Enumerated(EnumType.STRING)
    State state;

    int attempts;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "next_at", nullable = false)
    Instant nextAt;

    protected OutboxRow() {}

    OutboxRow(
            UUID id,
            UUID communityId,
            @Nullable UUID memberId,
            @Nullable UUID subject,
            Kind kind,
            String body,
            Instant now) {
        this.id = id;
        this.communityId = communityId;
        this.memberId = memberId;
        this.subject = subject;
        this.kind = kind;
        this.body = body;
        this.state = State.PENDING;
        this.createdAt = now;
        this.nextAt = now;
    }

    /** To whom it goes; a note and an answer have one. */
    MemberId recipient() {
        return new MemberId(Objects.requireNonNull(memberId));
    }
}
