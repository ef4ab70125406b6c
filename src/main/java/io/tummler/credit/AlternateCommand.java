package io.tummler.credit;

import io.tummler.api.Call;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code /tummler alternate}: two accounts are one person's, or one is somebody by itself again. Those concerned see it in {@code /me}. */
@Singleton
record AlternateCommand(Alternates alternates) implements SlashCommand {
    private static final String ONE = "one";
    private static final String OTHER = "other";

    @Override
    public Spec spec() {
        return Spec.forModerators(
                "tummler alternate",
                new Says.AlternateCommand(),
                new Option.Person(ONE, new Says.AlternateOne(), true),
                new Option.Person(OTHER, new Says.AlternateOther(), false));
    }

    @Override
    public Message run(Call call) {
        Optional<MemberId> one = call.person(ONE);
        Optional<MemberId> other = call.person(OTHER);
        if (one.isEmpty() || call.account(OTHER).isPresent() && other.isEmpty())
            return Message.of(new Says.NoSuchMember());
        if (other.isEmpty())
            return Message.of(
                    alternates.part(one.get())
                            ? new Says.AlternatesParted(one.get())
                            : new Says.NoAlternates(one.get()));
        if (one.equals(other)) return Message.of(new Says.AlternateOfItself());
        alternates.join(call.community(), one.get(), other.get());
        return Message.of(new Says.AlternatesJoined(one.get(), other.get()));
    }
}
