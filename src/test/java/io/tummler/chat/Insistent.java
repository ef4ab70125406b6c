package io.tummler.chat;

import static org.awaitility.Awaitility.await;

import io.tummler.chat.sandbox.InteractionView;
import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.ThreadView;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Somebody who does the same again when "This application did not respond" or the bot asks for it, and waits for the answer when the bot has
 * said that it is thinking.
 */
record Insistent(Persona persona, Sandbox sandbox) {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final int TIMES = 20;

    MessageView runs(String command, Map<String, ?> options) {
        return insists("/" + command, () -> persona.runs(command, options));
    }

    MessageView presses(MessageView message, String label) {
        return insists(label, () -> persona.presses(message, label));
    }

    /** Consents by pressing the buttons of {@code /join}. */
    void joins(String... purposes) {
        MessageView panel = runs("join", Map.of());
        for (String purpose : purposes) panel = presses(panel, "Allow " + purpose);
    }

    private MessageView insists(String what, Supplier<InteractionView> act) {
        for (int time = 0; time < TIMES; time++) {
            await("the bot is online").atMost(LONG_ENOUGH).until(sandbox::isBotOnline);
            InteractionView asked = act.get();
            await(persona.username() + " has an answer to " + what)
                    .atMost(LONG_ENOUGH)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> asked.isAnswered() || asked.isFailed());
            if (asked.isAnswered() && !asked.answer().content().contains("try again in a minute"))
                return asked.answer();
        }
        throw new AssertionError(persona.username() + " gave up: " + what);
    }

    MessageView hears(String words) {
        return await(persona.username() + " hears '" + words + "'")
                .atMost(LONG_ENOUGH)
                .until(
                        () -> persona.dms().stream()
                                .filter(message -> message.content().contains(words))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    ThreadView findsThread() {
        return await(persona.username() + " is in a thread in which something was said")
                .atMost(LONG_ENOUGH)
                .until(
                        () -> persona.threads().stream()
                                .filter(thread -> !thread.messages().isEmpty())
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }
}
