package io.tummler.community;

import io.tummler.api.Attendance;
import io.tummler.api.ChatPlatform.Presence;
import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.MemberId;
import io.tummler.api.PersonRef;
import io.tummler.api.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who is still there, in the database: the members by their identities, and the communities. */
@ApplicationScoped
class KnownAttendance implements Attendance {
    /** Whoever is gone may come back, and a platform that could not tell may tell then. */
    private static final Duration AGAIN_AFTER = Duration.ofDays(1);

    private final KnownMembers members;
    private final Forget forget;
    private final Settings settings;
    private final Clock clock;
    private final Duration removedKept;

    @Inject
    KnownAttendance(
            KnownMembers members,
            Forget forget,
            Settings settings,
            Clock clock,
            @ConfigProperty(name = "tummler.privacy.removed-kept", defaultValue = "P30D") Duration removedKept) {
        this.members = members;
        this.forget = forget;
        this.settings = settings;
        this.clock = clock;
        this.removedKept = removedKept;
    }

    @Override
    @Transactional
    public List<Missed> missed(Predicate<CommunityRef> served, int most) {
        // Not the first of all of them: whom another process serves could stand before all others while that one is
        // down.
        List<UUID> theirs = CommunityRow.<CommunityRow>list("removedAt is null").stream()
                .filter(row -> served.test(row.ref()))
                .map(row -> row.id)
                .toList();
        return IdentityRow.<IdentityRow>find(
                        "checkAt <= ?1 and communityId in ?2 order by checkAt, memberId", clock.instant(), theirs)
                .page(0, most)
                .stream()
                .map(this::missed)
                .toList();
    }

    private Missed missed(IdentityRow row) {
        CommunityRef community = members.ref(new CommunityId(row.communityId));
        return new Missed(community, new MemberId(row.memberId), new PersonRef(community.platform(), row.personId));
    }

    @Override
    @Transactional
    public void found(MemberId member, Presence presence) {
        IdentityRow row = IdentityRow.findById(member.value());
        if (row == null) return;
        Instant now = clock.instant();
        switch (presence) {
            case PRESENT -> row.seen(now);
            case UNKNOWN -> row.checkAt = now.plus(AGAIN_AFTER);
            case GONE -> {
                row.checkAt = now.plus(AGAIN_AFTER);
                if (!row.gone(now).plus(kept(row)).isAfter(now)) forget.forget(member);
            }
        }
    }

    private Duration kept(IdentityRow row) {
        return settings.of(new CommunityId(row.communityId))
                .section(PrivacySettings.class)
                .forgetAfterLeaving();
    }

    @Override
    @Transactional
    public void removed(CommunityRef community) {
        KnownMembers.row(community).ifPresent(row -> {
            if (row.removedAt == null) row.removedAt = clock.instant();
        });
    }

    @Override
    @Transactional
    public List<CommunityId> expired(Predicate<CommunityRef> served) {
        return CommunityRow.<CommunityRow>list(
                        "removedAt <= ?1 order by removedAt, id",
                        clock.instant().minus(removedKept))
                .stream()
                .filter(row -> served.test(row.ref()))
                .map(row -> new CommunityId(row.id))
                .toList();
    }
}
