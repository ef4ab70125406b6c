package io.tummler.config;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.Mode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "config_brake")
class BrakeRow extends PanacheEntityBase {
    @Id
    @Column(name = "community_id")
    UUID communityId;

    @Enumerated(EnumType.STRING)
    @Column(name = "most")
    Mode mode;

    BrakeRow() {}

    BrakeRow(UUID communityId, Mode mode) {
        this.communityId = communityId;
        this.mode = mode;
    }
}
