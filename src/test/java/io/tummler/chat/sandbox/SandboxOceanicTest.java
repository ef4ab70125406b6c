package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** That oceanic.js takes the sandbox for Discord, compressed; its side is {@code oceanic.js}. */
class SandboxOceanicTest {
    /** So long that no answer comes too late only since the machine is slow. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void oceanic_js_does_what_bots_do() throws Exception {
        var script = new NodeScript("oceanic.js");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPatience(PATIENCE))) {
            BotLogin login = sandbox.addBot("oceanic");
            sandbox.botRights(login.id()).grant("CREATE_PUBLIC_THREADS");
            script.play(
                    acts(sandbox, sandbox.persona("ada")),
                    sandbox.restUrl(),
                    login.token(),
                    Long.toString(sandbox.guildId()));
        }
    }

    private static Map<String, Runnable> acts(Sandbox sandbox, Persona ada) {
        Map<String, Runnable> acts = new LinkedHashMap<>();
        var answer = new AtomicReference<MessageView>();
        acts.put("say hello", () -> ada.says("general", "hello, third bot"));
        acts.put("react", () -> {
            MessageView sent = ada.reads("general").getLast();
            assertThat(sent.content()).isEqualTo("edited by oceanic.js");
            ada.reacts(sent, "👍");
        });
        acts.put("run ocean", () -> {
            answer.set(ada.runs("ocean", Map.of("what", "waves")).answer());
            assertThat(answer.get().content()).isEqualTo("about waves");
            assertThat(answer.get().ephemeral()).isTrue();
        });
        acts.put(
                "press more",
                () -> assertThat(ada.presses(answer.get(), "More").answer().content())
                        .isEqualTo("and more"));
        acts.put("read all that", () -> {
            assertThat(ada.dms()).extracting(MessageView::content).containsExactly("a direct word");
            assertThat(ada.threads())
                    .singleElement()
                    .satisfies(it -> assertThat(it.messages())
                            .extracting(MessageView::content)
                            .contains("said in a thread"));
        });
        acts.put("drop the gateway", () -> {
            sandbox.faults().dropGateway();
            ada.says("general", "said while you were away");
        });
        return acts;
    }
}
