package io.tummler.listening.detectors;

import io.tummler.api.SignalDetector;
import io.tummler.api.Utterance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Notices a question that is put to everybody, so that somebody should answer.
 *
 * <p>Surest is one that says so ("does anyone ..."). Any other question of some length counts when it opens a
 * conversation; within one it is most likely put to whoever is being talked with. What mentions or answers
 * somebody, or asks "you", is not for everybody.
 */
@Singleton
class QuestionDetector implements SignalDetector {
    private static final Duration CONVERSATION = Duration.ofMinutes(10);
    private static final int WORDS_MIN = 4;

    private static final Phrase TO_EVERYBODY = new Phrase(
            "any ?one|any ?body|some ?one|some ?body|any of you|you (?:guys|all|folks)|y'all|who here|is there"
                    + "|are there|any (?:ideas?|suggestions?|recommendations?|advice|tips|pointers)|jemand|alguien");
    private static final Phrase ASKING_WITHOUT_MARK =
            new Phrase("(?:does|do|can|could|would|has|is) (?:any ?one|any ?body|some ?one|some ?body)|(?:any ?one|any "
                    + "?body)(?: here)? (?:knows?|has|have|got|tried)"
                    + "|how (?:do|can|would|should) (?:i|we|one)|(?:weiß|kennt|hat|kann) (?:hier )?jemand|alguien "
                    + "(?:sabe|conoce|tiene|puede)");
    private static final Phrase OPENS_A_QUESTION = new Phrase(
            "what|what's|which|who|whom|whose|when|where|where's|why|how|how's|is|are|does|do|did|can|could|should"
                    + "|would|has|have|will"
                    + "|was|were|wer|wie|was|wo|wann|warum|welche|gibt es|kann man|qué|quién|cómo|dónde|cuándo|por "
                    + "qué|hay");
    private static final Phrase TO_ONE = new Phrase("you|your|u|du|dein|ihr|tú|usted|tu");
    private static final Phrase RHETORICAL = new Phrase(
            "who cares|who knows|what the (?:hell|heck|fuck)|wtf|how cool|how dare|how are you|how is it going"
                    + "|how's it going"
                    + "|what's up|isn't it|right\\?|no\\?|eh\\?|huh\\?|ok\\?|okay\\?|why bother|why not\\?|wie "
                    + "geht's|qué tal");

    @Override
    public Finding inspect(Utterance said, List<Utterance> before) {
        if (said.addressed()) return Finding.Nothing.NOTHING;
        boolean opening = before.reversed().stream()
                .takeWhile(it -> !it.at().isBefore(said.at().minus(CONVERSATION)))
                .allMatch(it -> it.speaker().equals(said.speaker()));
        Finding found = Finding.Nothing.NOTHING;
        double best = 0;
        for (String sentence : Prose.sentences(said.text())) {
            double confidence = confidence(sentence, opening);
            if (confidence <= best) continue;
            best = confidence;
            found = new Finding.Question(sentence, confidence);
        }
        return found;
    }

    private static double confidence(String sentence, boolean opening) {
        boolean marked = sentence.endsWith("?");
        if (!marked && !ASKING_WITHOUT_MARK.in(sentence)) return 0;
        if (words(sentence) < WORDS_MIN || RHETORICAL.in(sentence)) return 0;
        if (TO_EVERYBODY.in(sentence)) return marked ? .9 : .8;
        if (TO_ONE.in(sentence)) return 0;
        if (!opening) return .5;
        return OPENS_A_QUESTION.in(sentence) ? .8 : .6;
    }

    private static long words(String sentence) {
        return sentence.chars().filter(c -> c == ' ').count() + 1;
    }
}
