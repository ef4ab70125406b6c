package io.tummler.config;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** {@code /tummler config changes}: what changed, when, and who made it so. */
@Singleton
record ChangesCommand(Changes changes) implements SlashCommand {
    private static final int SHOWN = 5;

    @Override
    public Spec spec() {
        return Spec.forModerators("tummler config changes", new Says.ChangesCommand());
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        List<Changes.Past> past = changes.past(call.community(), SHOWN);
        if (past.isEmpty()) return Message.of(new Says.NoPast());
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(new Says.PastTitle(past.size()));
        for (Changes.Past each : past) sentences.add(Says.PastChange.of(each));
        return new Message(sentences, List.of());
    }
}
