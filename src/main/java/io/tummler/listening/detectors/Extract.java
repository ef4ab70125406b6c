package io.tummler.listening.detectors;

import io.tummler.api.Wording;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what follows a {@link Cue} down to the part that can stand alone as a member's need or offer. */
final class Extract {
    /** Where the author goes on to something else: the story behind it, a plea, thanks. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            " ?(?:[,;(]|(?:^| )(?:-{1,2}|–|—)) ?(?=(?:and (?:i|my|we|it|now)|but|so|as|because|since|when|if|thanks"
                    + "|thank you"
                    + "|please|pls|i|i'[a-z]{1,2}|im|my|we|we'[a-z]{1,2}|it|it's|any|any ?one|any ?body|can|could"
                    + "|does|is"
                    + "|ich|aber|weil|bitte|danke|pero|porque|gracias) |\\p{Punct})"
                    + "|(?:^| )(?:because|cause|cuz|but|weil|porque|thanks|thx|if (?:need|you|it|it's|that|that's"
                    + "|necessary|someone|somebody|anyone|anybody|needed)) ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern LEADING = Pattern.compile(
            "(?:please |pls |plz |me |us |out |with |to |here |hilfe (?:bei|mit) "
                    + "|help (?:(?:you|any ?one|any ?body|some ?one|some ?body|people|others|folks|beginners"
                    + "|newcomers) )?)",
            Pattern.CASE_INSENSITIVE);
    /** Half a sentence. */
    private static final Pattern DANGLING =
            Pattern.compile("(?:(?:or|and|but|if|so|please) |[^\\p{L}\\p{N}\"'(])", Pattern.CASE_INSENSITIVE);

    private static final Pattern TRAILING = Pattern.compile(
            "(?:[\\p{Punct}\\p{So}\\s&&[^)\\]\"'+#%*]]| (?:please|pls|plz|thanks|thx|here|guys|again|lol|bitte"
                    + "|danke|gracias|por favor)"
                    + "| [:;=]-?[)DPp(])$",
            Pattern.CASE_INSENSITIVE);
    private static final int TRIMS_MAX = 8;

    /** Words that name nothing: a wording of these alone says something only where it was said. */
    private static final Set<String> FUNCTION = Cue.words("""
            a able about all am an and any anyone anything are around as at be been being both by can could did do \
            does doing done \
            else find for from get getting give go going good got had has have he help her here him his how i if in \
            info into is it \
            its just kind know like look make me more my need not of off ok on one or other others our out over \
            people please \
            right she should so some somebody someone something sort stuff such sure tell than that the their them \
            then there these \
            they thing things think this those to too try up us use using very want was way we well were what when \
            where whether \
            which who whom why will with work would you your \
            direction error example fix here hint issue link place point problem question recommend review show \
            suggest wrong \
            das der die ein eine einen es hilfe ist jemand jemanden mir mit und was wie wo \
            algo alguien ayuda como cómo con de el ella en es esto la lo me mi para por que qué un una y""");

    private static final Set<String> POINTING =
            Set.of("it", "that", "them", "this", "these", "those", "das", "esto", "eso");

    private Extract() {}

    /** The wording in this text, or none where too little is left to say what it is about. */
    static Optional<String> wording(String text) {
        String cut = text.strip();
        Matcher elsewhere = ELSEWHERE.matcher(cut);
        if (elsewhere.find()) cut = cut.substring(0, elsewhere.start());
        for (int i = 0; i < TRIMS_MAX; i++) {
            String trimmed = trim(cut);
            if (trimmed.equals(cut)) break;
            cut = trimmed;
        }
        return !DANGLING.matcher(cut).lookingAt()
                        && saysWhat(cut)
                        && Wording.parse(shorten(cut)) instanceof Wording.Parsed.Good(Wording good)
                ? Optional.of(good.text())
                : Optional.empty();
    }

    private static String trim(String text) {
        Matcher leading = LEADING.matcher(text);
        String led = leading.lookingAt() ? text.substring(leading.end()) : text;
        // The end only: a search from the start would look at every blank of a long text.
        int from = Math.max(0, led.length() - 16);
        Matcher trailing = TRAILING.matcher(led).region(from, led.length());
        return (trailing.find() ? led.substring(0, trailing.start()) : led).strip();
    }

    /** At most the length of a wording, cut after a word; empty when there is no word to cut after. */
    private static String shorten(String text) {
        if (text.length() <= Wording.LENGTH_MAX) return text;
        return text.substring(0, Math.max(0, text.lastIndexOf(' ', Wording.LENGTH_MAX)));
    }

    /** "what that is" names nothing, "fix this" points at something said elsewhere. */
    private static boolean saysWhat(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}\\p{M}']", -1);
        int naming = 0;
        String last = "";
        for (String word : words) {
            if (word.isEmpty()) continue;
            last = word;
            if (word.length() > 1 && !FUNCTION.contains(word)) naming++;
        }
        return naming >= (POINTING.contains(last) ? 2 : 1);
    }
}
