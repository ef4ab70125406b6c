package io.tummler.cli;

import io.tummler.api.Audience;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What would change in a conversation if the settings of one report took the place of those of another: as with
 * {@code git diff AGAINST CONFIG}, what is gained comes with the proposal, and what is lost goes with it.
 *
 * @param against the settings as they are
 * @param config the settings as proposed
 * @param tasks of both, in the order of the proposal's files, those that are gone last
 * @param failures how often an engine failed; nothing of those times is in any other figure
 */
record Comparison(
        Report.Under against,
        Report.Under config,
        List<Figure> figures,
        Change<Report.Example> needs,
        Change<Report.Example> offers,
        Change<Report.Suggestion> introductions,
        List<Task> tasks,
        Figure failures) {
    /** No more of what is gained, or lost, is shown. */
    static final int SHOWN = 20;

    record Figure(String what, long against, long config) {}

    /** What was found under one of the two settings only. */
    record Change<T>(Shown<T> gained, Shown<T> lost) {}

    /**
     * @param examples at most {@value Comparison#SHOWN}
     */
    record Shown<T>(long count, List<T> examples) {}

    /**
     * @param against how many members see it, as things are; empty where it does not stand on the board
     * @param config how many would see it; empty where it would not stand there
     */
    record Task(String brand, String title, Optional<Audience.Size> against, Optional<Audience.Size> config) {}

    /** Of two replays of the same transcript. */
    static Comparison of(Report against, Report config) {
        List<Figure> figures = new ArrayList<>();
        COUNTS.forEach(
                (what, count) -> figures.add(new Figure(what, count.applyAsLong(against), count.applyAsLong(config))));
        return new Comparison(
                against.under(),
                config.under(),
                figures,
                change(against, config, Report.Findings::needs),
                change(against, config, Report.Findings::offers),
                change(against, config, Report.Findings::introductions),
                tasks(against.tasks(), config.tasks()),
                new Figure(
                        "failures",
                        against.failures().count(),
                        config.failures().count()));
    }

    private static final Map<String, ToLongFunction<Report>> COUNTS = counts();

    private static Map<String, ToLongFunction<Report>> counts() {
        Map<String, ToLongFunction<Report>> counts = new LinkedHashMap<>();
        counts.put("needs noticed", report -> report.needs().count());
        counts.put("offers noticed", report -> report.offers().count());
        counts.put("thanks noticed", report -> report.thanks().count());
        counts.put("questions asked", report -> report.questions().asked());
        counts.put("questions unanswered", report -> report.questions().unanswered());
        counts.put("introductions", report -> report.introductions().suggested());
        counts.put(
                "needs with an introduction", report -> report.introductions().helped());
        counts.put("credit transfers", report -> report.credit().transfers());
        counts.put("credit that members hold", report -> sum(report.credit().balances()));
        counts.put(
                "members with reciprocity",
                report -> report.standings().scores().size());
        counts.put(
                "their reciprocity, added up", report -> sum(report.standings().scores()));
        counts.put("private notes to say", report -> report.unsaid().notes());
        counts.put("threads to open", report -> report.unsaid().threads());
        counts.put("notes to moderators", report -> report.unsaid().toModerators());
        return counts;
    }

    private static long sum(List<? extends Number> numbers) {
        return numbers.stream().mapToLong(Number::longValue).sum();
    }

    private static <T> Change<T> change(
            Report against, Report config, Function<Report.Findings, List<Report.Found<T>>> which) {
        List<Report.Found<T>> before = which.apply(against.findings());
        List<Report.Found<T>> after = which.apply(config.findings());
        return new Change<>(only(after, before), only(before, after));
    }

    private static <T> Shown<T> only(List<Report.Found<T>> here, List<Report.Found<T>> notThere) {
        Set<Report.Key> there = new HashSet<>();
        for (Report.Found<T> found : notThere) there.add(found.key());
        Sample<T> only = new Sample<>(SHOWN);
        for (Report.Found<T> found : here) if (!there.contains(found.key())) only.add(found.what());
        return new Shown<>(only.count(), only.things());
    }

    private static List<Task> tasks(List<Audience.Seen> against, List<Audience.Seen> config) {
        Map<String, Audience.Seen> gone = against.stream()
                .collect(Collectors.toMap(
                        Audience.Seen::task, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        List<Task> tasks = new ArrayList<>();
        for (Audience.Seen now : config)
            tasks.add(new Task(
                    now.brand(),
                    now.title(),
                    Optional.ofNullable(gone.remove(now.task())).map(Audience.Seen::size),
                    Optional.of(now.size())));
        for (Audience.Seen was : gone.values())
            tasks.add(new Task(was.brand(), was.title(), Optional.of(was.size()), Optional.empty()));
        return tasks;
    }

    /** Whether something is missing from it, because an engine failed. */
    boolean failed() {
        return failures.against() > 0 || failures.config() > 0;
    }

    /** Whether nothing of it differs, as far as may be told. */
    boolean isSame() {
        return figures.stream().allMatch(figure -> figure.against() == figure.config())
                && isSame(needs)
                && isSame(offers)
                && isSame(introductions)
                && tasks.stream().allMatch(task -> task.against().equals(task.config()));
    }

    private static boolean isSame(Change<?> change) {
        return change.gained().count() == 0 && change.lost().count() == 0;
    }
}
