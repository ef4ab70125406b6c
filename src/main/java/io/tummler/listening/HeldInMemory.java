package io.tummler.listening;

import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Listening keeps nothing at rest, so there is nothing to export; it says so, and how much is in memory. */
@Singleton
class HeldInMemory implements Holding {
    private final Members members;
    private final Recent recent;
    private final Questions questions;
    private final Listening listening;

    HeldInMemory(Members members, Recent recent, Questions questions, Listening listening) {
        this.members = members;
        this.recent = recent;
        this.questions = questions;
        this.listening = listening;
    }

    @Override
    public String name() {
        return "listening";
    }

    @Override
    public int rank() {
        return 60;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        boolean consents = members.consents(member, Purpose.LISTENING);
        boolean proposing = consents && members.consents(member, Purpose.INTRODUCTIONS);
        return Message.of(new Says.Heard(consents, proposing, recent.count(member), questions.count(member)));
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        return List.of();
    }

    @Override
    public void forget(MemberId member) {
        listening.forget(member);
    }
}
