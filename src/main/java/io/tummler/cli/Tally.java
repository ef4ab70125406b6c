package io.tummler.cli;

import io.tummler.api.Audience;
import io.tummler.api.Happening;
import io.tummler.api.Match;
import io.tummler.api.MemberId;
import io.tummler.api.Noticed;
import io.tummler.api.QuestionAsked;
import io.tummler.api.QuestionUnanswered;
import io.tummler.api.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds up what a replay finds, in memory that grows with what is found, not with what is said. */
final class Tally {
    private static final Line.Person SOMEBODY = new Line.Person("", "somebody");
    private final Map<MemberId, Line.Person> people = new HashMap<>();
    private final Map<MemberId, Long> suggestedAsHelper = new HashMap<>();
    private final Set<MemberId> touched = new TreeSet<>();
    private final Map<String, String> channelsByPlace = new HashMap<>();
    private final Sample<Transcript.Broken> broken = new Sample<>(Report.EXAMPLES);
    private final Sample<Report.Example> needs = new Sample<>(Report.EXAMPLES);
    private final Sample<Report.Example> offers = new Sample<>(Report.EXAMPLES);
    private final Sample<Report.Thank> thanks = new Sample<>(Report.EXAMPLES);
    private final Sample<Report.Unanswered> unanswered = new Sample<>(Report.EXAMPLES);
    private final Sample<Report.Suggestion> suggestions = new Sample<>(Report.EXAMPLES);
    private final List<Report.Found<Report.Example>> allNeeds = new ArrayList<>();
    private final List<Report.Found<Report.Example>> allOffers = new ArrayList<>();
    private final List<Report.Found<Report.Suggestion>> allSuggestions = new ArrayList<>();
    private final Sample<String> failures = new Sample<>(Report.EXAMPLES);
    private final SortedMap<LocalDate, Report.Week> weeks = new TreeMap<>();
    private final SortedMap<YearMonth, Report.Month> months = new TreeMap<>();
    private long messages;
    private long automatic;
    private long early;
    private long asked;
    private long notYetKnown;
    private boolean ended;
    private Instant lastDue = Instant.MIN;
    private @Nullable Duration unansweredAfter;
    private long needsWithHelper;
    private @Nullable String firstEarly;
    private @Nullable Instant from;
    private @Nullable Instant to;

    void member(MemberId member, Line.Person person) {
        people.put(member, person);
    }

    void message(Line line) {
        messages++;
        channelsByPlace.put(line.place(), line.channel());
        if (from == null || line.at().isBefore(from)) from = line.at();
        if (to == null || line.at().isAfter(to)) to = line.at();
    }

    void automatic() {
        automatic++;
    }

    void broken(Transcript.Broken what) {
        broken.add(what);
    }

    void early(Line line) {
        if (early++ == 0) firstEarly = line.id();
    }

    void failed(String what) {
        failures.add(what);
    }

    void noticed(Noticed noticed) {
        var example = new Report.Example(
                noticed.wording().text(),
                noticed.said().channel(),
                noticed.said().at());
        var found = new Report.Found<>(key(noticed.whose(), ""), example);
        switch (noticed.kind()) {
            case NEED -> {
                needs.add(example);
                allNeeds.add(found);
                week(example.at(), new Report.Week(1, 0, 0));
            }
            case OFFER -> {
                offers.add(example);
                allOffers.add(found);
                week(example.at(), new Report.Week(0, 1, 0));
            }
        }
    }

    void happened(Happening happening, String channel) {
        switch (happening) {
            case Happening.Thanked(var _, var _, MemberId giver, MemberId receiver, Instant at) -> {
                thanks.add(new Report.Thank(name(giver), name(receiver), channel, at));
                week(at, new Report.Week(0, 0, 1));
                touched.addAll(List.of(giver, receiver));
            }
            case Happening.Connected connected -> {
                touched.addAll(List.of(connected.asker(), connected.helper()));
                connected.broker().ifPresent(touched::add);
            }
            case Happening.Helped helped -> touched.addAll(List.of(helped.asker(), helped.helper()));
            case Happening.BothHelped _, Happening.DayBegun _ -> {}
            case Happening.TaskDone done -> touched.add(done.member());
        }
    }

