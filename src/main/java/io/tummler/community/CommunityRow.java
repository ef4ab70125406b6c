package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.CommunityRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** Since when the bot is there no longer. */
    @Column(name = "removed_at")
    @Nullable Instant removedAt;

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
