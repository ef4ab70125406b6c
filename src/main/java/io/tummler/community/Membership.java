package io.tummler.community;

import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this engine holds: since when somebody is a member, and what was consented to when. */
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
                row.since.atOffset(ZoneOffset.UTC).toLocalDate(),
                consents(member).stream().map(consent -> consent.purpose).toList()));
    }

    private static List<ConsentRow> consents(MemberId member) {
        return ConsentRow.list("memberId = ?1 order by givenAt, purpose", member.value());
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        MemberRow row = MemberRow.findById(member.value());
        if (row == null) return List.of();
        List<Map<String, Object>> consents = consents(member).stream()
                .<Map<String, Object>>map(
                        consent -> Map.of("purpose", consent.purpose.name(), "givenAt", consent.givenAt.toString()))
                .toList();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("member", member.toString());
        IdentityRow.<IdentityRow>findByIdOptional(member.value()).ifPresent(it -> all.put("account", it.personId));
        all.put("since", row.since.toString());
        all.put("consents", consents);
        return List.of(all);
    }

    /** {@link KnownMembers#forget} does it: the member's row stays as the pseudonym that transfers refer to. */
    @Override
    public void forget(MemberId member) {}
}
