package io.tummler.matching;

import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What stands in one community, in memory; the database has it too. In the order of ids, so that answers are the same every time. */
final class Book {
    private final ConcurrentNavigableMap<StatementId, Statement> needs = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<StatementId, Statement> offers = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<StatementId, Statement.Kind> kinds = new ConcurrentHashMap<>();

    void put(Statement statement) {
        kinds.put(statement.id(), statement.kind());
        of(statement.kind()).put(statement.id(), statement);
    }

    void remove(StatementId id) {
        Statement.Kind kind = kinds.remove(id);
        if (kind != null) of(kind).remove(id);
    }

    private ConcurrentNavigableMap<StatementId, Statement> of(Statement.Kind kind) {
        return switch (kind) {
            case NEED -> needs;
            case OFFER -> offers;
        };
    }

    Collection<Statement> needs() {
        return needs.values();
    }

    Collection<Statement> offers() {
        return offers.values();
    }
}
