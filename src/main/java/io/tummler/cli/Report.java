package io.tummler.cli;

import io.tummler.api.Audience;
import io.tummler.api.Match;
import io.tummler.api.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a replay found. Of what people wrote it holds the wordings of noticed needs and offers, and nothing else.
 *
 * @param transcript the file's name
 * @param under the settings that held
 * @param weeks what was noticed, by the week's Monday in UTC; weeks without anything are left out
 * @param months questions by the month in UTC in which they were asked; months without any are left out
 * @param helpers how often each would have been suggested, most often first, at most {@value #TOP}
 * @param tasks as they stand when the transcript ends
 * @param findings what another replay of the same transcript can be compared by
 */
record Report(
        String transcript,
        Under under,
        Read read,
        Noticed needs,
        Noticed offers,
        Thanks thanks,
        Questions questions,
        Introductions introductions,
        List<Suggested> helpers,
        Standings standings,
        Credit credit,
        List<Audience.Seen> tasks,
        SilentOutbox.Unsaid unsaid,
        SortedMap<LocalDate, Week> weeks,
        SortedMap<YearMonth, Month> months,
        Findings findings,
        Failures failures,
        Cost cost) {
    static final int TOP = 10;
    static final int EXAMPLES = 5;

    /**
     * @param settings where they are written, for people
     * @param mode how far they let the bot go; {@link Mode#OFF} is not to hear a word
     * @param withoutRoles members of whom the transcript does not tell the roles that a rule asks for, taken as having none
     */
    record Under(String settings, Mode mode, long withoutRoles) {}

    /**
     * @param messages by people
     * @param automatic by bots and the platform, left out
     * @param span the first and the last message's time
     * @param broken entries that are no messages, skipped
     * @param early messages of an earlier time than one before them, taken as said at that one's time
     */
    record Read(
            long messages,
            long automatic,
            long members,
            Optional<Span> span,
            long broken,
            List<Transcript.Broken> brokenExamples,
            long early,
            Optional<String> firstEarly) {}

    record Span(Instant from, Instant to) {}

    record Noticed(long count, List<Example> examples) {}

    record Example(String wording, String channel, Instant at) {}

    record Thanks(long count, List<Thank> examples) {}

    record Thank(String from, String to, String channel, Instant at) {}

    /**
     * @param asked all that were noticed
     * @param notYetKnown those that nobody had answered when the transcript ended, in less time than they are given
     * @param after the time that they are given; nothing where none was asked
     */
    record Questions(
            long asked, long unanswered, long notYetKnown, Optional<Duration> after, List<Unanswered> examples) {
        /** Of how many it is known whether they were answered. */
        long known() {
            return asked - notYetKnown;
        }
    }

    record Unanswered(String channel, String message, Instant asked) {}

    /**
     * @param suggested how many would have been
     * @param helped needs with at least one
     */
    record Introductions(long suggested, long helped, List<Suggestion> examples) {}

    record Suggestion(
            String asker, String need, String helper, String offer, double score, List<Match.Reason> reasons) {}

    record Suggested(String name, long times) {}

    /**
     * @param causes in words, the largest first
     */
    record Standing(String name, int score, int given, int received, long credit, List<String> causes) {}

    /**
     * @param top of the highest reciprocity, at most {@value #TOP}
     * @param scores of each member whose reciprocity is known, in no order
     */
    record Standings(List<Standing> top, List<Integer> scores) {}

    /**
     * @param transfers how many gave a member credit
     * @param balances of each member whom something happened to, in no order
     */
    record Credit(long transfers, List<Long> balances) {}

    /** All of each kind, in the order of the transcript. */
    record Findings(List<Found<Example>> needs, List<Found<Example>> offers, List<Found<Suggestion>> introductions) {}

    record Found<T>(Key key, T what) {}

    /**
     * Says of two replays of one transcript that they found the same, though ids of rows differ.
     *
     * @param message which of the messages by people led to it, counted from 1
     * @param whose the transcript's id of whoever needs or offers it
     * @param other that of whoever could help; {@code ""} for none
     */
    record Key(long message, String whose, String other) {}

    record Week(long needs, long offers, long thanks) {
        static final Week EMPTY = new Week(0, 0, 0);

        Week plus(Week other) {
            return new Week(needs + other.needs, offers + other.offers, thanks + other.thanks);
        }
    }

    record Month(long asked, long unanswered, long notYetKnown) {
        static final Month EMPTY = new Month(0, 0, 0);

        long known() {
            return asked - notYetKnown;
        }

        Month plus(Month other) {
            return new Month(asked + other.asked, unanswered + other.unanswered, notYetKnown + other.notYetKnown);
        }
    }

    /** Messages or hours that an engine failed at; nothing of them is counted. */
    record Failures(long count, List<String> examples) {}

    /**
     * @param peakHeap bytes, an upper bound
     */
    record Cost(Duration elapsed, long peakHeap) {}
}
