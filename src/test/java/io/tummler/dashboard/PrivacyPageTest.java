package io.tummler.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anybody can read about what is held, with a browser and nothing else. */
@QuarkusTest
class PrivacyPageTest {
    @Inject
    Engine templates;

    @TestHTTPResource("/privacy")
    URI address;

    private HttpResponse<String> asked(String method) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String page(Optional<String> name, Optional<String> contact) {
        return new PrivacyPage(templates, name, contact, Duration.ofDays(14)).render();
    }

    @Test
    void it_is_served_whole_and_asks_nobody_for_anything() throws Exception {
        HttpResponse<String> answer = asked("GET");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(answer.body())
                .startsWith("<!doctype html>")
                .endsWith("</html>")
                .contains("width=device-width", "prefers-color-scheme: dark")
                .doesNotContain("<script", "<link", "<img", "http://", "https://", "url(", "{the", "!important");
        assertThat(asked("HEAD").body()).isEmpty();
        assertThat(asked("POST").statusCode()).isEqualTo(405);
    }

    @Test
    void who_runs_the_bot_is_said_as_the_operator_says_it_and_means_nothing_else() {
        String page = page(Optional.of("Corner Yard e.V. <script>"), Optional.of("yard@example.org"));
        assertThat(page)
                .contains("Corner Yard e.V. &lt;script&gt; runs it", "You reach them at yard@example.org.")
                .contains("is removed after 14 days")
                .doesNotContain("<script");
    }

    @Test
    void an_operator_who_says_nothing_is_to_be_asked_for_at_a_moderators() {
        assertThat(page(Optional.empty(), Optional.empty()))
                .contains("The operator of this bot runs it", "ask a moderator of your community");
    }

    /** What ships, and so what holds unless moderators choose otherwise. */
    @ParameterizedTest
    @CsvSource({
        "matching, needs-last, A need goes after %s",
        "matching, offers-last, an offer after %s",
        "introductions, keep-closed, of one that was closed the words go after %s",
        "privacy, forget-after-leaving, is removed %s after it noticed",
        "community, keep-notes, what waits unseen after %s"
    })
    void the_times_are_those_of_the_settings_that_ship(String section, String key, String said) throws IOException {
        Matcher written = Pattern.compile("(?m)^" + key + ": (.+)$")
                .matcher(Files.readString(Path.of("bot-config", section + ".yaml")));
        assertThat(written.find()).isTrue();
        assertThat(page(Optional.empty(), Optional.empty()).replaceAll("\\s+", " "))
                .contains(said.formatted(written.group(1)));
    }
}
