package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.MemberId;
import io.tummler.api.Purpose;
import io.tummler.store.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Type;

/** A consent that was given, or taken back. */
@Entity
@Table(name = "consent_event")
class ConsentEventRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "member_id", nullable = false)
    UUID memberId;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    int version;

    @Column(nullable = false)
    Instant at;

    boolean given;

    /** What stood above the button; empty where nobody knows, and of what was taken back. */
    @Column(nullable = false)
    @Type(EncryptedText.class)
    String shown;

    protected ConsentEventRow() {}

    ConsentEventRow(UUID id, MemberId member, Purpose purpose, int version, Instant at, boolean given, String shown) {
        this.id = id;
        this.memberId = member.value();
        this.purpose = purpose;
        this.version = version;
        this.at = at;
        this.given = given;
        this.shown = shown;
    }
}
