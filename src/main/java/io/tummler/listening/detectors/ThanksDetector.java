package io.tummler.listening.detectors;

import io.tummler.api.MemberId;
import io.tummler.api.SignalDetector;
import io.tummler.api.Utterance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Notices thanks, and works out who is thanked: whoever is mentioned; else whose message it answers; else, when it
 * mentions and answers nobody, who last spoke to the thanker by mention or reply; else, unsurely, the only other who
 * speaks there, or who spoke last.
 *
 * <p>Thanks are no thanks in advance, declined, sarcastic, reported ("thanks to the new release"), or where the message
 * asks for something. The last two ways of finding out are guesses, for others may have spoken whom the bot does not
 * hear; their confidence says so, and no credit comes of a guess unless moderators ask for less than is the default.
 * Thanks to somebody who is no member are never taken for thanks to another.
 */
@Singleton
class ThanksDetector implements SignalDetector {
    /** Thanks follow help within hours; after that "who spoke last" says nothing. */
    private static final Duration HELP_LASTS = Duration.ofHours(12);

    // How often each way of finding out is right, rounded down from public chats of two kinds.
    private static final double MENTIONED = .95;
    private static final double ANSWERED = .9;
    private static final double ADDRESSED = .85;
    private static final double ONCE_ADDRESSED = .75;
    // Right eight times of ten where all are heard, but the helper may be one who is not.
    private static final double ONLY_OTHER = .6;
    private static final double FIRST_OF_MANY = .75;
    private static final double SPOKE_LAST = .25;

    private static final Phrase THANKS =
            new Phrase("thanks|thank (?:you{1,9}|u{1,9}|ya)\\b|thx|thnx|thanx|tysm|ty(?= |$|,)|tyvm|much appreciated"
                    + "|(?:i )?(?:really |greatly |so )?appreciate (?:it|that|you|your|the (?:help|info|advice|time"
                    + "|tips?|feedback))"
                    + "|kudos|cheers(?= |$|,)|(?:danke(?:schön|schoen)?|vielen dank|gracias|merci)\\b");
    private static final Phrase NO_THANKS =
            new Phrase("no,? (?:thanks|thank you|thx|ty)|(?:thanks|thank you|thx),? but no|nein,? danke|no,? gracias"
                    + "|in advance|thanks for (?:any|nothing|breaking|ruining|wasting|spoiling|reading|your "
                    + "consideration|listening)|thanks a lot for nothing"
                    + "|would (?:really |greatly |much )?appreciate|'d (?:really )?appreciate|be (?:much |greatly "
                    + "|really |highly )?appreciated"
                    + "|thanks,? (?:obama|captain obvious)|thanks? (?:god|goodness|heavens?)|thanks to (?!you"
                    + "|everyone|all|both|every|my|@)"
                    + "|(?:say|said|saying|says|many|means|owe) (?:thanks|thank you)(?= to)|thanks(?:giving|worthy)"
                    + "|to thank|thank(?:s)? yourself"
                    + "|(?:don't|do not|no need to|never) (?:thank|appreciate)|im voraus|schon mal danke|de "
                    + "antemano|por adelantado|gracias a (?!ti|todos|vos)");
    private static final Pattern THANKS_TO_SOMEBODY = Pattern.compile(
            "\\b(thanks|thank you|thx|kudos|danke|gracias) (?:to|an|a) (?=<?@)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Phrase ASKS =
            new Phrase("any ?one|any ?body|some ?one|some ?body|please|pls|plz|need (?:some )?help|help me|bitte|jemand"
                    + "|alguien|por favor");
    private static final Phrase TO_ALL = new Phrase(
            "(?:thanks|thank you|thx|cheers|danke|gracias)(?: so much| a lot| very much| again| an| a)? (?:to "
                    + ")?(?:you )?(?:all|everyone|everybody|guys|folks|y'all|people|alle|todos)(?! the| your| that)");

    @Override
    public Finding inspect(Utterance said, List<Utterance> before) {
        double sure = thanks(Prose.sentences(direct(said.text())), said.addressed());
        if (sure == 0) return Finding.Nothing.NOTHING;
        return thanked(said, before)
                .map(whom -> (Finding) new Finding.Thanks(whom.member(), sure * whom.confidence()))
                .orElse(Finding.Nothing.NOTHING);
    }

    /** "Thanks to @Ben for the tip" thanks Ben, "thanks to the new release" nobody; what is mentioned is no prose. */
    private static String direct(String text) {
        return THANKS_TO_SOMEBODY.matcher(text).replaceAll("$1 ");
    }

    /** How sure it is that the message thanks one person; 0 when it does not. */
    private static double thanks(List<String> sentences, boolean directed) {
        if (sentences.stream().anyMatch(it -> NO_THANKS.in(it))) return 0;
        int at = -1;
        for (int i = 0; i < sentences.size() && at < 0; i++)
            if (!sentences.get(i).endsWith("?") && THANKS.in(sentences.get(i))) at = i;
        if (at < 0) return 0;
        // "How do I ...? Thanks" is thanks in advance; "Thanks. And how do I ...?" is not.
        boolean asked = sentences.subList(0, at + 1).stream().anyMatch(it -> it.endsWith("?") || ASKS.in(it));
        if (asked) return directed ? .7 : 0;
        return !directed && TO_ALL.in(sentences.get(at)) ? .7 : 1;
    }

    private record Whom(MemberId member, double confidence) {}

    private static Optional<Whom> thanked(Utterance said, List<Utterance> before) {
        List<MemberId> mentioned = said.mentioned().stream()
                .filter(it -> !it.equals(said.speaker()))
                .distinct()
                .toList();
        if (mentioned.size() == 1) return Optional.of(new Whom(mentioned.getFirst(), MENTIONED));
        Optional<MemberId> repliedTo = said.repliedTo().filter(it -> !it.equals(said.speaker()));
        if (repliedTo.isPresent()) return Optional.of(new Whom(repliedTo.get(), ANSWERED));
        if (!mentioned.isEmpty()) return Optional.of(new Whom(mentioned.getFirst(), FIRST_OF_MANY));
        return said.addressed() ? Optional.empty() : fromContext(said, before);
    }

    private static Optional<Whom> fromContext(Utterance said, List<Utterance> before) {
        Instant since = said.at().minus(HELP_LASTS);
        List<Utterance> others = before.stream()
                .filter(it -> !it.speaker().equals(said.speaker()) && !it.at().isBefore(since))
                .toList();
        if (others.isEmpty()) return Optional.empty();
        Set<Utterance> sinceOwn = before.reversed().stream()
                .takeWhile(it -> !it.speaker().equals(said.speaker()))
                .collect(Collectors.toSet());
        Optional<Utterance> addressing = others.reversed().stream()
                .filter(it -> it.mentioned().contains(said.speaker())
                        || it.repliedTo().filter(said.speaker()::equals).isPresent())
                .findFirst();
        if (addressing.isPresent())
            return Optional.of(new Whom(
                    addressing.get().speaker(), sinceOwn.contains(addressing.get()) ? ADDRESSED : ONCE_ADDRESSED));
        boolean twoTalk = others.stream().map(Utterance::speaker).distinct().count() == 1
                && before.stream().anyMatch(it -> it.speaker().equals(said.speaker()));
        return Optional.of(new Whom(others.getLast().speaker(), twoTalk ? ONLY_OTHER : SPOKE_LAST));
    }
}
