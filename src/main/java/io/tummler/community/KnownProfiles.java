package io.tummler.community;

import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Profile;
import io.tummler.api.Profiles;
import io.tummler.api.QuietHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Members' profiles, which each member sees in {@code /me} and nobody else anywhere. */
@ApplicationScoped
@Transactional
class KnownProfiles implements Profiles, Holding {
    @Override
    public Map<MemberId, Profile> of(Collection<MemberId> members) {
        Map<MemberId, Profile> profiles = new HashMap<>();
        for (MemberId member : members) profiles.put(member, Profile.EMPTY);
        ProfileRow.<ProfileRow>list(
                        "memberId in ?1", members.stream().map(MemberId::value).toList())
                .forEach(row -> profiles.put(new MemberId(row.memberId), row.profile()));
        return profiles;
    }

    /** From now on this is what the member says. */
    void put(MemberId member, Profile profile) {
        ProfileRow row = ProfileRow.findById(member.value());
        if (profile.equals(Profile.EMPTY)) {
            if (row != null) row.delete();
            return;
        }
        if (row == null) {
            row = new ProfileRow(member);
            row.persist();
        }
        row.write(profile);
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public int rank() {
        return 25;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        Profile profile = of(member);
        return profile.equals(Profile.EMPTY)
                ? new Message(List.of(), List.of())
                : Message.of(new Says.ProfileHeld(profile));
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        Profile profile = of(member);
        Map<String, Object> values = new LinkedHashMap<>();
        profile.trade().ifPresent(trade -> values.put("trade", trade.text()));
        profile.territory().ifPresent(territory -> values.put("territory", territory.text()));
        profile.timeZone().map(ZoneId::getId).ifPresent(zone -> values.put("timeZone", zone));
        profile.quietHours().map(QuietHours::from).ifPresent(from -> values.put("quietFrom", from));
        profile.quietHours().map(QuietHours::until).ifPresent(until -> values.put("quietUntil", until));
        profile.language().map(Locale::getLanguage).ifPresent(language -> values.put("language", language));
        return values.isEmpty() ? List.of() : List.of(values);
    }

    @Override
    public void forget(MemberId member) {
        ProfileRow.deleteById(member.value());
    }
}
