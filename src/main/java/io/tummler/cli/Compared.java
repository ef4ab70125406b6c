package io.tummler.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the page shows of a comparison: all of it as texts, still to be escaped.
 *
 * @param notes what readers have to know before they trust the figures
 * @param shifts of what is gained and lost, without those of nothing
 * @param tables of the figures and, where brands ask something, of the tasks
 */
record Compared(String against, String config, List<String> notes, List<Page.Table> tables, List<Shift> shifts) {
    /** What is gained, or lost; {@code more} is {@code ""} when all of it is shown. */
    record Shift(String title, List<Page.Example> examples, String more) {}

    static Compared of(Comparison comparison) {
        return new Compared(
                comparison.against().settings(),
                comparison.config().settings(),
                ComparisonText.notes(comparison),
                Stream.of(figures(comparison.figures()), tasks(comparison.tasks()))
                        .filter(table -> !table.rows().isEmpty())
                        .toList(),
                Stream.of(
                                shifts("Introductions", comparison.introductions(), Page::example),
                                shifts("Needs", comparison.needs(), one -> Page.example("Need", one)),
                                shifts("Offers", comparison.offers(), one -> Page.example("Offer", one)))
                        .flatMap(List::stream)
                        .filter(shift -> !shift.examples().isEmpty())
                        .toList());
    }

    private static Page.Table figures(List<Comparison.Figure> figures) {
        return new Page.Table(
                List.of("What", "Against", "Config", "Change"),
                figures.stream()
                        .map(figure -> List.of(
                                figure.what(),
                                ReportText.number(figure.against()),
                                ReportText.number(figure.config()),
                                ComparisonText.change(figure.against(), figure.config())))
                        .toList());
    }

    private static Page.Table tasks(List<Comparison.Task> tasks) {
        return new Page.Table(
                List.of("Task, seen by how many members", "Against", "Config", "Change"),
                tasks.stream()
                        .map(task -> List.of(
                                ReportText.task(task.brand(), task.title()),
                                ComparisonText.size(task.against()),
                                ComparisonText.size(task.config()),
                                ComparisonText.change(task)))
                        .toList());
    }

    private static <T> List<Shift> shifts(String what, Comparison.Change<T> change, Function<T, Page.Example> example) {
        return List.of(
                shift(what + " gained, only under --config", change.gained(), example),
                shift(what + " lost, only under --against", change.lost(), example));
    }

    private static <T> Shift shift(String title, Comparison.Shown<T> shown, Function<T, Page.Example> example) {
        return new Shift(
                String.format(Locale.ROOT, "%s: %,d", title, shown.count()),
                shown.examples().stream().map(example).toList(),
                ComparisonText.more(shown).orElse(""));
    }
}
