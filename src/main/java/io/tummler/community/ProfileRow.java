package io.tummler.community;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.MemberId;
import io.tummler.api.Profile;
import io.tummler.api.QuietHours;
import io.tummler.api.Wording;
import io.tummler.store.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** What a member says of themselves; no row for whoever says nothing. */
@Entity
@Table(name = "profile")
class ProfileRow extends PanacheEntityBase {
    @Id
    @Column(name = "member_id")
    UUID memberId;

    @Type(EncryptedText.class)
    @Nullable String trade;

    @Type(EncryptedText.class)
    @Nullable String territory;

    @Column(name = "time_zone")
    @Type(EncryptedText.class)
    @Nullable String timeZone;

    /** With {@link #quietUntil} or not at all. */
    @Column(name = "quiet_from")
    @Nullable Integer quietFrom;

    @Column(name = "quiet_until")
    @Nullable Integer quietUntil;

    /** By its ISO 639 code. */
    @Nullable String language;

    protected ProfileRow() {}

    ProfileRow(MemberId member) {
        this.memberId = member.value();
    }

    void write(Profile profile) {
        trade = profile.trade().map(Wording::text).orElse(null);
        territory = profile.territory().map(Wording::text).orElse(null);
        timeZone = profile.timeZone().map(ZoneId::getId).orElse(null);
        quietFrom = profile.quietHours().map(QuietHours::from).orElse(null);
        quietUntil = profile.quietHours().map(QuietHours::until).orElse(null);
        language = profile.language().map(Locale::getLanguage).orElse(null);
    }

    Profile profile() {
        return new Profile(
                Optional.ofNullable(trade).map(Wording::new),
                Optional.ofNullable(territory).map(Wording::new),
                Optional.ofNullable(timeZone).map(ZoneId::of),
                quietFrom == null || quietUntil == null
                        ? Optional.empty()
                        : Optional.of(new QuietHours(quietFrom, quietUntil)),
                Optional.ofNullable(language).map(Locale::of));
    }
}
