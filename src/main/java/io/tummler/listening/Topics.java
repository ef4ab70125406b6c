package io.tummler.listening;

import io.tummler.api.Wording;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The few words that tell what a question is about. Whoever answered it may take them for an offer of their own; the
 * sentence itself is its author's, and is not kept for anybody else.
 */
final class Topics {
    private static final int TOPICS_MAX = 6;
    private static final int LETTERS_MIN = 4;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}_]+");

    private static final Set<String> TELLING_NOTHING = Set.of("""
            about after again also anybody anyone anything around because been before being best between both can't \
            could does doesn doing done each either else even ever every example find first from getting give given \
            going good have having hello help here into issue just kind know like look looking made make makes many \
            maybe mean more most much must need needs never number only other ought over people place please point \
            possible problem question quite really right same seem seems should some somebody someone something \
            still stuff such suggest sure take tell than thank thanks that their them then there these they thing \
            things think this those trying type under understand until using very want wants were what when where \
            whether which while whole will with within without wondering work working works would wrong your \
            aber alle auch damit dann dass diese dieser doch eine einen einer eines etwas gibt haben hallo hier \
            jemand kann kannst könnte machen mehr nicht noch oder schon sehr sich sind über warum wenn werden wird \
            wissen alguien algo como cómo cuando cuándo donde dónde esta está este esto hacer para pero porque puede \
            puedo qué quién saben sobre tengo tiene todo una""".split("\\s+"));

    private Topics() {}

    /** Empty where nothing tells. */
    static Optional<Wording> of(String text) {
        Set<String> topics = new LinkedHashSet<>();
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
            if (topics.size() < TOPICS_MAX
                    && word.codePointCount(0, word.length()) >= LETTERS_MIN
                    && !TELLING_NOTHING.contains(word)) topics.add(word);
        return Wording.parse(String.join(", ", topics)) instanceof Wording.Parsed.Good(Wording wording)
                ? Optional.of(wording)
                : Optional.empty();
    }
}
