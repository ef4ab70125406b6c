package io.tummler.matching;

import io.tummler.api.Button;
import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import io.tummler.api.Statement;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A member's open needs and offers, each with the button that ends it. */
@Singleton
class NeedsAndOffers implements Holding {
    private static final int SHOWN = 5;
    private static final int LABEL_LENGTH = 40;

    private final Statements statements;
    private final Regulars regulars;

    NeedsAndOffers(Statements statements, Regulars regulars) {
        this.statements = statements;
        this.regulars = regulars;
    }

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        List<StatementRow> all = statements.rows(member);
        List<Sentence> sentences = new ArrayList<>(List.of(new Says.StatementsTitle()));
        List<Button> buttons = new ArrayList<>();
        if (all.isEmpty()) sentences.add(new Says.NoStatements());
        // The newest, since a member looks for what was just said.
        for (StatementRow row : all.reversed().subList(0, Math.min(all.size(), SHOWN))) {
            Statement statement = row.statement();
            switch (statement.kind()) {
                // Without how many could help: the number would tell who was asked and withdrew at once.
                case NEED -> {
                    sentences.add(new Says.Needs(statement.wording()));
                    buttons.add(AskCommand.ask(
                            statement, new Says.AskAbout(statement.wording().beginning(LABEL_LENGTH))));
                }
                case OFFER -> sentences.add(new Says.Offers(statement.wording(), row.helped));
            }
            buttons.add(new Button(
                    new Says.Close(statement.wording().beginning(LABEL_LENGTH)),
                    Button.Style.SECONDARY,
                    "matching.close",
                    statement.id().toString()));
        }
        return new Message(sentences, buttons);
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        return statements.rows(member).stream().map(NeedsAndOffers::export).toList();
    }

    private static Map<String, Object> export(StatementRow row) {
        Statement statement = row.statement();
        return Map.of(
                "kind", statement.kind().name(),
                "wording", statement.wording().text(),
                "source", statement.source().name(),
                "since", statement.since().toString(),
                "until", statement.until().toString(),
                "discreet", statement.discreet(),
                "helped", row.helped);
    }

    @Override
    public void forget(MemberId member) {
        statements.forget(member);
        regulars.forget(member);
    }
}
