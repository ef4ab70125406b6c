package io.tummler.cli;

import static io.tummler.cli.TranscriptTest.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tummler.api.Audience;
import io.tummler.api.CommunityRef;
import io.tummler.api.MemberId;
import io.tummler.api.PersonRef;
import io.tummler.api.Purpose;
import io.tummler.api.Role;
import io.tummler.api.RoleRef;
import io.tummler.api.RolesSeen;
import io.tummler.api.Statement;
import io.tummler.api.Utterance;
import io.tummler.api.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
    private final TranscriptClock clock = new TranscriptClock();
    private final Bakery bakery = new Bakery(clock);

    @TempDir
    Path folder;

    @Test
    void the_text_of_a_report() throws Exception {
        assertThat(ReportText.of(replay(resource("baking.jsonl"))))
                .isEqualTo(Files.readString(resource("baking.report.txt")));
    }

    @Test
    void each_author_becomes_a_member_who_consents_to_everything() throws Exception {
        replay(resource("baking.jsonl"));
        assertThat(bakery.consents).hasSize(4);
        assertThat(bakery.consents.values()).allMatch(Set.of(Purpose.values())::equals);
    }

    @Test
    void what_is_noticed_is_declared_as_confirmed_by_its_author() throws Exception {
        replay(resource("baking.jsonl"));
        assertThat(bakery.statements)
                .extracting(Statement::owner, Statement::kind, Statement::source)
                .containsExactly(
                        tuple(member("ada"), Statement.Kind.OFFER, Statement.Source.NOTICED),
                        tuple(member("bob"), Statement.Kind.NEED, Statement.Source.NOTICED),
                        tuple(member("dana"), Statement.Kind.NEED, Statement.Source.NOTICED));
    }

    @Test
    void an_utterance_knows_whom_it_answers_and_mentions() throws Exception {
        replay(resource("baking.jsonl"));
        assertThat(bakery.heard)
                .filteredOn(said -> said.message().equals("m4"))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.repliedTo()).contains(member("ada"));
                    assertThat(said.mentioned()).containsExactly(member("ada"));
                });
    }

    @Test
    void bots_are_not_heard() throws Exception {
        Report report = replay(resource("baking.jsonl"));
        assertThat(bakery.heard).extracting(Utterance::message).doesNotContain("m5");
        assertThat(report.read().automatic()).isEqualTo(1);
    }

    @Test
    void a_message_of_an_earlier_time_is_said_at_the_time_already_reached() throws Exception {
        replay(resource("baking.jsonl"));
        assertThat(bakery.heard)
                .filteredOn(said -> said.message().equals("m7"))
                .extracting(Utterance::at)
                .containsExactly(Instant.parse("2025-01-14T17:00:00Z"));
    }

    @Test
    void of_a_question_whose_time_is_not_over_when_the_transcript_ends_it_is_not_known_yet() throws Exception {
        Report report = replay(lines(
                said(1, "Which flour?"),
                said(2, "It is late.").replace("01-31", "02-01"),
                said(3, "Anyone?").replace("01-31", "02-01")));
        assertThat(report.questions().unanswered()).isEqualTo(1);
        assertThat(report.questions().notYetKnown()).isEqualTo(1);
        assertThat(report.months().toString())
                .isEqualTo("{2025-01=Month[asked=1, unanswered=1, notYetKnown=0],"
                        + " 2025-02=Month[asked=1, unanswered=0, notYetKnown=1]}");
        assertThat(ReportText.of(report)).contains("""
                        Questions unanswered after 24 hours
                          1 of 1 (100 %)
                          1 more not known yet: the transcript ends before their time is over
                        """);
    }

    @Test
    void the_time_that_questions_are_given_is_told_as_it_is_set() {
        Map.of(24, "24 hours", 1, "1 hour", 48, "48 hours", 168, "7 days", 60, "60 hours")
                .forEach((hours, told) -> assertThat(ReportText.title(
                                new Report.Questions(1, 0, 0, Optional.of(Duration.ofHours(hours)), List.of())))
                        .isEqualTo("Questions unanswered after " + told));
        assertThat(ReportText.title(new Report.Questions(0, 0, 0, Optional.empty(), List.of())))
                .isEqualTo("Questions unanswered");
    }

    @Test
    void a_line_of_too_long_an_author_or_id_is_broken_and_the_others_are_read() throws Exception {
        Report report = replay(lines(
                said(1, "hello"),
                said(2, "hello").replace("\"ada\"", "\"" + "a".repeat(65) + "\""),
                said(3, "hello").replace("\"3\"", "\"" + "3".repeat(65) + "\""),
                said(4, "hello").replace("\"ada\"", "\"" + "a".repeat(64) + "\"")));
        assertThat(report.read().brokenExamples())
                .containsExactly(
                        new Transcript.Broken("line 2", "author is longer than 64 characters"),
                        new Transcript.Broken("line 3", "id is longer than 64 characters"));
        assertThat(report.read().messages()).isEqualTo(2);
    }

    @Test
    void what_answers_a_bot_or_a_message_that_nobody_knows_is_said_to_somebody() throws Exception {
        replay(lines(
                said(1, "beep").replace("}", ",\"bot\":true}"),
                said(2, "hello"),
                said(3, "hello").replace("}", ",\"reply_to\":\"1\"}"),
                said(4, "hello").replace("}", ",\"mentions\":[\"a stranger\"]}"),
                said(5, "hello").replace("}", ",\"reply_to\":\"2\",\"mentions\":[\"ada\"]}")));
        assertThat(bakery.heard)
                .extracting(Utterance::message, Utterance::addressed)
                .containsExactly(tuple("2", false), tuple("3", true), tuple("4", true), tuple("5", false));
    }

    @Test
    void a_message_at_which_an_engine_fails_is_told_counts_for_nothing_and_stops_nothing() throws Exception {
        Report report = replay(lines(
                said(1, "I need bricks that explode"), said(2, "I need an oven"), said(3, "and thanks to nobody")));
        assertThat(report.failures().examples())
                .containsExactly("message 1: java.lang.IllegalStateException: the oven exploded");
        assertThat(report.needs().count()).isEqualTo(1);
        assertThat(report.needs().examples())
                .extracting(Report.Example::wording)
                .containsExactly("an oven");
        assertThat(bakery.heard).hasSize(3);
    }

    @Test
    void of_many_needs_a_few_are_shown_and_all_counted() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) lines.add(said(i, "I need oven " + i));
        Report report = replay(lines(lines.toArray(String[]::new)));
        assertThat(report.needs().count()).isEqualTo(1_000);
        assertThat(report.needs().examples()).hasSize(Report.EXAMPLES);
        assertThat(ReportText.of(report)).contains("    and 995 more\n");
    }

    @Test
    void nothing_that_a_terminal_obeys_is_printed() throws Exception {
        Path file = lines("{\"id\":\"\\u001b[2Jq\",\"ts\":\"2025-01-31T20:00:00Z\",\"channel\":\"\\u001b]0;x\\u0007\","
                + "\"author\":\"a\\u202e\",\"text\":\"Anyone?\"}");
        assertThat(ReportText.of(replay(file)).chars().filter(point -> point != '\n'))
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT);
    }

    @Test
    void time_begins_anew_with_each_replay() throws Exception {
        Path file = lines(said(1, "hello"), said(2, "hello").replace("01-31", "02-01"));
        replay(file);
        replay(file);
        assertThat(bakery.heard).extracting(Utterance::message).containsExactly("1", "2", "1", "2");
    }

    @Test
    void roles_are_seen_before_what_their_members_say_and_again_when_they_change() throws Exception {
        replay(lines(
                said(1, "hello").replace("}", ",\"roles\":[\"Bakers\"]}"),
                said(2, "hello").replace("}", ",\"roles\":[\"Bakers\"]}"),
                said(3, "hello"),
                said(4, "hello").replace("}", ",\"roles\":[]}")));
        assertThat(bakery.roles)
                .extracting(RolesSeen::member, RolesSeen::roles)
                .containsExactly(
                        tuple(member("ada"), Set.of(new Role("Bakers", "Bakers"))), tuple(member("ada"), Set.of()));
    }

    @Test
    void whose_roles_are_not_told_is_counted_where_a_rule_asks_for_them() throws Exception {
        Path file = lines(
                said(1, "hello").replace("}", ",\"roles\":[]}"),
                said(2, "hello").replace("ada", "bob"));
        assertThat(replay(file).under().withoutRoles()).isZero();
        bakery.wants.add(_ -> List.of(new Wanted.Role("matching", "minors-role", new RoleRef("Under 18"))));
        assertThat(replay(file).under().withoutRoles()).isEqualTo(1);
    }

    @Test
    void tasks_are_told_with_how_many_would_see_them_and_of_few_without() throws Exception {
        bakery.tasks.add(new Audience.Seen("oven/loaf", "Corner Oven", "Bake one loaf", Audience.Size.of(1_200)));
        bakery.tasks.add(new Audience.Seen("oven/rye", "Corner Oven", "Try the rye", Audience.Size.of(4)));
        assertThat(ReportText.of(replay(lines(said(1, "hello"))))).contains("""
                        Tasks, and how many members would see them
                          Corner Oven, Bake one loaf: 1,200
                          Corner Oven, Try the rye: fewer than 5
                        """);
    }

    @Test
    void the_bar_is_drawn_once_a_percent_and_ends_its_line() throws Exception {
        var drawn = new ByteArrayOutputStream();
        var bar = Progress.bar(new PrintStream(drawn, true, StandardCharsets.UTF_8));
        for (int i = 0; i <= 10_000; i++) bar.at(i / 10_000.0, i);
        assertThat(drawn.toString(StandardCharsets.UTF_8).split("\r"))
                .hasSize(102)
                .endsWith("[########################################] 100 %  10,000 messages\n");
    }

    Report replay(Path file) throws Exception {
        try (Transcript transcript = Transcript.open(file, NOW)) {
            return new Replay(bakery.engines(), clock, Bakery.TOWN)
                    .run(
                            String.valueOf(file.getFileName()),
                            "bot-config",
                            transcript,
                            Progress.NONE,
                            () -> new Report.Cost(Duration.ofMillis(1_234), 50L << 20));
        }
    }

    private MemberId member(String author) {
        return bakery.enrol(
                bakery.community(new CommunityRef("replay", "transcript")), new PersonRef("replay", author));
    }

    private static String said(int id, String text) {
        return "{\"id\":\"%d\",\"ts\":\"2025-01-31T20:00:00Z\",\"channel\":\"bread\",\"author\":\"ada\",\"text\":\"%s\"}"
                .formatted(id, text);
    }

    private Path lines(String... lines) throws Exception {
        return Files.write(folder.resolve("lines.jsonl"), List.of(lines));
    }
}
