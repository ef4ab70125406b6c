package io.tummler.chat;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How often the bot would have spoken in a community since then. */
@Entity
@Table(name = "unsaid")
@IdClass(UnsaidRow.Key.class)
class UnsaidRow extends PanacheEntityBase {
    @Id
    @Column(name = "community_id")
    UUID communityId;

    @Id
    @Enumerated(EnumType.STRING)
    OutboxRow.Kind kind;

    long times;

    @Column(nullable = false)
    Instant since;

    protected UnsaidRow() {}

    UnsaidRow(UUID communityId, OutboxRow.Kind kind, Instant since) {
        this.communityId = communityId;
        this.kind = kind;
        this.since = since;
    }

    /** A plain class, for Hibernate makes keys by their empty constructor. */
    @SuppressWarnings("NullAway.Init")
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private UUID communityId;
        private OutboxRow.Kind kind;

        protected Key() {}

        Key(UUID communityId, OutboxRow.Kind kind) {
            this.communityId = communityId;
            this.kind = kind;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.communityId.equals(communityId) && key.kind == kind;
        }

        @Override
        public int hashCode() {
            return Objects.hash(communityId, kind);
        }
    }
}
