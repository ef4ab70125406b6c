package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.CommunityRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "community")
class CommunityRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(nullable = false)
    String platform;

    @Column(name = "platform_id", nullable = false)
    String platformId;

    @Column(nullable = false)
    String name;

    protected CommunityRow() {}

    CommunityRow(UUID id, CommunityRef ref, String name) {
        this.id = id;
        this.platform = ref.platform();
        this.platformId = ref.id();
        this.name = name;
    }

    CommunityRef ref() {
        return new CommunityRef(platform, platformId);
    }
}
