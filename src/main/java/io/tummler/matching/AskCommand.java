package io.tummler.matching;

import io.tummler.api.Button;
import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import io.tummler.api.Statement;
import io.tummler.api.TextEmbedder;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /ask}: declares a need, and answers at once with how many could help and the button that asks them. */
@Singleton
class AskCommand implements SlashCommand {
    private static final String DISCREET = "discreet";
    private static final String UNTIL = "until";

    private final Declaring declaring;
    private final Statements statements;
    private final TextEmbedder embedder;

    /** How long a need may be asked to stand. */
    private enum Until {
        TOMORROW("tomorrow", 1),
        THREE_DAYS("in-3-days", 3),
        A_WEEK("in-a-week", 7),
        A_MONTH("in-a-month", 30);

        private final String word;
        private final Duration lasts;

        Until(String word, int days) {
            this.word = word;
            this.lasts = Duration.ofDays(days);
        }

        private static List<String> words() {
            return Stream.of(values()).map(until -> until.word).toList();
        }

        private static Optional<Duration> of(String word) {
            return Stream.of(values())
                    .filter(until -> until.word.equals(word))
                    .map(until -> until.lasts)
                    .findFirst();
        }
    }

    AskCommand(Declaring declaring, Statements statements, TextEmbedder embedder) {
        this.declaring = declaring;
        this.statements = statements;
        this.embedder = embedder;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "ask",
                new Says.AskCommand(),
                new Option.Text("what", new Says.AskOption(), true, Wording.LENGTH_MAX),
                new Option.Flag(DISCREET, new Says.AskDiscreet()),
                new Option.Choice(UNTIL, new Says.AskUntil(), false, Until.words()));
    }

    @Override
    public Message run(Call call) {
        return declaring.declare(
                call,
                "ask",
                wording -> new Statement.Draft(
                        call.community(),
                        call.member(),
                        Statement.Kind.NEED,
                        wording,
                        Statement.Source.DECLARED,
                        call.text(DISCREET).filter("true"::equals).isPresent(),
                        call.text(UNTIL).flatMap(Until::of)),
                this::answer);
    }

    private Message answer(Statement need) {
        int helpers = statements.helpersFor(need.id(), Integer.MAX_VALUE).size();
        var asked = new Says.Asked(
                need.wording(),
                helpers,
                embedder.embed(need.wording().text()).isEmpty(),
                need.discreet(),
                need.until().atOffset(ZoneOffset.UTC).toLocalDate());
        return helpers == 0 ? Message.of(asked) : Message.of(asked, askThem(need, helpers));
    }

    static Button askThem(Statement need, int helpers) {
        return ask(need, new Says.AskThem(helpers));
    }

    /** The button by which the introduction engine is asked to go ahead. */
    static Button ask(Statement need, Sentence label) {
        return new Button(
                label, Button.Style.SUCCESS, "introduction.ask", need.id().toString());
    }
}
