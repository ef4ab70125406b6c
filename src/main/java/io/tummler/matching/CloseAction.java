package io.tummler.matching;

import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code matching.close:STATEMENT}: its owner no longer needs or offers it. */
@Singleton
class CloseAction implements ButtonAction {
    private final Statements statements;

    CloseAction(Statements statements) {
        this.statements = statements;
    }

    @Override
    public String name() {
        return "matching.close";
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message press(Call call) {
        Optional<Statement> own = call.id()
                .flatMap(id -> statements.find(new StatementId(id)))
                .filter(statement -> statement.owner().equals(call.member()));
        own.ifPresent(statement -> statements.close(statement.id()));
        return Message.of(own.<io.tummler.api.Sentence>map(statement -> new Says.Closed(statement.wording()))
                .orElseGet(Says.ClosedBefore::new));
    }
}
