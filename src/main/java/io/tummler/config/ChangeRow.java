package io.tummler.config;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of what holds in a community, that took effect. */
@Entity
@Table(name = "config_change")
class ChangeRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    @Column(nullable = false)
    Instant at;

    /** JSON of {@link Effective.Changed}. */
    @Column(name = "changes", columnDefinition = "text", nullable = false)
    String changes;

    @Column(name = "commit_id")
    @Nullable String commitId;

    @Column(name = "commit_author")
    @Nullable String commitAuthor;

    @Column(name = "commit_subject")
    @Nullable String commitSubject;

    /** Who ran the command that did it. */
    @Column(name = "member_id")
    @Nullable UUID memberId;

    protected ChangeRow() {}

    ChangeRow(UUID id, UUID communityId, Instant at, String changes) {
        this.id = id;
        this.communityId = communityId;
        this.at = at;
        this.changes = changes;
    }
}
