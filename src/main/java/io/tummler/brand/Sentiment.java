package io.tummler.brand;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds tasks that give credit for an opinion of one kind, which 16 CFR 465.4 forbids. It knows the usual ways to ask
 * for it in English, German and Spanish and would rather refuse one too many; a moderator who reads the task still has
 * the last word.
 */
final class Sentiment {
    /** Around what counts as an opinion, at most two words that don't turn it around: "good or bad feedback" is honest. */
    private static final String BETWEEN = "(?: (?!(?:or|and|oder|und|o|y|critical|negative|bad|quality) )[a-z]+){0,2} ";

    private static final String STAR = "[★☆⭐⭑✩✪✭✮✯🌟🌠]";

    private static final String EN_NOUN =
            "(?:reviews?|ratings?|feedback|testimonials?|comments?|opinions?|recommendations?|words?|marks)";
    private static final String DE_NOUN = "(?:\\w*bewertung(?:en)?|rezension(?:en)?|kritik(?:en)?|ruckmeldung(?:en)?"
            + "|feedback|kommentare?|meinung(?:en)?|erfahrungsberichte?)";
    private static final String ES_NOUN = "(?:resenas?|valoracion(?:es)?|opinion(?:es)?|calificacion(?:es)?"
            + "|comentarios?|criticas?|puntuacion(?:es)?|evaluacion(?:es)?)";

    private static final List<Pattern> ASKED = List.of(
            Pattern.compile("(?:" + STAR + " ?){3}"),
            Pattern.compile("\\b(?:[345]|three|four|five|all|drei|vier|funf|tres|cuatro|cinco) ?(?:gold(?:en)? ?)?"
                    + "(?:(?:stars?|sternen?|estrellas?)\\b|" + STAR + ")"),
            Pattern.compile("\\b(?:5 out of 5|10 out of 10)\\b"),
            Pattern.compile("\\b(?:positive|good|great|nice|kind|favou?rable|glowing|excellent|top|best|perfect|amazing"
                    + "|enthusiastic|high|higher|raving|rave|flattering|stellar)"
                    + BETWEEN + EN_NOUN + "\\b"),
            Pattern.compile("\\b(?:positiv|gut|best|toll|super|schon|nett|hervorragend|ausgezeichnet|begeistert|lobend"
                    + "|top|sehr gut|erstklassig)(?:e|en|er|es|em)?"
                    + BETWEEN + DE_NOUN + "\\b"),
            Pattern.compile("\\b" + ES_NOUN
                    + "(?: muy)? (?:positiv|buen|favorabl|excelent|perfect|entusiast|estupend)[a-z]*\\b"
                    + "(?! (?:o|y|u) )"),
            Pattern.compile("\\b(?:buen[oa]?s?|excelentes?|mejor(?:es)?)" + BETWEEN + ES_NOUN + "\\b"),
            Pattern.compile("\\b(?:rate|review|bewerte\\w*|valora|califica|puntua)"
                    + "(?: (?!how |if |whether |wie |ob |si )[a-z]+){0,3}"
                    + " (?:highly|positively|favou?rably|(?<! as )well|positiv|gut|hoch|positivamente|bien|alto)\\b"
                    + "(?! (?:or|oder|o) )"),
            Pattern.compile("\\b(?:praise|recommend|lobe|empfiehl|empfehl\\w*|recomienda|elogia)"
                    + " (?:us|our|uns|unser\\w*|nuestr\\w*|a nuestr\\w*)\\b"),
            Pattern.compile("\\bsay (?:something|anything|only)? ?(?:nice|good|positive|kind)\\b"),
            Pattern.compile("\\b(?:no|without) (?:negative|bad|critical) (?:ones?|" + EN_NOUN + ")\\b"),
            Pattern.compile("\\b(?:keine?n?|ohne) (?:negative?n?|schlechten?) " + DE_NOUN + "\\b"),
            Pattern.compile("\\b(?:no|sin|ninguna?) " + ES_NOUN + " (?:negativ|mal)[ao]s?\\b"));

    private Sentiment() {}

    /** Throws when what is said asks for an opinion of one kind. */
    static void refuse(String said) {
        String plain = plain(said);
        for (Pattern asked : ASKED) {
            var found = asked.matcher(plain);
            if (found.find())
                throw new IllegalArgumentException(
                        "neither a task nor its brand may ask for a good opinion, as \"" + found.group()
                                + "\" does: 16 CFR 465.4 forbids giving something for a review of one kind. It may ask for"
                                + " honest feedback of any kind, such as \"Try it and tell us what you think, good or bad\"");
        }
    }

    /** Lower case without accents, invisible characters and punctuation between words. */
    private static String plain(String said) {
        return Normalizer.normalize(said, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{So}]+", " ")
                .strip();
    }
}
