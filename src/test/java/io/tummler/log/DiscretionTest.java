package io.tummler.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class DiscretionTest {
    private static final String SECRET = "velvet curtains";

    private final Discretion discretion = new Discretion();

    private LogRecord logged(String logger, String message, Throwable thrown, Object... parameters) {
        var record = new ExtLogRecord(
                Level.SEVERE,
                message,
                ExtLogRecord.FormatStyle.PRINTF,
                getClass().getName());
        record.setLoggerName(logger);
        record.setThrown(thrown);
        record.setParameters(parameters);
        assertThat(discretion.isLoggable(record)).isTrue();
        return record;
    }

    private static String printed(Throwable thrown) {
        var out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }

    private String trace(Throwable thrown) {
        return printed(logged("any.logger", "it failed", thrown).getThrown());
    }

    @Test
    void what_was_thrown_keeps_its_classes_and_places_and_loses_its_words() {
        var cause = new IllegalArgumentException("not a need: " + SECRET);
        var thrown = new IllegalStateException("could not read " + SECRET, cause);
        thrown.addSuppressed(new RuntimeException(SECRET));
        assertThat(trace(thrown))
                .doesNotContain(SECRET)
                .contains(
                        "java.lang.IllegalStateException",
                        "Caused by: java.lang.IllegalArgumentException",
                        "Suppressed: java.lang.RuntimeException",
                        "at io.tummler.log.DiscretionTest.what_was_thrown_keeps");
    }

    @Test
    void of_the_database_its_state_is_told_and_not_the_row_it_refused() {
        var refused = new SQLException("ERROR: duplicate key\n  Detail: Key (wording)=(" + SECRET + ")", "23505");
        assertThat(trace(new RuntimeException(refused))).doesNotContain(SECRET).contains("SQLState 23505");
    }

    @Test
    void what_the_database_and_the_network_say_of_themselves_is_told() {
        assertThat(trace(new SQLException("FATAL: password authentication failed", "28P01")))
                .contains("password authentication failed");
        assertThat(trace(new SQLException("Sorry, acquisition timeout!"))).contains("acquisition timeout");
        assertThat(trace(new ConnectException("Connection refused"))).contains("Connection refused");
    }

    @Test
    void a_circle_of_causes_ends() {
        var one = new RuntimeException(SECRET);
        one.initCause(new IllegalStateException(SECRET, one));
        assertThat(trace(one)).doesNotContain(SECRET);
    }

    @Test
    void why_a_start_failed_is_told_in_full() {
        var thrown = new IllegalStateException("Migration of schema failed");
        assertThat(logged("io.quarkus.runtime.Application", "Failed to start application", thrown)
                        .getThrown())
                .isSameAs(thrown);
    }

    @Test
    void an_event_that_jda_could_not_read_is_not_quoted() {
        String json = "{\"content\":\"" + SECRET + "\"}";
        for (String message : new String[] {
            "Failed to parse json: %s",
            "Encountered exception on lifecycle level\nJSON: %s",
            "Got an unexpected error. Please redirect the following message to the devs:\n\tJDA 6\n\tMESSAGE_CREATE -> %s",
            "Failed to parse element in emojis with content [%s]",
        }) {
            var record =
                    (ExtLogRecord) logged("net.dv8tion.jda.internal.requests.WebSocketClient", message, null, json);
            assertThat(record.getFormattedMessage())
                    .doesNotContain(SECRET)
                    .startsWith(message.substring(0, 20))
                    .endsWith("(...)");
        }
    }

    @Test
    void what_jda_says_without_quoting_stays() {
        var record = (ExtLogRecord) logged("net.dv8tion.jda.api.JDA", "Missed %d heartbeats! Reconnecting", null, 2);
        assertThat(record.getFormattedMessage()).isEqualTo("Missed 2 heartbeats! Reconnecting");
    }
}
