package io.tummler.community;

import io.tummler.api.Call;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;

/** {@code /leave}: takes back every consent at once, and asks nothing. */
@Singleton
class LeaveCommand implements SlashCommand {
    private final Members members;

    LeaveCommand(Members members) {
        this.members = members;
    }

    @Override
    public Spec spec() {
        return Spec.of("leave", new Says.LeaveCommand());
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        for (Purpose purpose : Purpose.values()) members.withdraw(call.member(), purpose);
        return Message.of(new Says.LeftAll());
    }
}
