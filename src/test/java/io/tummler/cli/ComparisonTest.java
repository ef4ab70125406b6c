package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.tummler.api.Audience;
import io.tummler.api.Match;
import io.tummler.api.Mode;
import io.tummler.cli.Report.Found;
import io.tummler.cli.Report.Key;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What two reports differ in, as values. */
class ComparisonTest {
    private static final Optional<Audience.Size> NOT_THERE = Optional.empty();

    static Stream<Arguments> introductions() {
        Found<Report.Suggestion> ada = suggestion(3, "bob", "ada", "sourdough", .4);
        Found<Report.Suggestion> cem = suggestion(3, "bob", "cem", "sourdough", .4);
        Found<Report.Suggestion> later = suggestion(8, "bob", "ada", "sourdough", .4);
        Found<Report.Suggestion> surer = suggestion(3, "bob", "ada", "rye", .9);
        return Stream.of(
                argumentSet("none under either", List.of(), List.of(), List.of(), List.of()),
                argumentSet("the same", List.of(ada), List.of(ada), List.of(), List.of()),
                argumentSet("one more under config", List.of(ada), List.of(ada, cem), List.of(cem), List.of()),
                argumentSet("one less under config", List.of(ada, cem), List.of(cem), List.of(), List.of(ada)),
                argumentSet("another helper", List.of(ada), List.of(cem), List.of(cem), List.of(ada)),
                argumentSet("another order", List.of(ada, cem), List.of(cem, ada), List.of(), List.of()),
                argumentSet(
                        "the same two by another message", List.of(ada), List.of(later), List.of(later), List.of(ada)),
                argumentSet(
                        "the same two with another offer and score",
                        List.of(ada),
                        List.of(surer),
                        List.of(),
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("introductions")
    void introductions_are_told_apart_by_message_and_persons(
            List<Found<Report.Suggestion>> against,
            List<Found<Report.Suggestion>> config,
            List<Found<Report.Suggestion>> gained,
            List<Found<Report.Suggestion>> lost) {
        Comparison comparison =
                Comparison.of(report(List.of(), against, List.of()), report(List.of(), config, List.of()));
        assertThat(comparison.introductions())
                .isEqualTo(new Comparison.Change<>(
                        new Comparison.Shown<>(gained.size(), whats(gained)),
                        new Comparison.Shown<>(lost.size(), whats(lost))));
        assertThat(comparison.isSame()).isEqualTo(gained.isEmpty() && lost.isEmpty());
    }

    @Test
    void of_what_is_gained_twenty_are_shown_and_all_counted() {
        List<Found<Report.Example>> needs = LongStream.rangeClosed(1, 50)
                .mapToObj(message -> need(message, "oven " + message))
                .toList();
        Comparison comparison =
                Comparison.of(report(List.of(), List.of(), List.of()), report(needs, List.of(), List.of()));
        assertThat(comparison.needs().gained().count()).isEqualTo(50);
        assertThat(comparison.needs().gained().examples()).hasSize(20).isSubsetOf(whats(needs));
        assertThat(ComparisonText.of(comparison))
                .contains("Needs gained, only under --config: 50\n", "    and 30 more\n");
    }

    static Stream<Arguments> tasks() {
        Optional<Audience.Size> few = Optional.of(Audience.Size.of(4));
        Optional<Audience.Size> five = Optional.of(Audience.Size.of(5));
        Optional<Audience.Size> seven = Optional.of(Audience.Size.of(7));
        return Stream.of(
                argumentSet("on neither's board much", few, few, "fewer than 5", "fewer than 5", ""),
                argumentSet("as many", five, five, "5", "5", "="),
                argumentSet("more", five, seven, "5", "7", "+2"),
                argumentSet("fewer", seven, five, "7", "5", "-2"),
                argumentSet("from few to some", few, seven, "fewer than 5", "7", "more"),
                argumentSet("from some to few", seven, few, "7", "fewer than 5", "fewer"),
                argumentSet("new", NOT_THERE, few, "-", "fewer than 5", "new"),
                argumentSet("gone", seven, NOT_THERE, "7", "-", "gone"));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void of_fewer_than_five_nobody_learns_how_many_see_a_task_nor_how_many_more(
            Optional<Audience.Size> before,
            Optional<Audience.Size> after,
            String against,
            String config,
            String change) {
        Comparison comparison =
                Comparison.of(report(List.of(), List.of(), seen(before)), report(List.of(), List.of(), seen(after)));
        Comparison.Task task = comparison.tasks().getFirst();
        assertThat(List.of(
                        ComparisonText.size(task.against()),
                        ComparisonText.size(task.config()),
                        ComparisonText.change(task)))
                .containsExactly(against, config, change);
        assertThat(comparison.isSame()).isEqualTo(before.equals(after));
    }

    @Test
    void the_text_of_a_comparison() throws Exception {
        Report against = report(
                List.of(need(3, "sourdough that rises")),
                List.of(suggestion(3, "bob", "ada", "sourdough", .4), suggestion(3, "bob", "cem", "a starter", .3)),
                seen(Optional.of(Audience.Size.of(7))));
        Report config = report(
                List.of(need(3, "sourdough that rises"), need(5, "a tray")),
                List.of(suggestion(3, "bob", "ada", "sourdough", .4), suggestion(5, "dana", "cem", "trays", .5)),
                seen(Optional.of(Audience.Size.of(3))));
        assertThat(ComparisonText.of(Comparison.of(against, config)))
                .isEqualTo(Files.readString(TranscriptTest.resource("comparison.txt")));
    }

    static Report report(
            List<Found<Report.Example>> needs,
            List<Found<Report.Suggestion>> introductions,
            List<Audience.Seen> tasks) {
        return new Report(
                "yard.jsonl",
                new Report.Under("bot-config", Mode.LIVE, 0),
                new Report.Read(9, 0, 4, Optional.empty(), 0, List.of(), 0, Optional.empty()),
                new Report.Noticed(needs.size(), List.of()),
                new Report.Noticed(0, List.of()),
                new Report.Thanks(0, List.of()),
                new Report.Questions(0, 0, 0, Optional.empty(), List.of()),
                new Report.Introductions(introductions.size(), introductions.size(), List.of()),
                List.of(),
                new Report.Standings(List.of(), List.of()),
                new Report.Credit(0, List.of()),
                tasks,
                SilentOutbox.Unsaid.NOTHING,
                new TreeMap<>(),
                new TreeMap<>(),
                new Report.Findings(needs, List.of(), introductions),
                new Report.Failures(0, List.of()),
                new Report.Cost(Duration.ZERO, 0));
    }

    static Found<Report.Suggestion> suggestion(long message, String asker, String helper, String offer, double score) {
        return new Found<>(
                new Key(message, asker, helper),
                new Report.Suggestion(
                        asker,
                        "what " + asker + " needs",
                        helper,
                        offer,
                        score,
                        List.of(new Match.Reason.SharedWords(List.of("bread")))));
    }

    static Found<Report.Example> need(long message, String wording) {
        return new Found<>(
                new Key(message, "bob", ""),
                new Report.Example(wording, "bread", Instant.parse("2025-03-04T09:00:00Z")));
    }

    private static List<Audience.Seen> seen(Optional<Audience.Size> size) {
        return size.map(it -> new Audience.Seen("corner-oven/spelt", "Corner Oven", "Bake one loaf", it)).stream()
                .toList();
    }

    private static <T> List<T> whats(List<Found<T>> found) {
        return found.stream().map(Found::what).toList();
    }
}
