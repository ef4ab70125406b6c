package io.tummler.chat;

import io.tummler.chat.discord.BareJda;
import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A client that does nothing but count messages, and say how many when somebody says that it is over. */
final class BareBot extends Contestant {
    private static final String THE_END = "that is all for now, how many were there?";

    private long heard;

    private BareBot(Path folder, Path log, List<String> command) throws IOException {
        super(folder, log, command);
    }

    static BareBot jda(Sandbox sandbox, Path log) throws IOException {
        var command = new ArrayList<>(java());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareJda.class.getName()));
        command.addAll(List.of(sandbox.restUrl(), sandbox.botToken(), THE_END, sandbox.gatewayUrl()));
        return new BareBot(Path.of("."), log, command);
    }

    static BareBot discordJs(Path folder, Sandbox sandbox, Path log) throws IOException {
        return new BareBot(folder, log, List.of("node", "intake.js", sandbox.restUrl(), sandbox.botToken(), THE_END));
    }

    @Override
    void finish(Sandbox sandbox, Crowd crowd) {
        await("it came online", sandbox::isBotOnline);
        long earlier = answers(sandbox).size();
        sandbox.faults().sendRaw(crowd.saying(THE_END));
        await("it counted", () -> answers(sandbox).size() > earlier);
        heard = Long.parseLong(answers(sandbox).getLast().replaceAll("\\D", ""));
    }

    /** What the bot said so far. */
    private static List<String> answers(Sandbox sandbox) {
        return sandbox.persona("ada").reads("general").stream()
                .filter(message -> message.content().matches("heard \\d+"))
                .map(MessageView::content)
                .toList();
    }

    @Override
    Count count() {
        return new Count(heard, 0);
    }

    @Override
    long expected(Crowd crowd, int sent) {
        return sent;
    }
}