    void asked(QuestionAsked question) {
        asked++;
        unansweredAfter = Duration.between(question.asked(), question.due());
        if (question.due().isAfter(lastDue)) lastDue = question.due();
        month(question.asked(), new Report.Month(1, 0, 0));
    }

    /** All messages were read: what happens from now on, nobody saw. */
    void ended() {
        ended = true;
    }

    /** When it is known of all questions whether they would count as unanswered. */
    Instant lastDue() {
        return lastDue;
    }

    void unanswered(QuestionUnanswered question) {
        if (ended && to != null && question.due().isAfter(to)) {
            notYetKnown++;
            month(question.asked(), new Report.Month(0, 0, 1));
            return;
        }
        String channel = channelsByPlace.getOrDefault(question.place(), question.place());
        unanswered.add(new Report.Unanswered(channel, question.message(), question.asked()));
        month(question.asked(), new Report.Month(0, 1, 0));
    }

    /** The introductions that a need would have led to, best first. */
    void suggested(List<Match> matches) {
        if (!matches.isEmpty()) needsWithHelper++;
        for (Match match : matches) {
            Statement need = match.need();
            Statement offer = match.offer();
            var suggestion = new Report.Suggestion(
                    name(need.owner()),
                    need.wording().text(),
                    name(offer.owner()),
                    offer.wording().text(),
                    match.score(),
                    match.reasons());
            suggestions.add(suggestion);
            allSuggestions.add(new Report.Found<>(key(need.owner(), id(offer.owner())), suggestion));
            suggestedAsHelper.merge(offer.owner(), 1L, Long::sum);
        }
    }

    /** Members between whom something happened: nobody else has credit or reciprocity. */
    Set<MemberId> touched() {
        return touched;
    }

    String name(MemberId member) {
        return person(member).name();
    }

    private String id(MemberId member) {
        return person(member).id();
    }

    private Line.Person person(MemberId member) {
        return people.getOrDefault(member, SOMEBODY);
    }

    /** Of what came of the last message. */
    private Report.Key key(MemberId whose, String other) {
        return new Report.Key(messages, id(whose), other);
    }

    Report report(
            String transcript,
            Report.Under under,
            Report.Standings standings,
            Report.Credit credit,
            List<Audience.Seen> tasks,
            SilentOutbox.Unsaid unsaid,
            Report.Cost cost) {
        Optional<Report.Span> span =
                from == null || to == null ? Optional.empty() : Optional.of(new Report.Span(from, to));
        List<Report.Suggested> helpers = suggestedAsHelper.entrySet().stream()
                .map(entry -> new Report.Suggested(name(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingLong(Report.Suggested::times)
                        .reversed()
                        .thenComparing(Report.Suggested::name))
                .limit(Report.TOP)
                .toList();
        return new Report(
                transcript,
                under,
                new Report.Read(
                        messages,
                        automatic,
                        people.size(),
                        span,
                        broken.count(),
                        broken.things(),
                        early,
                        Optional.ofNullable(firstEarly)),
                new Report.Noticed(needs.count(), needs.things()),
                new Report.Noticed(offers.count(), offers.things()),
                new Report.Thanks(thanks.count(), thanks.things()),
                new Report.Questions(
                        asked,
                        unanswered.count(),
                        notYetKnown,
                        Optional.ofNullable(unansweredAfter),
                        unanswered.things()),
                new Report.Introductions(suggestions.count(), needsWithHelper, suggestions.things()),
                helpers,
                standings,
                credit,
                tasks,
                unsaid,
                weeks,
                months,
                new Report.Findings(allNeeds, allOffers, allSuggestions),
                new Report.Failures(failures.count(), failures.things()),
                cost);
    }

    private void week(Instant at, Report.Week more) {
        LocalDate monday =
                LocalDate.ofInstant(at, ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        weeks.merge(monday, more, Report.Week::plus);
    }

    private void month(Instant at, Report.Month more) {
        months.merge(YearMonth.from(at.atZone(ZoneOffset.UTC)), more, Report.Month::plus);
    }
}
