package io.tummler.matching;

import io.tummler.api.Match;
import io.tummler.api.Matchmaker;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What stands in one community, in the memory of each matchmaker; the database has it too. */
final class Book {
    private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparing(match -> match.offer().id())
            .thenComparing(match -> match.need().id());

    private final List<Matchmaker.Index> indexes;

    Book(List<Matchmaker> matchmakers, Collection<Statement> standing) {
        indexes = matchmakers.stream().map(Matchmaker::index).toList();
        standing.forEach(this::put);
    }

    synchronized void put(Statement statement) {
        indexes.forEach(index -> index.add(statement));
    }

    synchronized void remove(StatementId statement) {
        indexes.forEach(index -> index.remove(statement));
    }

    /** The best of all matchmakers, each pair once; ties in the order of their ids. */
    synchronized List<Match> matchesOf(Statement statement, Predicate<Statement> open, int limit) {
        Map<Pair, Match> best = new HashMap<>();
        for (Matchmaker.Index index : indexes)
            for (Match match : index.matchesOf(statement, open, limit))
                best.merge(Pair.of(match), match, (one, other) -> one.score() >= other.score() ? one : other);
        return best.values().stream().sorted(BEST_FIRST).limit(limit).toList();
    }

    private record Pair(StatementId need, StatementId offer) {
        static Pair of(Match match) {
            return new Pair(match.need().id(), match.offer().id());
        }
    }
}
