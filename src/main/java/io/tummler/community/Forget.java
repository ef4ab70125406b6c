package io.tummler.community;

import io.quarkus.arc.All;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** {@code community.forget:}: removes all that is held about a member, in one transaction. */
@Singleton
class Forget implements ButtonAction {
    private final List<Holding> holdings;
    private final KnownMembers members;

    Forget(@All List<Holding> holdings, KnownMembers members) {
        this.holdings =
                holdings.stream().sorted(Comparator.comparingInt(Holding::rank)).toList();
        this.members = members;
    }

    @Override
    public String name() {
        return "community.forget";
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message press(Call call) {
        forget(call.member());
        return Message.of(new Says.Forgotten());
    }

    void forget(MemberId member) {
        members.forget(member);
        for (Holding holding : holdings) holding.forget(member);
    }
}
