package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on purpose, and what the real JDA makes of it. */
class SandboxFaultsTest {
    private Sandbox sandbox;
    private JdaBot bot;
    private Persona ada;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        bot = new JdaBot(sandbox);
        ada = sandbox.persona("ada");
    }

    @AfterEach
    void stop() {
        bot.close();
        sandbox.close();
    }

    @Test
    void after_a_drop_the_bot_resumes_and_hears_what_it_missed() {
        sandbox.faults().dropGateway();
        ada.says("general", "said while you were away");

        await().until(() -> bot.heard(MessageReceivedEvent.class).size() == 1);
        await().until(() -> bot.heard(SessionResumeEvent.class).size() == 1);
        assertThat(bot.heard(SessionRecreateEvent.class)).isEmpty();
        assertThat(bot.heard(MessageReceivedEvent.class).getFirst().getMessage().getContentRaw())
                .isEqualTo("said while you were away");

        sandbox.faults().reconnectGateway();
        await().until(() -> bot.heard(SessionResumeEvent.class).size() == 2);
        sandbox.faults().invalidateSession(true);
        await().until(() -> bot.heard(SessionResumeEvent.class).size() == 3);
    }

    @Test
    void after_an_invalid_session_the_bot_logs_in_anew() {
        // A bot may ask for all members of a guild once in half a minute.
        sandbox.forward(Duration.ofSeconds(30));
        sandbox.faults().invalidateSession(false);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> bot.heard(SessionRecreateEvent.class).size() == 1);
        await().until(() -> bot.jda.getStatus() == JDA.Status.CONNECTED);
        ada.says("general", "hello again");
        await().until(() -> bot.heard(MessageReceivedEvent.class).size() == 1);
    }

    @Test
    void a_rate_limit_is_waited_out_and_the_message_said_once() {
        sandbox.faults().answer("POST", "/messages$", 429, 1);

        bot.channel("general").sendMessage("at last").complete();

        assertThat(ada.reads("general"))
                .filteredOn(it -> it.content().equals("at last"))
                .hasSize(1);
        assertThat(sandbox.requests())
                .filteredOn(it -> it.method().equals("POST"))
                .extracting(RequestView::status)
                .containsExactly(429, 200);
    }

    @Test
    void an_error_is_answered_as_often_as_asked() {
        sandbox.faults().answer("POST", "/messages$", 500, 1);
        sandbox.faults().answer("POST", "/messages$", 403, 50001, 1);

        assertThatThrownBy(() -> bot.channel("general").sendMessage("one").complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        it -> assertThat(it.getMessage()).contains("500"));
        assertThatThrownBy(() -> bot.channel("general").sendMessage("two").complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        it -> assertThat(it.getErrorCode()).isEqualTo(50001));
        bot.channel("general").sendMessage("three").complete();
        assertThat(ada.reads("general").getLast().content()).isEqualTo("three");
    }

    @Test
    void a_lost_answer_is_work_done_and_a_nonce_saves_the_second_try() {
        // The HTTP client tries again by itself, so all its tries are cut.
        sandbox.faults().loseAnswers("POST", "/messages$", 100);

        assertThatThrownBy(() ->
                        bot.channel("general").sendMessage("once").setNonce("n").complete())
                .isInstanceOf(ErrorResponseException.class);
        assertThat(ada.reads("general").getLast().content()).isEqualTo("once");
        sandbox.faults().clear();
        bot.channel("general").sendMessage("once").setNonce("n").complete();

        assertThat(ada.reads("general"))
                .filteredOn(it -> it.content().equals("once"))
                .hasSize(1);
    }

    @Test
    void a_repeated_event_arrives_twice_and_a_malformed_frame_ends_nothing() {
        ada.says("general", "twice");
        await().until(() -> bot.heard(MessageReceivedEvent.class).size() == 1);

        sandbox.faults().repeatLastEvent();
        await().until(() -> bot.heard(MessageReceivedEvent.class).size() == 2);
        sandbox.faults().sendRaw("{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":99,\"d\":{\"type\":0}}");
        sandbox.faults().sendRaw("{\"op\":0,");
        ada.says("general", "still there?");

        await().until(() -> bot.heard(MessageReceivedEvent.class).stream()
                .anyMatch(it -> it.getMessage().getContentRaw().equals("still there?")));
    }
}
