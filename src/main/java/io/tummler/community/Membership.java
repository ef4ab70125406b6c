package io.tummler.community;

import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this engine holds: since when somebody is a member, and what was consented to when, upon which words. */
@Singleton
class Membership implements Holding {
    @Override
    public String name() {
        return "membership";
    }

    @Override
    public int rank() {
        return 90;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        MemberRow row = MemberRow.findById(member.value());
        if (row == null) throw new IllegalArgumentException("no such member: " + member);
        return Message.of(new Says.Since(
                row.since.atOffset(ZoneOffset.UTC).toLocalDate(), consents(member, true), consents(member, false)));
    }

    private static List<Purpose> consents(MemberId member, boolean holding) {
        return Consents.of(member).stream()
                .filter(consent -> consent.holds() == holding)
                .map(consent -> consent.purpose)
                .toList();
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        MemberRow row = MemberRow.findById(member.value());
        if (row == null) return List.of();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("member", member.toString());
        IdentityRow.<IdentityRow>findByIdOptional(member.value()).ifPresent(identity -> {
            all.put("account", identity.personId);
            if (identity.language != null) all.put("language", identity.language);
            // Since when the member is gone is not told: whoever asks is there.
            all.put("lookedForNext", identity.checkAt.toString());
        });
        all.put("since", row.since.toString());
        all.put("consents", Consents.of(member).stream().map(Membership::values).toList());
        all.put(
                "consentLog",
                Consents.log(member).stream().map(Membership::values).toList());
        return List.of(all);
    }

    private static Map<String, Object> values(ConsentRow consent) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("purpose", consent.purpose.name());
        values.put("version", consent.version);
        values.put("givenAt", consent.givenAt.toString());
        values.put("holds", consent.holds());
        return values;
    }

    private static Map<String, Object> values(ConsentEventRow event) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("at", event.at.toString());
        values.put("purpose", event.purpose.name());
        values.put("version", event.version);
        values.put("given", event.given);
        values.put("shown", event.shown);
        return values;
    }

    /** {@link KnownMembers#forget} does it: the member's row stays as the pseudonym that transfers refer to. */
    @Override
    public void forget(MemberId member) {}
}
