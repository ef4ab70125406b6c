package io.tummler.matching;

import io.quarkus.arc.All;
import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.api.Matchmaker;
import io.tummler.api.Statement;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What stands in each community, in memory for the matchmakers: read when it is first asked for, and told what has committed. */
@Singleton
class Books {
    private final List<Matchmaker> matchmakers;
    private final Map<CommunityId, Book> books = new ConcurrentHashMap<>();

    /** Private news, heard once the transaction has committed. */
    record Changed(Statement statement, boolean stands) {}

    Books(@All List<Matchmaker> matchmakers) {
        this.matchmakers = matchmakers;
    }

    Book of(CommunityId community) {
        return books.computeIfAbsent(community, _ -> new Book(matchmakers, StatementRow.standing(community)));
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        Book book = books.get(change.statement().community());
        if (book == null) return;
        if (change.stands()) book.put(change.statement());
        else book.remove(change.statement().id());
    }

    /** A book that was first read in a transaction that failed may hold what never came to be; it is read again. */
    void doubt(@Observes(during = TransactionPhase.AFTER_FAILURE) Changed change) {
        books.remove(change.statement().community());
    }

    /** Another process may have changed it meanwhile. */
    void reread(@Observes Custody custody) {
        books.keySet().removeAll(custody.communities());
    }
}
