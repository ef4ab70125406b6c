package io.tummler.cli;

import io.tummler.api.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A comparison as text for a terminal. */
final class ComparisonText {
    private static final int TITLE = 42;

    private final StringBuilder out = new StringBuilder();

    private ComparisonText() {}

    static String of(Comparison comparison) {
        var text = new ComparisonText();
        text.head(comparison);
        text.figures(comparison.figures());
        text.changes("Introductions", comparison.introductions(), ComparisonText::suggestion);
        text.changes("Needs", comparison.needs(), ComparisonText::example);
        text.changes("Offers", comparison.offers(), ComparisonText::example);
        text.tasks(comparison.tasks());
        return text.out.toString();
    }

    private void head(Comparison comparison) {
        line("What would change");
        line("  from %s (--against)", ReportText.plain(comparison.against().settings()));
        line("  to   %s (--config)", ReportText.plain(comparison.config().settings()));
        for (String note : notes(comparison)) line("%s", note);
    }

    /** What readers have to know before they trust the figures. */
    static List<String> notes(Comparison comparison) {
        List<String> notes = new ArrayList<>();
        for (String note : ReportText.notes(comparison.against())) notes.add("--against: " + note);
        for (String note : ReportText.notes(comparison.config())) notes.add("--config: " + note);
        if (comparison.failed())
            notes.add(
                    "An engine failed %,d times under --against and %,d under --config; nothing of those times is counted."
                            .formatted(
                                    comparison.failures().against(),
                                    comparison.failures().config()));
        if (comparison.isSame()) notes.add("Nothing: this conversation shows no difference.");
        return notes;
    }

    private void figures(List<Comparison.Figure> figures) {
        line("");
        line("  %-28s %10s %10s %10s", "", "against", "config", "change");
        for (Comparison.Figure figure : figures)
            line(
                    "  %-28s %10s %10s %10s",
                    figure.what(),
                    ReportText.number(figure.against()),
                    ReportText.number(figure.config()),
                    change(figure.against(), figure.config()));
    }

    private <T> void changes(String what, Comparison.Change<T> change, Function<T, List<String>> lines) {
        changes(what + " gained, only under --config", "+", change.gained(), lines);
        changes(what + " lost, only under --against", "-", change.lost(), lines);
    }

    private <T> void changes(String title, String sign, Comparison.Shown<T> shown, Function<T, List<String>> lines) {
        if (shown.count() == 0) return;
        line("");
        line("%s: %,d", title, shown.count());
        for (T one : shown.examples()) {
            String before = sign;
            for (String line : lines.apply(one)) {
                line("  %1s %s", before, line);
                before = "";
            }
        }
        more(shown).ifPresent(more -> line("    %s", more));
    }

    private static List<String> suggestion(Report.Suggestion one) {
        return List.of(
                "%s: \"%s\"".formatted(ReportText.name(one.asker()), ReportText.cut(one.need(), ReportText.WORDING)),
                "%s: \"%s\"".formatted(ReportText.name(one.helper()), ReportText.cut(one.offer(), ReportText.WORDING)));
    }

    private static List<String> example(Report.Example one) {
        return List.of(
                "\"%s\"".formatted(ReportText.cut(one.wording(), ReportText.WORDING)),
                "  in #%s, %s".formatted(ReportText.plain(one.channel()), ReportText.DATE.format(one.at())));
    }

    private void tasks(List<Comparison.Task> tasks) {
        if (tasks.isEmpty()) return;
        line("");
        line("Tasks, and how many members would see them");
        line("  %-" + TITLE + "s %13s %13s %7s", "", "against", "config", "change");
        for (Comparison.Task task : tasks)
            line(
                    "  %-" + TITLE + "s %13s %13s %7s",
                    ReportText.cut(ReportText.task(task.brand(), task.title()), TITLE),
                    size(task.against()),
                    size(task.config()),
                    change(task));
    }

    static Optional<String> more(Comparison.Shown<?> shown) {
        long more = shown.count() - shown.examples().size();
        return more == 0 ? Optional.empty() : Optional.of("and " + ReportText.number(more) + " more");
    }

    static String change(long against, long config) {
        return against == config ? "=" : String.format(Locale.ROOT, "%+,d", config - against);
    }

    /** Of small numbers it is not told how much they change, for that would tell them. */
    static String change(Comparison.Task task) {
        if (task.against().isEmpty()) return "new";
        if (task.config().isEmpty()) return "gone";
        return switch (task.against().get()) {
            case Audience.Size.Few _ -> task.config().get() instanceof Audience.Size.Few ? "" : "more";
            case Audience.Size.Known(long against) ->
                switch (task.config().get()) {
                    case Audience.Size.Few _ -> "fewer";
                    case Audience.Size.Known(long config) -> change(against, config);
                };
        };
    }

    static String size(Optional<Audience.Size> size) {
        return size.map(ReportText::size).orElse("-");
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
