package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final String EVIL = "<script>alert('x')</script><img src=x onerror=alert(1)>";

    @TempDir
    Path folder;

    @Test
    void whatever_people_wrote_is_text_and_never_markup() throws Exception {
        String page = page(
                said(1, EVIL, EVIL, "I offer sourdough " + EVIL),
                said(2, EVIL, "bob", "I need sourdough " + EVIL),
                said(3, EVIL, "bob", "thanks").replace("}", ",\"mentions\":[\"" + EVIL + "\"]}"),
                said(4, EVIL, "cem", "Anyone?"));
        assertThat(page)
                .doesNotContain(EVIL)
                .doesNotContain("<img src=x")
                .contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(page.split("<script", -1)).hasSize(4);
        assertThat(page.split("</script>", -1)).hasSize(4);
    }

    @Test
    void it_needs_nothing_but_itself() throws Exception {
        String page = page(said(1, "bread", "ada", "Anyone?"));
        assertThat(page).contains("default-src 'none'").doesNotContain("<link").doesNotContain("src=\"http");
    }

    @Test
    void a_plot_stands_beside_a_table_of_the_same_rows() throws Exception {
        String page = page(
                said(1, "bread", "ada", "Which flour?"),
                said(2, "bread", "ada", "Anyone?"),
                said(3, "ovens", "ada", "It is late.").replace("2025-01-31", "2025-02-03"),
                said(4, "bread", "ada", "Anyone now?").replace("2025-01-31", "2025-02-03"));
        assertThat(page)
                .contains("<tr><th scope=\"row\">2025-01</th><td>2</td><td>0</td><td>2</td><td>100 %</td></tr>")
                .contains(
                        "\"labels\":[\"2025-01\",\"2025-02\"],\"series\":[{\"name\":\"Share unanswered\",\"values\":[100,0]}]");
    }

    @Test
    void of_messages_only_the_wordings_of_needs_and_offers_are_in_it() throws Exception {
        String page = page(
                said(1, "bread", "ada", "Which flour for baguettes?"),
                said(2, "bread", "bob", "I need flour of my own"),
                said(3, "bread", "bob", "secret chatter"));
        assertThat(page).contains("flour of my own").doesNotContain("baguettes").doesNotContain("secret");
    }

    @Test
    void weeks_in_which_nothing_was_noticed_are_shown_as_such() throws Exception {
        String page = page(
                said(1, "bread", "ada", "I need flour"),
                said(2, "bread", "ada", "I need salt").replace("2025-01-31", "2025-02-14"));
        assertThat(page)
                .contains("\"labels\":[\"2025-01-27\",\"2025-02-03\",\"2025-02-10\"]")
                .contains("[1,0,1]");
    }

    @Test
    void half_a_character_in_a_name_loses_no_page() throws Exception {
        Path page = folder.resolve("page.html");
        Report report = report(
                said(1, "bread", "a\\ud83d", "I offer good bread"), said(2, "bread", "bob", "I need good bread"));
        new ReportPage(templates()).write(report, Optional.empty(), page);
        assertThat(Files.readString(page)).contains("a?");
    }

    @Test
    void a_comparison_stands_above_everything_else_and_is_text_as_well() throws Exception {
        Report against = report(said(1, "bread", "ada", "I offer rye"), said(2, "bread", "bob", "I need ovens"));
        Report config = report(
                said(1, "bread", "ada", "I offer sourdough"), said(2, "bread", EVIL, "I need sourdough " + EVIL));
        String page = new ReportPage(templates()).of(config, Optional.of(Comparison.of(against, config)));
        assertThat(page)
                .doesNotContain(EVIL)
                .containsSubsequence(
                        "<section id=\"comparison\"",
                        "From bot-config (--against) to bot-config (--config).",
                        "<tr><th scope=\"row\">introductions</th><td>0</td><td>1</td><td>+1</td></tr>",
                        "<h3>Introductions gained, only under --config: 1</h3>",
                        "&lt;img src=x onerror=alert(1)&gt;",
                        "<h3>Needs lost, only under --against: 1</h3>",
                        "<dl class=\"tiles\">");
    }

    private String page(String... lines) throws Exception {
        return new ReportPage(templates()).of(report(lines), Optional.empty());
    }

    private Report report(String... lines) throws Exception {
        Path file = Files.write(folder.resolve("lines.jsonl"), List.of(lines));
        var clock = new TranscriptClock();
        try (Transcript transcript = Transcript.open(file, Instant.parse("2025-06-01T00:00:00Z"))) {
            return new Replay(new Bakery(clock).engines(), clock, Bakery.TOWN)
                    .run(
                            EVIL,
                            "bot-config",
                            transcript,
                            Progress.NONE,
                            () -> new Report.Cost(Duration.ofSeconds(1), 1));
        }
    }

    private static String said(int id, String channel, String author, String text) {
        return ("{\"id\":\"%d\",\"ts\":\"2025-01-31T20:00:00Z\",\"channel\":\"%s\",\"author\":\"%s\",\"text\":\"%s\"}")
                .formatted(id, channel, author, text);
    }

    /** As Quarkus makes it, as far as pages are concerned. */
    static Engine templates() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .addLocator(id -> Optional.of(new TemplateLocator.TemplateLocation() {
                    @Override
                    public Reader read() {
                        try (var in = ReportPageTest.class.getResourceAsStream("/templates/" + id)) {
                            return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    }

                    @Override
                    public Optional<Variant> getVariant() {
                        return Optional.of(Variant.forContentType("text/html"));
                    }
                }))
                .build();
    }
}
