package io.tummler.cli;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Audience;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the page of a report shows: all of it as texts, still to be escaped.
 *
 * @param facts of the transcript and of the run
 * @param tiles the main figures
 * @param compared what differs from a replay under other settings, if there was one: then a single one
 */
record Page(String title, List<Fact> facts, List<Fact> tiles, List<Compared> compared, List<Section> sections) {
    record Fact(String name, String value) {}

    /**
     * A plot with its table, and examples.
     *
     * @param id names the plot and the section's place in the page
     * @param plot what a plot needs; its rows say the same as the table's
     */
    @RegisterForReflection(registerFullHierarchy = true)
    record Section(String id, String title, String note, Table table, Plot plot, List<Example> examples) {}

    record Table(List<String> heads, List<List<String>> rows) {}

    /**
     * @param labels one for each value of a series
     * @param unit what follows a value, such as {@code " %"}
     */
    record Plot(Kind kind, List<String> labels, List<Series> series, String unit) {
        enum Kind {
            LINES,
            COLUMNS,
            BARS
        }
    }

    record Series(String name, List<Long> values) {}

    record Example(String text, String detail) {}

    static Page of(Report report, Optional<Comparison> comparison) {
        return new Page(
                report.transcript(),
                facts(report),
                tiles(report),
                comparison.map(Compared::of).stream().toList(),
                List.of(
                        signals(report),
                        questions(report),
                        introductions(report),
                        credit(report),
                        reciprocity(report)));
    }

    private static List<Fact> facts(Report report) {
        Report.Read read = report.read();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Settings", report.under().settings()));
        for (String note : ReportText.notes(report.under())) facts.add(new Fact("Note", note));
        read.span()
                .ifPresent(span -> facts.add(
                        new Fact("Time", ReportText.minute(span.from()) + " to " + ReportText.minute(span.to()))));
        facts.add(new Fact("Left out", number(read.automatic()) + " messages by bots and the platform itself"));
        if (read.broken() > 0)
            facts.add(new Fact(
                    "Skipped",
                    number(read.broken())
                            + read.brokenExamples().stream()
                                    .map(broken -> broken.where() + " " + broken.what())
                                    .collect(Collectors.joining("; ", " that are no messages, such as ", ""))));
        if (read.early() > 0)
            facts.add(new Fact(
                    "Out of order", number(read.early()) + " messages, taken as said at the time before them"));
        for (Audience.Seen task : report.tasks())
            facts.add(new Fact(
                    "Task", ReportText.task(task.brand(), task.title()) + ": seen by " + ReportText.size(task.size())));
        SilentOutbox.Unsaid unsaid = report.unsaid();
        facts.add(new Fact(
                "It would have said",
                "%s private notes, %s threads, %s to moderators"
                        .formatted(number(unsaid.notes()), number(unsaid.threads()), number(unsaid.toModerators()))));
        if (report.failures().count() > 0)
            facts.add(new Fact("Failed", number(report.failures().count()) + " times; nothing of those is counted"));
        facts.add(new Fact(
                "Took",
                ReportText.seconds(report.cost().elapsed()) + ", at most "
                        + ReportText.megabytes(report.cost().peakHeap()) + " of heap"));
        return facts;
    }

    private static List<Fact> tiles(Report report) {
        Report.Questions questions = report.questions();
        return List.of(
                new Fact("messages", number(report.read().messages())),
                new Fact("members", number(report.read().members())),
                new Fact("needs", number(report.needs().count())),
                new Fact("offers", number(report.offers().count())),
                new Fact("thanks", number(report.thanks().count())),
                new Fact(
                        "questions unanswered"
                                + ReportText.shareOf(questions.unanswered(), questions.known(), ", of %,d (%d %%)"),
                        number(questions.unanswered())),
                new Fact("introductions", number(report.introductions().suggested())));
    }

    private static Section signals(Report report) {
        SortedMap<LocalDate, Report.Week> weeks = new TreeMap<>(report.weeks());
        if (!weeks.isEmpty())
            for (LocalDate week = weeks.firstKey(); week.isBefore(weeks.lastKey()); week = week.plusWeeks(1))
                weeks.putIfAbsent(week, Report.Week.EMPTY);
        List<Example> examples = new ArrayList<>();
        report.needs().examples().forEach(one -> examples.add(example("Need", one)));
        report.offers().examples().forEach(one -> examples.add(example("Offer", one)));
        return new Section(
                "signals",
                "Needs, offers and thanks, week by week",
                "By the Monday on which the week began, in UTC.",
                new Table(
                        List.of("Week", "Needs", "Offers", "Thanks"),
                        weeks.entrySet().stream()
                                .map(week -> List.of(
                                        week.getKey().toString(),
                                        number(week.getValue().needs()),
                                        number(week.getValue().offers()),
                                        number(week.getValue().thanks())))
                                .toList()),
                new Plot(
                        Plot.Kind.LINES,
                        weeks.keySet().stream().map(LocalDate::toString).toList(),
                        List.of(
                                series(
                                        "Needs",
                                        weeks.values().stream()
                                                .map(Report.Week::needs)
                                                .toList()),
                                series(
                                        "Offers",
                                        weeks.values().stream()
                                                .map(Report.Week::offers)
                                                .toList()),
                                series(
                                        "Thanks",
                                        weeks.values().stream()
                                                .map(Report.Week::thanks)
                                                .toList())),
                        ""),
                examples);
    }

