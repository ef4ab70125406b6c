package io.tummler.matching;

import io.tummler.api.Button;
import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import io.tummler.api.Statement;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;

/** {@code /ask}: declares a need, and answers at once with how many could help and the button that asks them. */
@Singleton
class AskCommand implements SlashCommand {
    private final Declaring declaring;
    private final Statements statements;

    AskCommand(Declaring declaring, Statements statements) {
        this.declaring = declaring;
        this.statements = statements;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "ask", new Says.AskCommand(), new Option.Text("what", new Says.AskOption(), true, Wording.LENGTH_MAX));
    }

    @Override
    public Message run(Call call) {
        return declaring.declare(call, "ask", Statement.Kind.NEED, this::answer);
    }

    private Message answer(Statement need) {
        int helpers = statements.helpersFor(need.id(), Integer.MAX_VALUE).size();
        var asked = new Says.Asked(need.wording(), helpers);
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
