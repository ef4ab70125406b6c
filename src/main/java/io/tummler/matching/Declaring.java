package io.tummler.matching;

import io.tummler.api.Call;
import io.tummler.api.Matching;
import io.tummler.api.Message;
import io.tummler.api.Statement;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** What {@code /ask} and {@code /offer} have in common: a wording that is good, or an answer that says why it is not. */
@Singleton
class Declaring {
    private final Statements statements;

    Declaring(Statements statements) {
        this.statements = statements;
    }

    /**
     * @param draft what becomes of a wording that is good
     */
    Message declare(
            Call call, String command, Function<Wording, Statement.Draft> draft, Function<Statement, Message> answer) {
        return switch (Wording.parse(call.text("what").orElse(""))) {
            case Wording.Parsed.Empty _ -> Message.of(new Says.NothingSaid(command));
            case Wording.Parsed.TooLong(int length) -> Message.of(new Says.TooLong(length, Wording.LENGTH_MAX));
            case Wording.Parsed.Good(Wording wording) ->
                switch (statements.declare(draft.apply(wording))) {
                    case Matching.Declared.Stands(Statement statement) -> answer.apply(statement);
                    case Matching.Declared.TooMany(int most) -> Message.of(new Says.TooMany(most));
                    case Matching.Declared.TooManyToday(int most) -> Message.of(new Says.TooManyToday(most));
                };
        };
    }
}
