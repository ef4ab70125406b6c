package io.tummler.matching.answerers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text, stemmed and hashed. Parts of names in camel case count beside the whole, the path of a link
 * counts as text, and mentions don't count. A hash can't be read, so that no word of anybody is kept.
 */
final class Terms {
    private static final int MOST = 400;
    private static final int LONGEST = 40;
    /** What is taken of a link, after {@code https://}. */
    private static final int LINK_BEGIN = 8;

    private static final int LINK_END = 60;

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern MENTION = Pattern.compile("@[!&]?[\\p{L}\\p{N}_\\-.:]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'\\p{L}+)?");
    private static final Pattern PART = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\\d+");

    private Terms() {}

    /** How often each term stands in a text, in the order in which they come up. */
    static Map<Long, Integer> counted(String text) {
        Map<Long, Integer> counts = new LinkedHashMap<>();
        for (String term : of(text)) counts.merge(hash(term), 1, Integer::sum);
        return counts;
    }

    /** In the order of the text, at most about 400. */
    static List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        String plain = LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(part(link.group())));
        Matcher words = WORD.matcher(MENTION.matcher(plain).replaceAll(" "));
        while (terms.size() <= MOST && words.find()) {
            String word = words.group();
            if (word.length() > LONGEST) continue;
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.length() > 1) terms.add(stem(lower));
            if (word.length() > 5 && isMixed(word)) addParts(word, terms);
        }
        return terms;
    }

    private static String part(String link) {
        return " " + link.substring(Math.min(LINK_BEGIN, link.length()), Math.min(LINK_END, link.length())) + " ";
    }

    private static void addParts(String word, List<String> terms) {
        List<String> parts =
                PART.matcher(word).results().map(found -> found.group()).toList();
        if (parts.size() < 2) return;
        for (String part : parts) if (part.length() > 2) terms.add(stem(part.toLowerCase(Locale.ROOT)));
    }

    private static boolean isMixed(String word) {
        return !isAll(word, Character::isUpperCase, Character::isLowerCase)
                && !isAll(word, Character::isLowerCase, Character::isUpperCase)
                && !isAll(word.substring(1), Character::isLowerCase, Character::isUpperCase);
    }

    private static boolean isAll(String word, IntPredicate some, IntPredicate none) {
        return word.codePoints().anyMatch(some) && word.codePoints().noneMatch(none);
    }

    /** Cuts what English words most often end in: enough for the same word to meet itself. */
    static String stem(String word) {
        String cut = word;
        if (word.length() > 5 && word.endsWith("ing")) cut = cut(word, 3);
        else if (word.length() > 4 && (word.endsWith("ed") || word.endsWith("es"))) cut = cut(word, 2);
        else if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")) cut = cut(word, 1);
        return cut.length() > 3 && cut.endsWith("e") ? cut(cut, 1) : cut;
    }

    private static String cut(String word, int characters) {
        return word.substring(0, word.length() - characters);
    }

    /** FNV-1a over 64 bits, finished as SplitMix64 does, so that every bit is as good as a coin. Never 0. */
    static long hash(String term) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : term.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
