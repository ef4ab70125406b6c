package io.tummler.listening.detectors;

import static io.tummler.listening.detectors.Cue.opening;

import io.tummler.api.SignalDetector;
import io.tummler.api.Utterance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notices that somebody could help others, whoever they are: "if anyone needs help with ..., ping me", "I can teach
 * ...",
 * "happy to lend ...".
 *
 * <p>"I can help you with that" is an offer too, but to one person and for now. So an offer in the first person
 * counts for
 * little when it names or answers somebody, and when it falls into a conversation, unless it says that it is for
 * anybody.
 */
@Singleton
class OfferDetector implements SignalDetector {
    /** Who spoke this long ago is still in conversation. */
    private static final Duration CONVERSATION = Duration.ofMinutes(15);

    private static final double TO_ONE = .5;
    /** How far behind the cue it may stand for whom the offer is. */
    private static final int NEAR = 40;

    private static final String ANYBODY =
            "(?:any ?one|any ?body|some ?one|some ?body|any of you|people|folks|others|beginners|newcomers|newbies"
                    + "|everyone|everybody)";
    private static final String GENEROUS =
            "(?:teach|tutor|mentor|coach|lend|babysit|proofread|give away|give lessons|give classes)";
    private static final String HELPING =
            "(?:help|show|explain|review|translate|fix|repair|share|drive|look after|walk|introduce|answer questions)";
    /** "I could fix people" is no offer to fix anything for them. */
    private static final String HELPING_PEOPLE = "(?:help|show|drive|introduce)";

    private static final String GLAD =
            "(?:always |also |more than |very |really |quite )?(?:happy|glad|willing|available|free|delighted) to ";

    private static final List<Cue> CUES = List.of(
            opening(
                    .8,
                    "(?:i'm|i am|im|i'd be|i would be|i'll be|i will be|we're|we'd be|we would be) " + GLAD + "(?="
                            + GENEROUS + " )"),
            opening(.75, GLAD + "(?=" + GENEROUS + " )"),
            opening(
                    .75,
                    "(?:(?:i'm|i am|im|i'd be|i would be|i'll be|i will be) )?" + GLAD + "(?=" + HELPING
                            + " (?:with |out with |about |" + ANYBODY + " ))"),
            opening(
                    .8,
                    "i (?:can|could|would love to|want to|would like to) (?:also |still |happily )?(?=" + GENEROUS
                            + " )"),
            opening(.8, "i'd (?:love|like) to (?=" + GENEROUS + " )"),
            opening(
                    .75,
                    "i (?:can|could) (?:also |always |happily )?(?=(?:" + HELPING + ") (?:with |out with )|"
                            + HELPING_PEOPLE + " " + ANYBODY + " )"),
            opening(
                    .75,
                    "(?:i'd|i would) (?:love|like|be happy|be glad) to (?=(?:" + HELPING + ") (?:with |" + ANYBODY
                            + " ))"),
            opening(
                    .8,
                    "(?:i |we )(?:also )?offer (?!no |my (?:apologies|condolences|opinion)|an? (?:opinion|apology)"
                            + "|you )"),
            opening(.8, "(?:i'm|i am|im|we're|we are) offering (?!no |you )"),
            opening(.75, "offering (?=(?:free|an?|some|my|private|two|one|lessons|help|rides|tutoring) )"),
            opening(
                    .8,
                    "(?:feel free to |you can (?:always |all )?|just )?(?:ask|ping|dm|message|pm) me (?:anything "
                            + "about|if you need (?:any )?help with|for help with) "),
            opening(.75, "(?:i'm |i am )?giving away (?!the |that |it )"),
            opening(.75, "i(?: have|'ve got| have got) (?=(?:an?|some|two|three|a few) spare )"),
            opening(.8, "ich helfe (?:euch |jedem |allen )?(?:gerne? |auch )?(?:euch |jedem |allen )?(?:bei|mit) "),
            opening(.8, "ich (?:kann|könnte) (?:gerne? |auch )?(?:bei|mit) (?=.{3,160} helfen$)"),
            opening(.8, "ich biete (?=(?:eine?n?|kostenlose?n?|hilfe|gratis|nachhilfe|unterricht)\\b)"),
            opening(.75, "ich (?:verschenke|verleihe|unterrichte) "),
            opening(.8, "puedo (?=enseñar|dar clases|prestar)|puedo ayudar(?:os|les|los)? (?:con|a|en) "),
            opening(.8, "ofrezco (?!disculpas)|(?=doy clases de )"));

