package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes in over the gateway and is none of the bot's business, or none of anybody's. */
@QuarkusTest
@TestProfile(SandboxProfile.class)
class SandboxListeningTest {
    @Inject
    SandboxHost host;

    private Sandbox sandbox;
    private Persona lev;

    @BeforeEach
    void a_moderator_who_is_listened_to() {
        sandbox = host.sandbox().orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.commands().contains("join"));
        lev = sandbox.persona("lev");
        MessageView panel = lev.runs("join").answer();
        for (String purpose : new String[] {"listening", "introductions", "direct messages"})
            if (panel.buttons().stream().anyMatch(button -> button.label().equals("Allow " + purpose)))
                panel = lev.presses(panel, "Allow " + purpose).answer();
    }

    @AfterEach
    void who_leaves() {
        lev.runs("leave").answer();
    }

    @Test
    void what_not_every_member_can_read_is_not_listened_to() {
        lev.says("moderators", "Does anyone know how to hang velvet curtains?");
        lev.says("general", "Does anyone know how to grow pumpkins?");
        await().until(() ->
                lev.dms().stream().anyMatch(message -> message.content().contains("pumpkins")));
        assertThat(lev.dms()).noneMatch(message -> message.content().contains("velvet"));
    }

    @Test
    void a_malformed_payload_of_the_gateway_stops_nothing() {
        sandbox.faults().sendRaw("{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":99,\"d\":{\"type\":0}}");
        sandbox.faults().sendRaw("{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"s\":100,\"d\":{\"type\":2,\"data\":null}}");
        sandbox.faults().sendRaw("{\"op\":0,");
        await().until(sandbox::isBotOnline);
        assertThat(lev.runs("me").answer().content()).contains("What I hold about you");
    }
}
