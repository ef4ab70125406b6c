package io.tummler.cli;

import io.tummler.api.Audience;
import io.tummler.api.Match;
import io.tummler.api.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as text for a terminal. */
final class ReportText {
    static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int NAME = 24;
    static final int WORDING = 100;

    private final StringBuilder out = new StringBuilder();

    private ReportText() {}

    static String of(Report report) {
        var text = new ReportText();
        text.read(report);
        text.noticed(report);
        text.questions(report.questions());
        text.introductions(report);
        text.standings(report.standings().top());
        text.tasks(report.tasks());
        text.ending(report);
        return text.out.toString();
    }

    private void read(Report report) {
        Report.Read read = report.read();
        line("Replay of %s", plain(report.transcript()));
        line("Settings: %s", plain(report.under().settings()));
        for (String note : notes(report.under())) line("%s", note);
        line("Takes all members as consenting, and each noticed need and offer as confirmed by its author.");
        line("Nothing was said to anybody.");
        head("Transcript");
        line("  %-12s %,12d", "messages", read.messages());
        line("  %-12s %,12d  by bots and the platform itself, left out", "automatic", read.automatic());
        line("  %-12s %,12d", "members", read.members());
        read.span().ifPresent(span -> line("  %-12s %s to %s", "time", minute(span.from()), minute(span.to())));
        line("  %-12s %,12d  that are no messages", "skipped", read.broken());
        for (Transcript.Broken broken : read.brokenExamples()) line("    %s: %s", broken.where(), broken.what());
        more(read.broken(), read.brokenExamples());
        read.firstEarly()
                .ifPresent(first -> line(
                        "  %-12s %,12d  before a message above them, the first with id %s;%n%29staken as said at that one's"
                                + " time",
                        "out of order", read.early(), plain(first), ""));
    }

    private void noticed(Report report) {
        head("Noticed");
        line("  %-12s %,12d", "needs", report.needs().count());
        examples(report.needs());
        line("  %-12s %,12d", "offers", report.offers().count());
        examples(report.offers());
        line("  %-12s %,12d", "thanks", report.thanks().count());
        for (Report.Thank thank : report.thanks().examples())
            line(
                    "    %s thanks %s in #%s, %s",
                    name(thank.from()), name(thank.to()), plain(thank.channel()), DATE.format(thank.at()));
        more(report.thanks().count(), report.thanks().examples());
    }

    private void examples(Report.Noticed noticed) {
        for (Report.Example example : noticed.examples()) {
            line("    \"%s\"", cut(example.wording(), WORDING));
            line("      in #%s, %s", plain(example.channel()), DATE.format(example.at()));
        }
        more(noticed.count(), noticed.examples());
    }

    private void questions(Report.Questions questions) {
        head(title(questions));
        line("  %,d%s", questions.unanswered(), shareOf(questions.unanswered(), questions.known(), " of %,d (%d %%)"));
        if (questions.notYetKnown() > 0)
            line("  %,d more not known yet: the transcript ends before their time is over", questions.notYetKnown());
        for (Report.Unanswered one : questions.examples())
            line("    in #%s, %s, message %s", plain(one.channel()), minute(one.asked()), plain(one.message()));
        more(questions.unanswered(), questions.examples());
    }

    static String title(Report.Questions questions) {
        return "Questions unanswered"
                + questions.after().map(it -> " after " + length(it)).orElse("");
    }

    /** In the largest unit that leaves no rest; up to two days in hours. */
    private static String length(Duration duration) {
        if (duration.compareTo(Duration.ofDays(2)) > 0 && duration.equals(Duration.ofDays(duration.toDays())))
            return duration.toDays() + " days";
        if (duration.equals(Duration.ofHours(1))) return "1 hour";
        if (duration.equals(Duration.ofHours(duration.toHours()))) return duration.toHours() + " hours";
        return duration.toMinutes() + " minutes";
    }

    private void introductions(Report report) {
        Report.Introductions introductions = report.introductions();
        head("Introductions it would have suggested");
        line(
                "  %,d%s",
                introductions.suggested(),
                shareOf(
                        introductions.helped(),
                        report.needs().count(),
                        ", for " + number(introductions.helped()) + " of %,d needs (%d %%)"));
        for (Report.Suggestion one : introductions.examples()) {
            line("    %s: \"%s\"", name(one.asker()), cut(one.need(), WORDING));
            line("    %s: \"%s\"", name(one.helper()), cut(one.offer(), WORDING));
            line(
                    "      score %s, because %s",
                    score(one.score()),
                    one.reasons().stream().map(ReportText::reason).collect(Collectors.joining("; ")));
        }
        more(introductions.suggested(), introductions.examples());
        if (!report.helpers().isEmpty())
            line(
                    "  most often: %s",
                    report.helpers().stream()
                            .map(helper -> name(helper.name()) + " (" + helper.times() + ")")
                            .collect(Collectors.joining(", ")));
    }

