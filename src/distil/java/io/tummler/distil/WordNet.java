package io.tummler.distil;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English sentences and words out of the data files of WordNet 3.1: each synset's words with their definition, and the
 * examples. Names are left out, with all that begins with a capital letter.
 */
final class WordNet {
    private static final String FOLDER = "net/sf/extjwnl/data/wordnet/wn31/";
    private static final List<String> FILES = List.of("data.noun", "data.verb", "data.adj", "data.adv");
    private static final Pattern EXAMPLE = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern PLAIN = Pattern.compile("[a-z]{3,}");
    private static final Pattern IN_WORDS = Pattern.compile("[\\p{Mn}'\u2019\u00ad]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int SEED = 31;

    private final List<String> sentences = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    WordNet() {
        Map<String, Integer> seen = new HashMap<>();
        for (String file : FILES)
            new String(Teacher.resource(FOLDER + file), StandardCharsets.UTF_8)
                    .lines()
                    // The licence stands at the beginning, indented.
                    .filter(line -> !line.startsWith(" "))
                    .forEach(line -> synset(line, seen));
        counts.replaceAll((word, none) -> seen.getOrDefault(word, 0));
        Collections.shuffle(sentences, new Random(SEED));
    }

    /** The form of a line: wndb(5WN) of WordNet's manual. */
    private void synset(String line, Map<String, Integer> seen) {
        int bar = line.indexOf('|');
        String[] fields = line.substring(0, bar).split(" ");
        var members = new ArrayList<String>();
        for (int i = 0; i < Integer.parseInt(fields[3], 16); i++) {
            String lemma = fields[4 + 2 * i].replaceAll("\\(.*\\)", "").replace('_', ' ');
            if (Character.isUpperCase(lemma.charAt(0))) return;
            members.add(lemma);
            if (PLAIN.matcher(lemma).matches()) counts.putIfAbsent(lemma, 0);
        }
        String gloss = line.substring(bar + 1).strip();
        Matcher example = EXAMPLE.matcher(gloss);
        int definitionEnd = gloss.length();
        while (example.find()) {
            definitionEnd = Math.min(definitionEnd, example.start());
            sentences.add(example.group(1));
        }
        sentences.add(String.join(", ", members) + ": "
                + gloss.substring(0, definitionEnd).replaceAll("[;\\s]+$", ""));
        String plain = Normalizer.normalize(gloss.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        for (String word : BETWEEN_WORDS.split(IN_WORDS.matcher(plain).replaceAll("")))
            seen.merge(word, 1, Integer::sum);
    }

    /** All sentences, shuffled, but always in the same order. */
    List<String> sentences() {
        return sentences;
    }

    /** Single words that WordNet has and the given set lacks, the commonest in the definitions first. */
    List<String> wordsBeyond(Set<String> known, int most) {
        return counts.entrySet().stream()
                .filter(word -> !known.contains(word.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
