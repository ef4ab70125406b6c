package io.tummler.listening.detectors;

import static io.tummler.listening.detectors.Cue.anywhere;
import static io.tummler.listening.detectors.Cue.opening;

import io.tummler.api.SignalDetector;
import io.tummler.api.Utterance;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Notices that somebody looks for help, by the turns of phrase in which people say so to everybody: "does anyone know
 * how
 * to ...", "can someone help me with ...", "I'm looking for someone who ...".
 *
 * <p>A member is asked in private to confirm what is noticed, so it rather misses one than bothers: a bare "I need a
 * ..." counts for nothing, a question for a fact ("does anyone know whether ...") for little, and what is said in the
 * first person to somebody in particular is taken to be a part of that conversation.
 */
@Singleton
class NeedDetector implements SignalDetector {
    private static final String ANY =
            "(?:any ?one|any ?body|some ?one|some ?body|any of you|any1)(?: here| else| out there| around)?";
    private static final String PLEASE = "(?:please |pls |plz |kindly |possibly |maybe )?";
    private static final String HOW =
            "(?=(?:how|howto|some ?one|some ?body|any ?one|an?|any|some|good|where i|where to|who) )";
    private static final String FACT = "(?=(?:if|whether|when|why|what|what's|which|where|is|the|about) )";
    private static final String HELP =
            "(?:some |a bit of |a little |urgent )?(?:help|assistance|advice|guidance|a hand)";
    private static final String GIVE =
            "(?=(?:teach|tutor|mentor|recommend|suggest|lend|review|proofread|translate|repair|fix|explain how"
                    + "|show me|walk me through|guide me|give me an?|give me some|point me|direct me|look after"
                    + "|tell me how)\\b)";

    private static final List<Cue> CUES = List.of(
            anywhere(.85, "(?:does|do|would) " + ANY + " (?:happen to )?know " + PLEASE + "(?:of |about )?" + HOW),
            opening(.85, ANY + " (?:happen to )?knows? " + PLEASE + "(?:of |about )?" + HOW),
            anywhere(.55, "(?:does|do|would) " + ANY + " (?:happen to )?know " + FACT),
            opening(.55, ANY + " knows? " + FACT),
            anywhere(
                    .8,
                    "(?:does|do) " + ANY
                            + " have (?=(?:any |some |much )?(?:experience|tips|advice|recommendations?|pointers"
                            + "|an? spare) )"),
            opening(
                    .8,
                    ANY
                            + " (?:have|has|got) (?=(?:any |some |much )?(?:experience|tips|advice|recommendations?"
                            + "|pointers|an? spare) )"),
            anywhere(.85, "(?:can|could|would|will) " + ANY + " " + PLEASE + "(?:be able to )?(?:help|assist)\\b"),
            anywhere(.8, "(?:can|could|would|will) " + ANY + " " + PLEASE + "(?:be able to |be willing to )?" + GIVE),
            opening(.8, ANY + " (?:able|willing|free|up for|want|wants) (?:to )?(?:help|helping)\\b"),
            opening(
                    .8,
                    "(?:i'm|i am|im|we're|we are) (?:currently |also |still |just |really )?(?:looking|searching) for "
                            + "(?=(?:an?|some|any|some ?one|some ?body|help|advice|recommendations|people|good) )"),
            opening(.75, "looking for (?=(?:an?|some|any|some ?one|some ?body|help|advice|recommendations|people) )"),
            opening(
                    .85,
                    "(?:i |we )?(?:really |also |desperately |badly |just |still |do |would )?(?:need|want"
                            + "|'d like|(?:can|could) (?:really |also |just )?use) "
                            + HELP + "\\b(?!ful| page| file| command| menu| text| desk)"),
            opening(
                    .85,
                    "(?:i |we )(?:really |also |desperately |badly |just |still )?need (?=(?:some ?one|some ?body) )"),
            opening(.8, "(?:i'm|i am|we're|we are) in (?:desperate |urgent |dire )?need of "),
            anywhere(
                    .85,
                    "(?:is|are) there (?:any ?one|any ?body|some ?one|some ?body)(?: here| around)? (?:who|that) "
                            + "(?:can|could|might|would|knows?|is able to) "),
            anywhere(
                    .8,
                    "wonder(?:ing|ed)? (?:if|whether) " + ANY
                            + " (?:can|could|might|would|knows?|has) (?:be able to )?(?:of )?"
                            + "(?=(?:help|assist|teach|show|how|recommend|suggest|an?|experience) )"),
            opening(.75, "any (?=(?:recommendations?|advice|tips|pointers) (?:for|on|about|how) )"),
            opening(.8, "who(?: here)? (?:can|could|would) (?:help|teach|show) (?:me|us) "),
            opening(
                    .65,
                    "(?:i'm|i am|im|i've been|i have been) (?:really |currently |still |totally )?(?:struggling"
                            + "|stuck) (?:with|on|to) "),
            anywhere(
                    .85,
                    "(?:weiß|weiss|kennt) (?:hier |vielleicht |zufällig )?jemand,? (?:hier |vielleicht |zufällig "
                            + ")?(?=(?:wie|wo|wer|eine?n?|jemanden) )"),
            anywhere(
                    .85,
                    "(?:kann|könnte) (?:mir |uns )?(?:hier |bitte |vielleicht )?jemand (?:mir |uns )?(?:bitte "
                            + "|vielleicht )?(?:bei|mit) "),
            opening(.8, "ich suche (?:gerade |noch |aktuell )?(?=(?:eine?n?|jemanden|hilfe|leute|nach) )"),
            opening(
                    .85,
                    "ich (?:brauche|bräuchte|benötige) (?:dringend |mal |etwas )?(?:hilfe (?:bei|mit) |(?=jemanden))"),
            anywhere(
                    .85,
                    "alguien (?:aquí )?(?:que )?(?:sabe|sepa|conoce|conozca) (?=(?:cómo|como|dónde|donde|de|una?|a "
                            + "alguien) )"),
            anywhere(.85, "alguien (?:aquí )?(?:me )?(?:puede|podría|pueda) (?:ayudar(?:me|nos)?|ayudar) (?:con |a )?"),
            opening(.8, "(?:estoy buscando|busco) (?=(?:una?|a alguien|ayuda|alguien|clases) )"),
            opening(.85, "necesito (?:ayuda (?:con|para) |(?=(?:a )?alguien))"));