    private void standings(List<Report.Standing> top) {
        head("Credit and reciprocity");
        if (top.isEmpty()) {
            line("  Nothing happened between members yet.");
            return;
        }
        line("  %-" + NAME + "s %11s %8s %8s %8s", "member", "reciprocity", "given", "received", "credit");
        for (Report.Standing one : top) {
            line(
                    "  %-" + NAME + "s %11d %,8d %,8d %,8d",
                    name(one.name()),
                    one.score(),
                    one.given(),
                    one.received(),
                    one.credit());
            line("  %-" + NAME + "s   %s", "", plain(String.join(", ", one.causes())));
        }
    }

    private void tasks(List<Audience.Seen> tasks) {
        if (tasks.isEmpty()) return;
        head("Tasks, and how many members would see them");
        for (Audience.Seen task : tasks) line("  %s: %s", plain(task(task.brand(), task.title())), size(task.size()));
    }

    static String task(String brand, String title) {
        return brand + ", " + title;
    }

    static String size(Audience.Size size) {
        return switch (size) {
            case Audience.Size.Few _ -> "fewer than " + Audience.Size.FEWEST;
            case Audience.Size.Known(long members) -> number(members);
        };
    }

    /** What readers have to know before they trust the figures. */
    static List<String> notes(Report.Under under) {
        List<String> notes = new ArrayList<>();
        if (under.mode() == Mode.OFF)
            notes.add("The bot is off under these settings (mode: off), and would not have heard a word.");
        if (under.withoutRoles() > 0)
            notes.add("The rules by role are not tried out in full: the transcript does not tell the roles of "
                    + number(under.withoutRoles()) + " of its members, who are taken as having none.");
        return notes;
    }

    private void ending(Report report) {
        head("It would have said");
        SilentOutbox.Unsaid unsaid = report.unsaid();
        line("  %-16s %,8d", "private notes", unsaid.notes());
        line("  %-16s %,8d", "threads", unsaid.threads());
        line("  %-16s %,8d", "to moderators", unsaid.toModerators());
        if (report.failures().count() > 0) {
            head("Failed");
            line(
                    "  %,d times an engine failed; nothing of those is counted",
                    report.failures().count());
            for (String failure : report.failures().examples()) line("    %s", cut(failure, 2 * WORDING));
            more(report.failures().count(), report.failures().examples());
        }
        line("");
        line(
                "Took %s and at most %s of heap.",
                seconds(report.cost().elapsed()), megabytes(report.cost().peakHeap()));
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%,.1f s", elapsed.toMillis() / 1000.0);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MiB", (bytes + (1 << 20) - 1) >> 20);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    static String reason(Match.Reason reason) {
        return switch (reason) {
            case Match.Reason.SharedWords(List<String> words) -> "both say " + plain(String.join(", ", words));
            case Match.Reason.Swap(var helperNeeds, var askerOffers) ->
                "it goes both ways: the helper looks for \"%s\", the asker offers \"%s\""
                        .formatted(
                                helperNeeds.wording().text(),
                                askerOffers.wording().text());
            case Match.Reason.RelatedWords(String asked, String offered) ->
                "\"%s\" is much like \"%s\"".formatted(plain(asked), plain(offered));
            case Match.Reason.CommonGround(var askerOffers, var helperOffers, double _) ->
                "both know something of the same: the asker offers \"%s\", the helper \"%s\""
                        .formatted(
                                askerOffers.wording().text(),
                                helperOffers.wording().text());
            case Match.Reason.HelpedBefore(int times) -> "it has helped %d before".formatted(times);
        };
    }

    /** Formatted with the whole and the percentage; nothing when the whole is not known. */
    static String shareOf(long part, long whole, String format) {
        return whole == 0 ? "" : String.format(Locale.ROOT, format, whole, Math.round(100.0 * part / whole));
    }

    static String name(String name) {
        return cut(name, NAME);
    }

    static String cut(String text, int length) {
        String plain = plain(text);
        if (plain.codePointCount(0, plain.length()) <= length) return plain;
        return plain.substring(0, plain.offsetByCodePoints(0, length - 1)) + "\u2026";
    }

    /** Without what a terminal would obey instead of show. */
    static String plain(String text) {
        return text.codePoints()
                .map(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
                    default -> point;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void more(long count, List<?> examples) {
        if (count > examples.size() && !examples.isEmpty()) line("    and %,d more", count - examples.size());
    }

    private void head(String title) {
        out.append('\n').append(title).append('\n');
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).replace("\r\n", "\n"))
                .append('\n');
    }
}
