package io.tummler.listening.detectors;

import io.tummler.api.SignalDetector;
import io.tummler.api.Utterance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

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

    private static final Pattern TO_EVERYBODY = Cue.compile(
            "any ?one|any ?body|some ?one|some ?body|any of you|you (?:guys|all|folks)|y'all|who here|is there"
                    + "|are there|any (?:ideas?|suggestions?|recommendations?|advice|tips|pointers)|jemand|alguien");
    private static final Pattern ASKING_WITHOUT_MARK = Cue.compile(
            "(?:does|do|can|could|would|has|is) (?:any ?one|any ?body|some ?one|some ?body)|(?:any ?one|any "
                    + "?body)(?: here)? (?:knows?|has|have|got|tried)"
                    + "|how (?:do|can|would|should) (?:i|we|one)|(?:weiß|kennt|hat|kann) (?:hier )?jemand|alguien "
                    + "(?:sabe|conoce|tiene|puede)");
    private static final Pattern OPENS_A_QUESTION = Cue.compile(
            "what|what's|which|who|whom|whose|when|where|where's|why|how|how's|is|are|does|do|did|can|could|should"
                    + "|would|has|have|will"
                    + "|was|were|wer|wie|was|wo|wann|warum|welche|gibt es|kann man|qué|quién|cómo|dónde|cuándo|por "
                    + "qué|hay");
    private static final Pattern TO_ONE = Cue.compile("you|your|u|du|dein|ihr|tú|usted|tu");
    private static final Pattern RHETORICAL = Cue.compile(
            "who cares|who knows|what the (?:hell|heck|fuck)|wtf|how cool|how dare|how are you|how is it going"
                    + "|how's it going"
                    + "|what's up|isn't it|right\\?|no\\?|eh\\?|huh\\?|ok\\?|okay\\?|why bother|why not\\?|wie "
                    + "geht's|qué tal");

    @Override
    public Finding inspect(Utterance said, List<Utterance> before) {
        if (!said.mentioned().isEmpty() || said.repliedTo().isPresent()) return Finding.Nothing.NOTHING;
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
        if (!marked && !ASKING_WITHOUT_MARK.matcher(sentence).find()) return 0;
        if (words(sentence) < WORDS_MIN || RHETORICAL.matcher(sentence).find()) return 0;
        if (TO_EVERYBODY.matcher(sentence).find()) return marked ? .9 : .8;
        if (TO_ONE.matcher(sentence).find()) return 0;
        if (!opening) return .5;
        return OPENS_A_QUESTION.matcher(sentence).find() ? .8 : .6;
    }

    private static long words(String sentence) {
        return sentence.chars().filter(c -> c == ' ').count() + 1;
    }
}