    /** Cues that speak to everybody in so many words; the others are of the first person. */
    private static final Phrase TO_EVERYBODY =
            new Phrase("any ?one|any ?body|some ?one|some ?body|any of you|any1|any|who|jemand|alguien");

    private static final Phrase NEEDING_HELP = new Phrase("(?:need|want) " + HELP + "\\b");
    private static final Phrase OF_ONES_OWN = new Phrase("(?:i|we|my|our|me|us)\\b");
    private static final Phrase YOURS = new Phrase("your\\b");

    @Override
    public Finding inspect(Utterance said, List<Utterance> before) {
        Finding found = Finding.Nothing.NOTHING;
        double best = 0;
        for (String sentence : Prose.sentences(said.text())) {
            var hit = Cue.surest(CUES, sentence).orElse(null);
            if (hit == null || sells(sentence, hit.rest())) continue;
            boolean toOne = said.addressed() && !TO_EVERYBODY.in(sentence);
            double confidence = toOne ? Math.min(.55, hit.confidence()) : hit.confidence();
            var wording = Extract.wording(german(hit.rest()));
            if (wording.isPresent() && confidence > best) {
                found = new Finding.Need(wording.get(), confidence);
                best = confidence;
            }
        }
        return found;
    }

    /** Without an "I", who asks "Need help with your taxes?" has help to give, or to sell. */
    private static boolean sells(String sentence, String rest) {
        return NEEDING_HELP.in(sentence)
                && !OF_ONES_OWN.in(sentence)
                && !TO_EVERYBODY.in(sentence)
                && (sentence.endsWith("?") || YOURS.in(rest));
    }

    /** German says at the end what is done: "bei der Steuererklärung helfen". */
    private static String german(String rest) {
        String plain = rest.endsWith("?") ? rest.substring(0, rest.length() - 1) : rest;
        return plain.endsWith(" helfen") ? plain.substring(0, plain.length() - " helfen".length()) : plain;
    }
}
