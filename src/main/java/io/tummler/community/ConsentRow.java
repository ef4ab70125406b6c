package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.Purpose;
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

@Entity
@Table(name = "consent")
@IdClass(ConsentRow.Key.class)
class ConsentRow extends PanacheEntityBase {
    @Id
    @Column(name = "member_id")
    UUID memberId;

    @Id
    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Column(name = "given_at", nullable = false)
    Instant givenAt;

    /** The purpose's, at that time. */
    int version;

    protected ConsentRow() {}

    ConsentRow(UUID memberId, Purpose purpose, Instant givenAt) {
        this.memberId = memberId;
        this.purpose = purpose;
        renew(givenAt);
    }

    /** To the purpose as it stands now. */
    final void renew(Instant now) {
        givenAt = now;
        version = purpose.version();
    }

    /** Whether it is to the purpose as it stands now, and not to one that covered something else. */
    boolean holds() {
        return version >= purpose.version();
    }

    /** A plain class, for Hibernate makes keys by their empty constructor. */
    @SuppressWarnings("NullAway.Init")
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private UUID memberId;
        private Purpose purpose;

        protected Key() {}

        Key(UUID memberId, Purpose purpose) {
            this.memberId = memberId;
            this.purpose = purpose;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.memberId.equals(memberId) && key.purpose == purpose;
        }

        @Override
        public int hashCode() {
            return Objects.hash(memberId, purpose);
        }
    }
}
