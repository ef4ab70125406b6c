package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.PlaceRef;
import io.tummler.api.Stirred;
import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.ThreadView;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes between two who are introduced, on a Discord on which it happens; docs/members.md says the same in words. */
@QuarkusTest
@TestProfile(InTheWayProfile.class)
class SandboxInTheWayTest {
    @Inject
    SandboxHost host;

    @Inject
    ThreadsHeard heard;

    @Inject
    Rows rows;

    private Sandbox sandbox;
    private Persona ada;
    private Persona ben;

    @BeforeEach
    void one_who_offers_and_one_who_looks() {
        sandbox = host.sandbox().orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.commands().contains("join"));
        ada = sandbox.persona("ada");
        ben = sandbox.persona("ben");
        sandbox.botRights().grant("MANAGE_THREADS", "CREATE_PUBLIC_THREADS", "MANAGE_CHANNELS", "BAN_MEMBERS");
        joins(ada, "introductions", "direct messages", "listening");
        joins(ben, "introductions", "direct messages", "listening");
        ada.runs("offer", Map.of("what", "baking sourdough bread")).answer();
    }

    @AfterEach
    void both_are_forgotten() {
        for (Persona persona : List.of(ada, ben)) {
            persona.comesBack();
            MessageView sure = persona.runs("me", Map.of("what", "forget")).answer();
            persona.presses(sure, "Yes, forget me").answer();
        }
        sandbox.botRights().revoke("MANAGE_THREADS", "CREATE_PUBLIC_THREADS", "MANAGE_CHANNELS", "BAN_MEMBERS");
    }

    private static void joins(Persona person, String... purposes) {
        MessageView panel = person.runs("join").answer();
        for (String purpose : purposes)
            panel = person.presses(panel, "Allow " + purpose).answer();
    }

    /** The newest that was not there before. */
    private MessageView hears(Persona person, int before, String words) {
        return await(person.username() + " hears '" + words + "'")
                .until(
                        () -> person.dms().stream()
                                .skip(before)
                                .filter(message -> message.content().contains(words))
                                .reduce((_, last) -> last)
                                .orElse(null),
                        Objects::nonNull);
    }

    private void ben_asks() {
        MessageView asked =
                ben.runs("ask", Map.of("what", "how to bake sourdough")).answer();
        ben.presses(asked, "Ask them").answer();
    }

    private MessageView ada_is_willing(int heardByAda, int heardByBen) {
        ben_asks();
        ada.presses(hears(ada, heardByAda, "Somebody here could use your help"), "Yes, introduce us")
                .answer();
        return hears(ben, heardByBen, "Somebody would help you");
    }

    private ThreadView both_get_a_thread() {
        List<Long> before = ben.threads().stream().map(ThreadView::id).toList();
        MessageView willing = ada_is_willing(ada.dms().size(), ben.dms().size());
        ben.presses(willing, "Yes, bring us together").answer();
        ThreadView opened = await().until(
                        () -> ben.threads().stream()
                                .filter(thread -> !before.contains(thread.id())
                                        && !thread.messages().isEmpty())
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
        await().until(() -> ben.runs("me").answer().content().contains(link(opened)));
        return opened;
    }

    private static String link(ThreadView thread) {
        return "<#" + thread.id() + ">";
    }

    private String does(String method, String path, String body) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(sandbox.restUrl() + path))
                            .header("Authorization", "Bot " + sandbox.botToken())
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(method + " " + path + ": " + answer.body())
                    .isLessThan(300);
            return answer.body();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static final class Records extends Handler {
        private final List<String> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            records.add(record.getLevel() + " " + record.getMessage() + " " + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void of_what_is_written_in_a_thread_only_that_somebody_wrote_goes_anywhere() {
        ThreadView thread = both_get_a_thread();
        assertThat(thread.messages().getFirst().content())
                .as("whoever takes another name is still mentioned")
                .contains(ada.mention(), ben.mention())
                .doesNotContain("Ada Moreau", "Ben Okafor");
        var records = new Records();
        Logger root = Logger.getLogger("");
        root.addHandler(records);
        int before = heard.stirred.size();
        try {
            ben.says(Long.toString(thread.id()), "Does anyone know how to grow quincunx seedlings?");
            await().until(() -> heard.stirred.size() > before);
            ben.runs("me").answer();
        } finally {
            root.removeHandler(records);
        }
        assertThat(heard.stirred.getLast().place()).isEqualTo(new PlaceRef(Long.toString(thread.id())));
        assertThat(heard.said).noneMatch(text -> text.contains("quincunx"));
        assertThat(rows.with("quincunx")).isEmpty();
        assertThat(records.records).noneMatch(record -> record.contains("quincunx"));
        assertThat(ben.dms()).noneMatch(message -> message.content().contains("quincunx"));
    }

    @Test
    void of_a_moderator_who_writes_there_and_of_other_threads_nothing_is_heard() {
        ThreadView thread = both_get_a_thread();
        List<Stirred> before = List.copyOf(heard.stirred);
        sandbox.persona("lev").says(Long.toString(thread.id()), "All well here?");
        String other = does(
                "POST",
                "channels/" + sandbox.channelId("general") + "/threads",
                "{\"name\":\"open to all\",\"type\":11}");
        String open = other.replaceAll("(?s).*?\"id\":\"([0-9]+)\".*", "$1");
        ben.says(open, "Does anyone know how to grow pumpkins?");
        await().until(() -> heard.said.stream().anyMatch(text -> text.contains("pumpkins")));
        assertThat(heard.stirred).isEqualTo(before);
    }

    @Test
    void the_reminder_and_the_check_in_come_when_the_thread_was_deleted_and_link_to_nothing() {
        ThreadView thread = both_get_a_thread();
        does("DELETE", "channels/" + thread.id(), "");
        int heardByBen = ben.dms().size();
        sandbox.forward(Duration.ofHours(24));
        assertThat(hears(ben, heardByBen, "I remind you once only").content())
                .contains("a thread that is no longer there")
                .doesNotContain(link(thread));
        sandbox.forward(Duration.ofHours(48));
        assertThat(hears(ben, heardByBen, "How did it go").content())
                .contains("a thread that is no longer there")
                .doesNotContain(link(thread));
    }

    @Test
    void a_thread_that_is_archived_is_still_led_to() {
        ThreadView thread = both_get_a_thread();
        int heardByBen = ben.dms().size();
        sandbox.forward(Duration.ofDays(8));
        await().until(() -> ben.threads().stream().anyMatch(it -> it.id() == thread.id() && it.archived()));
        assertThat(hears(ben, heardByBen, "How did it go").content()).contains(link(thread));
    }

    @Test
    void where_the_channel_for_introductions_was_deleted_both_hear_who_the_other_is() {
        int heardByAda = ada.dms().size();
        int heardByBen = ben.dms().size();
        MessageView willing = ada_is_willing(heardByAda, heardByBen);
        does("DELETE", "channels/" + sandbox.channelId("introductions"), "");
        try {
            ben.presses(willing, "Yes, bring us together").answer();
            both_are_told_in_the_end(heardByAda, heardByBen, "there is no channel #introductions");
        } finally {
            does("POST", "guilds/" + sandbox.guildId() + "/channels", "{\"name\":\"introductions\",\"type\":0}");
        }
    }

    @Test
    void where_the_bot_may_open_no_threads_any_more_both_hear_who_the_other_is() {
        int heardByAda = ada.dms().size();
        int heardByBen = ben.dms().size();
        MessageView willing = ada_is_willing(heardByAda, heardByBen);
        sandbox.botRights().revokeIn("introductions", "CREATE_PRIVATE_THREADS");
        try {
            ben.presses(willing, "Yes, bring us together").answer();
            both_are_told_in_the_end(heardByAda, heardByBen, "CREATE_PRIVATE_THREADS");
        } finally {
            sandbox.botRights().grantIn("introductions", "CREATE_PRIVATE_THREADS");
        }
    }

    private void both_are_told_in_the_end(int heardByAda, int heardByBen, String why) {
        await("they are told")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    sandbox.forward(Duration.ofMinutes(6));
                    return ben.dms().stream()
                            .skip(heardByBen)
                            .anyMatch(message -> message.content().contains("I could not open a thread"));
                });
        assertThat(hears(ben, heardByBen, "I could not open a thread").content())
                .contains(ada.mention());
        assertThat(hears(ada, heardByAda, "I could not open a thread").content())
                .contains(ben.mention());
        await().untilAsserted(() -> assertThat(sandbox.persona("lev").reads("moderators"))
                .anySatisfy(message -> assertThat(message.content()).contains(why)));
    }

    @Test
    void whoever_has_left_is_as_one_who_gives_no_answer() {
        int heardByAda = ada.dms().size();
        int heardByBen = ben.dms().size();
        ada.leaves();
        ben_asks();
        sandbox.forward(Duration.ofDays(3));
        hears(ben, heardByBen, "Nobody was free this time");
        assertThat(ada.dms()).hasSize(heardByAda);
        ada.comesBack();
        assertThat(ada.runs("me").answer().content()).doesNotContain("could use your help");
    }

    @Test
    void nobody_is_put_into_a_thread_with_somebody_who_was_banned() {
        int heardByAda = ada.dms().size();
        int heardByBen = ben.dms().size();
        int threads = ben.threads().size();
        MessageView willing = ada_is_willing(heardByAda, heardByBen);
        does("PUT", "guilds/" + sandbox.guildId() + "/bans/" + ada.id(), "{}");
        try {
            ben.presses(willing, "Yes, bring us together").answer();
            assertThat(hears(ben, heardByBen, "I could not open a thread").content())
                    .contains(ada.mention());
            assertThat(ben.threads()).hasSize(threads);
        } finally {
            does("DELETE", "guilds/" + sandbox.guildId() + "/bans/" + ada.id(), "");
        }
    }
}
