package io.tummler.matching.answerers;

import io.tummler.Figures;
import io.tummler.matching.answerers.Episode.Asked;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What whoever doesn't learn does: who wrote last, who answered most in 90 days in the channel, who wrote the words
 * of the question (BM25, a member's messages being one text), and a mixture of these. Of equals the one who was heard
 * first.
 */
final class Baselines {
    private static final double ACTIVE = Duration.ofDays(90).toSeconds();
    private static final double WEEK = Duration.ofDays(7).toSeconds();
    /** So much more an answer in the channel counts than one elsewhere. */
    private static final double HERE = 1_000;

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_']+|[0-9]{3,}");
    private static final Set<String> STOP = Set.of("""
            the a an and or of to in on for is are be was were this that it i you we they with as at by from not \
            have has had do does did can could would should will just but if so my your there here what how why \
            when which who any some all also about into than then them his her its our their one get got use \
            using used like think know see want need me he she im ive dont thats yes no ok okay thanks thank hi \
            hello hey""".split(" "));

    private final Map<String, Double> last = new LinkedHashMap<>();
    private final Map<String, String> starters = new HashMap<>();
    private final Set<Answer> answered = new HashSet<>();
    private final Deque<Counted> recent = new ArrayDeque<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private final Map<Place, Integer> answersHere = new HashMap<>();
    private final Map<String, Map<String, Integer>> writers = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private long length;

    private final Score recency = new Score("last-seen");
    private final Score counting = new Score("answers-in-90-days-here");
    private final Score bm25 = new Score("bm25");
    private final Score mix = new Score("untuned-mix");

    private record Answer(String thread, String author) {}

    private record Place(String channel, String author) {}

    private record Counted(double at, Place place) {}

    void ask(Asked asked) {
        Question question = asked.question();
        double now = question.at().getEpochSecond();
        while (!recent.isEmpty() && now - recent.getFirst().at > ACTIVE) {
            Place old = recent.removeFirst().place;
            answers.merge(old.author, -1, Integer::sum);
            answersHere.merge(old, -1, Integer::sum);
        }
        List<String> candidates = last.keySet().stream()
                .filter(author -> now - last.get(author) <= ACTIVE && !author.equals(question.asker()))
                .toList();
        Map<String, Integer> words = new LinkedHashMap<>();
        for (String word : words(question.title().orElse("") + " " + question.text()))
            words.merge(word, 1, Integer::sum);
        Map<String, Double> byWords = new HashMap<>();
        Map<String, Double> byRareWords = new HashMap<>();
        double mean = length == 0 ? 1 : (double) length / lengths.size();
        words.forEach((word, times) -> {
            Map<String, Integer> counts = writers.getOrDefault(word, Map.of());
            double idf = Math.log(1 + (lengths.size() - counts.size() + .5) / (counts.size() + .5));
            counts.forEach((author, count) -> {
                double okapi = count * 2.2 / (count + 1.2 * (.25 + .75 * lengths.get(author) / mean));
                byWords.merge(author, idf * okapi * Math.min(times, 3), Double::sum);
                byRareWords.merge(author, idf * Math.log1p(count), Double::sum);
            });
        });
        ToDoubleFunction<String> here = author -> answersHere.getOrDefault(new Place(question.channel(), author), 0);
        ToDoubleFunction<String> anywhere = author -> answers.getOrDefault(author, 0);
        ToDoubleFunction<String> rare = author -> byRareWords.getOrDefault(author, 0.);
        double mostHere = most(candidates, here);
        double most = most(candidates, anywhere);
        double mostRare = most(candidates, rare);
        add(recency, asked, candidates, last::get);
        add(counting, asked, candidates, author -> here.applyAsDouble(author) * HERE + anywhere.applyAsDouble(author));
        add(bm25, asked, candidates, author -> byWords.getOrDefault(author, 0.));
        add(
                mix,
                asked,
                candidates,
                author -> rare.applyAsDouble(author) / mostRare
                        + Math.log1p(here.applyAsDouble(author)) / Math.log1p(mostHere)
                        + .5 * Math.log1p(anywhere.applyAsDouble(author)) / Math.log1p(most)
                        + .5 * Math.exp(-(now - last.get(author)) / WEEK));
    }

    void hear(Heard heard) {
        String author = heard.author();
        double now = heard.at().getEpochSecond();
        last.put(author, now);
        heard.thread().ifPresent(thread -> {
            String starter = starters.putIfAbsent(thread, author);
            if (starter == null || starter.equals(author) || !answered.add(new Answer(thread, author))) return;
            var place = new Place(heard.channel(), author);
            recent.addLast(new Counted(now, place));
            answers.merge(author, 1, Integer::sum);
            answersHere.merge(place, 1, Integer::sum);
        });
        List<String> words = words(heard.text());
        for (String word : words)
            writers.computeIfAbsent(word, _ -> new HashMap<>()).merge(author, 1, Integer::sum);
        lengths.merge(author, words.size(), Integer::sum);
        length += words.size();
    }

    void show(Figures figures) throws IOException {
        for (Score score : List.of(recency, counting, bm25, mix)) score.show(figures);
    }

    private static void add(Score score, Asked asked, List<String> candidates, ToDoubleFunction<String> value) {
        Map<String, Double> values = new HashMap<>();
        for (String candidate : candidates) values.put(candidate, value.applyAsDouble(candidate));
        score.add(
                asked,
                candidates.stream()
                        .sorted(Comparator.comparingDouble((String author) -> -values.get(author)))
                        .toList());
    }

    private static double most(List<String> candidates, ToDoubleFunction<String> value) {
        double most = candidates.stream().mapToDouble(value).max().orElse(1);
        return most == 0 ? 1 : most;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("^'+|'+$", ""))
                .filter(word -> word.length() > 1 && !STOP.contains(word))
                .toList();
    }
}
