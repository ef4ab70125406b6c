package io.tummler.credit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.tummler.api.MemberId;
import io.tummler.credit.HelpingMonth.Returned;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Works out how a community helps each other, month by month, from who said that who helped; pure. */
final class HelpingFigures {
    /** Figures of fewer members than this are withheld. */
    static final int MEMBERS_LEAST = 5;
    /** What is to come back does so within this time. */
    static final Duration RETURN = Duration.ofDays(90);
    /** More than a community says in a month; more are refused, lest it take long. */
    static final int WORDS_MOST = 1_000_000;

    private final Instant now;
    private final long seed;
    /** When each member was helped. */
    private final Map<MemberId, TreeSet<Instant>> helpedAt;

    private HelpingFigures(List<HelpingWord> words, Instant now, long seed) {
        this.now = now;
        this.seed = seed;
        helpedAt = words.stream()
                .collect(groupingBy(HelpingWord::by, mapping(HelpingWord::at, toCollection(TreeSet::new))));
    }

    /**
     * One for each of the last months in which anybody said anything, the earliest first.
     *
     * @param words of one community, in any order; what is later than {@code now} is not looked at
     * @param last how many months at most
     * @param seed for the shuffles; the same words and the same seed give the same figures
     * @throws IllegalArgumentException if there are more than {@value #WORDS_MOST} words in a month
     */
    static List<HelpingMonth> of(List<HelpingWord> words, Instant now, int last, long seed) {
        List<HelpingWord> said =
                words.stream().filter(word -> !word.at().isAfter(now)).toList();
        var figures = new HelpingFigures(said, now, seed);
        var months = new TreeMap<YearMonth, List<HelpingWord>>();
        months.putAll(said.stream().collect(groupingBy(HelpingFigures::month)));
        return months.entrySet().stream()
                .skip(Math.max(0, months.size() - last))
                .map(month -> figures.of(month.getKey(), month.getValue()))
                .toList();
    }

    private static YearMonth month(HelpingWord word) {
        return YearMonth.from(word.at().atOffset(ZoneOffset.UTC));
    }

    private HelpingMonth of(YearMonth month, List<HelpingWord> words) {
        if (words.size() > WORDS_MOST)
            throw new IllegalArgumentException("at most %d words a month, not %d".formatted(WORDS_MOST, words.size()));
        Map<MemberId, Integer> numbers = numbers(words);
        if (numbers.size() < MEMBERS_LEAST) return new HelpingMonth.Withheld(month);
        var network = new HelpingNetwork(words.stream()
                .map(word -> new HelpingNetwork.Link(
                        numbers.getOrDefault(word.by(), 0), numbers.getOrDefault(word.of(), 0), word.worth()))
                .toList());
        double[] helped = new double[numbers.size()];
        for (HelpingNetwork.Link link : network.links()) helped[link.of()] += link.worth();
        return new HelpingMonth.Counted(
                month,
                numbers.size(),
                words.size(),
                network.mutual(new Random(seed + month.getYear() * 12L + month.getMonthValue())),
                returned(month, words),
                gini(helped));
    }

    /** Of all who took part, in order of their ids. */
    private static Map<MemberId, Integer> numbers(List<HelpingWord> words) {
        Map<MemberId, Integer> numbers = new HashMap<>();
        words.stream()
                .flatMap(word -> Stream.of(word.by(), word.of()))
                .distinct()
                .sorted()
                .forEach(member -> numbers.put(member, numbers.size()));
        return numbers;
    }

    private Returned returned(YearMonth month, List<HelpingWord> words) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        if (end.plus(RETURN).isAfter(now)) return new Returned.NotYetKnown();
        return new Returned.Share(words.stream().filter(this::cameBack).count() / (double) words.size());
    }

    /** Whether the helper was helped by anyone in the time after. */
    private boolean cameBack(HelpingWord word) {
        var next = helpedAt.getOrDefault(word.of(), new TreeSet<>()).higher(word.at());
        return next != null && !next.isAfter(word.at().plus(RETURN));
    }

    /**
     * {@code G = 2 sum(i x_i) / (n sum(x_i)) - (n + 1) / n}, {@code x_i} being the {@code i}-th smallest of {@code n} (Gini,
     * "Variabilità e mutabilità", 1912).
     *
     * @param amounts not negative, some above 0
     * @return 0 if all are equal, to 1 - 1/n if all but one are 0
     */
    static double gini(double[] amounts) {
        double[] sorted = amounts.clone();
        Arrays.sort(sorted);
        double all = 0;
        double ranked = 0;
        for (int i = 0; i < sorted.length; i++) {
            all += sorted[i];
            ranked += (i + 1) * sorted[i];
        }
        return 2 * ranked / (sorted.length * all) - (sorted.length + 1.0) / sorted.length;
    }
}
