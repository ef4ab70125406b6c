package io.tummler.distil;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English sentences and words out of the WordNet 3.1 data files: each synset's words with their definition, and the
 * example sentences. Names (capital letter, which takes the Latin genera with it) are left out.
 */
public final class WordNet {

    private static final Pattern EXAMPLE = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern PLAIN = Pattern.compile("[a-z]{3,}");

    private final List<String> sentences = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    public WordNet(Function<String, List<String>> words) {
        Map<String, Integer> seen = new HashMap<>();
        for (String kind : new String[] {"noun", "verb", "adj", "adv"}) {
            String file = new String(Teacher.resource("net/sf/extjwnl/data/wordnet/wn31/data." + kind),
                    StandardCharsets.UTF_8);
            file.lines().filter(l -> !l.startsWith(" ")).forEach(line -> synset(line, words, seen));
        }
        counts.replaceAll((w, n) -> seen.getOrDefault(w, 0));
        Collections.shuffle(sentences, new Random(31));
    }

    private void synset(String line, Function<String, List<String>> words, Map<String, Integer> seen) {
        int bar = line.indexOf('|');
        String[] field = line.substring(0, bar).split(" ");
        List<String> members = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(field[3], 16); i++) {
            String lemma = field[4 + 2 * i].replaceAll("\\(.*\\)", "").replace('_', ' ');
            if (Character.isUpperCase(lemma.charAt(0))) {
                return;
            }
            members.add(lemma);
            if (PLAIN.matcher(lemma).matches()) {
                counts.putIfAbsent(lemma, 0);
            }
        }
        String gloss = line.substring(bar + 1).strip();
        Matcher m = EXAMPLE.matcher(gloss);
        int start = gloss.length();
        while (m.find()) {
            start = Math.min(start, m.start());
            sentences.add(m.group(1));
        }
        sentences.add(String.join(", ", members) + ": " + gloss.substring(0, start).replaceAll("[;\\s]+$", ""));
        for (String w : words.apply(gloss)) {
            seen.merge(w, 1, Integer::sum);
        }
    }

    /** All sentences, in an order that is shuffled but always the same. */
    public List<String> sentences() {
        return sentences;
    }

    /** Single words that WordNet has and the given set lacks, the commonest in the definitions first. */
    public List<String> wordsBeyond(Set<String> known, int most) {
        return counts.entrySet().stream().filter(e -> !known.contains(e.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(most).map(Map.Entry::getKey)
                .toList();
    }

    int count(String word) {
        return counts.getOrDefault(word, 0);
    }
}
