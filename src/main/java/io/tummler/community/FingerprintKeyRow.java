package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.store.EncryptedText;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Type;

/** The one key of this installation. */
@Entity
@Table(name = "fingerprint_key")
class FingerprintKeyRow extends PanacheEntityBase {
    @Id
    int id;

    @Type(EncryptedText.class)
    String secret;

    protected FingerprintKeyRow() {
        this("");
    }

    FingerprintKeyRow(String secret) {
        this.id = 1;
        this.secret = secret;
    }
}