    /** "If anyone needs X, ..." offers X when the speaker steps forward; else it is news or a request. */
    private static final Phrase IF_ANYONE = new Phrase("(?:if|in case) " + ANYBODY
            + "(?: here| else)? (?:ever |still )?(?:needs?|could use|is looking for|are looking for"
            + "|wants? (?!to\\b|the\\b|me\\b)|would like (?!to\\b|an? (?:email )?invite)) ?"
            + "|(?:falls|wenn) jemand (?=.{3,160} (?:braucht|sucht|benötigt))|si alguien (?:necesita|busca) ");

    private static final Phrase STEPS_FORWARD =
            new Phrase("i can|i could|i'd|i'm happy|i am happy|happy to|glad to|i have|i've got|i offer"
                    + "|ping me|dm me|pm me|message me|text me|let me know|hit me up|reach out|give me a shout"
                    + "|just ask|ask me|contact me|tell me"
                    + "|meldet euch|melde dich|schreibt mir|sagt bescheid|ich kann|ich helfe|ich habe|puedo"
                    + "|avisadme|avísame|avísenme|escríbeme|escribidme");
    /** "I could help people if I wanted to." */
    private static final Phrase UNREAL = new Phrase("if (?:only|i (?:wanted|had|were|was|could|knew|cared))\\b");

    private static final Pattern NEED_ENDS = Pattern.compile(
            " ?(?:[,;(]| -| –| —| then\\b| (?:braucht|sucht|benötigt)\\b| (?:i can|i could|i'd|i'm|i have|ping|dm"
                    + "|pm|message|let me|just|hit me|feel free|please|puedo)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Phrase FOR_ANYBODY = new Phrase(ANYBODY + "|jedem|allen|euch|alguien|quien quiera");

    @Override
    public Finding inspect(Utterance said, List<Utterance> before) {
        boolean inConversation = said.addressed() || answers(said, before);
        Finding found = Finding.Nothing.NOTHING;
        double best = 0;
        List<String> sentences = Prose.sentences(said.text());
        for (int i = 0; i < sentences.size(); i++) {
            String sentence = sentences.get(i);
            if (sentence.endsWith("?") || UNREAL.in(sentence)) continue;
            String next = i + 1 < sentences.size() ? sentences.get(i + 1) : "";
            Optional<Finding.Offer> offer = ifAnyone(sentence, next)
                    .flatMap(OfferDetector::offer)
                    .or(() -> Cue.surest(CUES, sentence)
                            .map(it -> weighed(it, inConversation))
                            .flatMap(OfferDetector::offer));
            if (offer.isEmpty() || offer.get().confidence() <= best) continue;
            found = offer.get();
            best = offer.get().confidence();
        }
        return found;
    }

    private static Cue.Hit weighed(Cue.Hit hit, boolean inConversation) {
        String near = hit.rest().substring(0, Math.min(NEAR, hit.rest().length()));
        boolean toOne = inConversation && !FOR_ANYBODY.in(near);
        return toOne ? new Cue.Hit(hit.rest(), Math.min(TO_ONE, hit.confidence())) : hit;
    }

    private static Optional<Cue.Hit> ifAnyone(String sentence, String next) {
        Matcher found = IF_ANYONE.find(sentence, 0);
        if (found == null) return Optional.empty();
        String rest = sentence.substring(found.end());
        if (!STEPS_FORWARD.in(sentence) && !STEPS_FORWARD.in(next)) return Optional.empty();
        Matcher ends = NEED_ENDS.matcher(rest);
        return Optional.of(new Cue.Hit(ends.find() ? rest.substring(0, ends.start()) : rest, .85));
    }

    private static boolean answers(Utterance said, List<Utterance> before) {
        return before.reversed().stream()
                .takeWhile(it -> !it.at().isBefore(said.at().minus(CONVERSATION)))
                .anyMatch(it -> !it.speaker().equals(said.speaker()));
    }

    private static Optional<Finding.Offer> offer(Cue.Hit hit) {
        return Extract.wording(german(hit.rest())).map(wording -> new Finding.Offer(wording, hit.confidence()));
    }

    private static String german(String rest) {
        return rest.endsWith(" helfen") ? rest.substring(0, rest.length() - " helfen".length()) : rest;
    }
}
