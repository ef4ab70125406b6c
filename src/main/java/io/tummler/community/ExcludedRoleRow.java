package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.store.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Type;

/** Which of the roles that exclusions name a member has and has not. */
@Entity
@Table(name = "excluded_role")
class ExcludedRoleRow extends PanacheEntityBase {
    private static final String HAS = "+";
    private static final String LACKS = "-";

    @Id
    @Column(name = "member_id")
    UUID memberId;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    /** A line for each, its id after a plus for a role that the member has and a minus for one that is lacking. */
    @Column(nullable = false)
    @Type(EncryptedText.class)
    String roles;

    @Column(name = "seen_at", nullable = false)
    Instant seenAt;

    protected ExcludedRoleRow() {}

    ExcludedRoleRow(CommunityId community, MemberId member, Map<String, Boolean> roles, Instant seenAt) {
        this.memberId = member.value();
        this.communityId = community.value();
        write(roles, seenAt);
    }

    final void write(Map<String, Boolean> seen, Instant at) {
        roles = seen.entrySet().stream()
                .map(role -> (role.getValue() ? HAS : LACKS) + role.getKey())
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("\n"));
        seenAt = at;
    }

    Map<String, Boolean> read() {
        return roles.lines().collect(Collectors.toMap(line -> line.substring(1), line -> line.startsWith(HAS)));
    }
}
