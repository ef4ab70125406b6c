package io.tummler.config;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What held in a community when it was last looked at. */
@Entity
@Table(name = "config_effective")
class EffectiveRow extends PanacheEntityBase {
    @Id
    @Column(name = "community_id")
    UUID communityId;

    /** JSON of {@link Effective}. */
    @Column(name = "settings", columnDefinition = "text", nullable = false)
    String settings;

    protected EffectiveRow() {}

    EffectiveRow(UUID communityId, String settings) {
        this.communityId = communityId;
        this.settings = settings;
    }
}
