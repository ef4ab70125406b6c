package io.tummler.chat;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.store.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** A command or a press, from before it is acknowledged; the payload is there until it is done. */
@Entity
@Table(name = "interaction")
class InteractionRow extends PanacheEntityBase {
    @Id
    String id;

    @Type(EncryptedText.class)
    @Nullable String payload;

    @Column(name = "received_at", nullable = false)
    Instant receivedAt;

    @Column(name = "done_at")
    @Nullable Instant doneAt;

    boolean acknowledged;

    protected InteractionRow() {}

    InteractionRow(String id, @Nullable String payload, Instant receivedAt) {
        this.id = id;
        this.payload = payload;
        this.receivedAt = receivedAt;
    }
}