    static Example example(String kind, Report.Example one) {
        return new Example(one.wording(), kind + " in #" + one.channel() + ", " + ReportText.DATE.format(one.at()));
    }

    private static Section questions(Report report) {
        SortedMap<YearMonth, Report.Month> months = new TreeMap<>(report.months());
        if (!months.isEmpty())
            for (YearMonth month = months.firstKey(); month.isBefore(months.lastKey()); month = month.plusMonths(1))
                months.putIfAbsent(month, Report.Month.EMPTY);
        return new Section(
                "questions",
                ReportText.title(report.questions()),
                "By the month in which they were asked, in UTC. Questions are named by their place, time and id only. Of the"
                        + " last ones it is not known yet: the transcript ends before their time is over.",
                new Table(
                        List.of("Month", "Asked", "Not known yet", "Unanswered", "Share"),
                        months.entrySet().stream()
                                .map(month -> List.of(
                                        month.getKey().toString(),
                                        number(month.getValue().asked()),
                                        number(month.getValue().notYetKnown()),
                                        number(month.getValue().unanswered()),
                                        share(month.getValue()) + " %"))
                                .toList()),
                new Plot(
                        Plot.Kind.COLUMNS,
                        months.keySet().stream().map(YearMonth::toString).toList(),
                        List.of(series(
                                "Share unanswered",
                                months.values().stream().map(Page::share).toList())),
                        " %"),
                report.questions().examples().stream()
                        .map(one -> new Example(
                                "Message " + one.message(),
                                "in #" + one.channel() + ", " + ReportText.minute(one.asked())))
                        .toList());
    }

    /** Percent of those of which it is known. */
    private static long share(Report.Month month) {
        return month.known() == 0 ? 0 : Math.round(100.0 * month.unanswered() / month.known());
    }

    private static Section introductions(Report report) {
        Report.Introductions introductions = report.introductions();
        List<Report.Suggested> helpers = report.helpers();
        return new Section(
                "introductions",
                "Introductions it would have suggested",
                ReportText.shareOf(
                                introductions.helped(),
                                report.needs().count(),
                                "For " + number(introductions.helped()) + " of %,d needs (%d %%). ")
                        + "Here are those who would have been suggested most often.",
                new Table(
                        List.of("Helper", "Suggested"),
                        helpers.stream()
                                .map(helper -> List.of(helper.name(), number(helper.times())))
                                .toList()),
                new Plot(
                        Plot.Kind.BARS,
                        helpers.stream().map(Report.Suggested::name).toList(),
                        List.of(series(
                                "Suggested",
                                helpers.stream().map(Report.Suggested::times).toList())),
                        ""),
                introductions.examples().stream().map(Page::example).toList());
    }

    static Example example(Report.Suggestion one) {
        return new Example(
                one.asker() + ": \u201c" + one.need() + "\u201d \u2192 " + one.helper() + ": \u201c" + one.offer()
                        + "\u201d",
                "Score " + ReportText.score(one.score()) + ", because "
                        + one.reasons().stream().map(ReportText::reason).collect(Collectors.joining("; ")));
    }

    private static Section credit(Report report) {
        SortedMap<Long, Long> buckets = new TreeMap<>();
        for (long balance : report.credit().balances()) buckets.merge(bucket(balance), 1L, Long::sum);
        if (!buckets.isEmpty())
            for (long from = bucket(buckets.firstKey()); from < buckets.lastKey(); from = from == 0 ? 1 : from * 2)
                buckets.putIfAbsent(from, 0L);
        List<String> labels = buckets.keySet().stream()
                .map(from -> from <= 1 ? number(from) : number(from) + "\u2013" + number(2 * from - 1))
                .toList();
        List<Long> members = List.copyOf(buckets.values());
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < labels.size(); row++) rows.add(List.of(labels.get(row), number(members.get(row))));
        return new Section(
                "credit",
                "How credit is spread",
                "How many members hold how much, of those between whom something happened.",
                new Table(List.of("Credit", "Members"), rows),
                new Plot(Plot.Kind.COLUMNS, labels, List.of(series("Members", members)), ""),
                List.of());
    }

    /** The power of two that a balance reaches; 0 for nothing. */
    private static long bucket(long balance) {
        return balance <= 0 ? 0 : Long.highestOneBit(balance);
    }

    private static Section reciprocity(Report report) {
        return new Section(
                "reciprocity",
                "Reciprocity of the top " + Report.TOP,
                "0 to 100: how far those whose word counts say that a member helped. Given and received count different members.",
                new Table(
                        List.of("Member", "Reciprocity", "Given", "Received", "Credit", "Largest causes"),
                        report.standings().top().stream()
                                .map(one -> List.of(
                                        one.name(),
                                        number(one.score()),
                                        number(one.given()),
                                        number(one.received()),
                                        number(one.credit()),
                                        String.join(", ", one.causes())))
                                .toList()),
                new Plot(
                        Plot.Kind.BARS,
                        report.standings().top().stream()
                                .map(Report.Standing::name)
                                .toList(),
                        List.of(series(
                                "Reciprocity",
                                report.standings().top().stream()
                                        .map(one -> (long) one.score())
                                        .toList())),
                        ""),
                List.of());
    }

    private static Series series(String name, List<Long> values) {
        return new Series(name, values);
    }

    private static String number(long value) {
        return ReportText.number(value);
    }
}
