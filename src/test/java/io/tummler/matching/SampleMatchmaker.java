package io.tummler.matching;

import io.tummler.api.Match;
import io.tummler.api.Matchmaker;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Matches what bears the same tag: "stuck with lifetimes #rust" and "evenings of #rust". */
@Singleton
class SampleMatchmaker implements Matchmaker {
    @Override
    public Index index() {
        return new Tagged(new TreeMap<>());
    }

    /** In the order of ids, since all that share a tag fit equally well. */
    private record Tagged(Map<StatementId, Statement> standing) implements Index {
        private static final Pattern TAG = Pattern.compile("#[\\p{L}\\p{N}]+");
        private static final double SCORE = .9;

        @Override
        public void add(Statement statement) {
            if (!tags(statement).isEmpty()) standing.put(statement.id(), statement);
            else standing.remove(statement.id());
        }

        @Override
        public void remove(StatementId statement) {
            standing.remove(statement);
        }

        @Override
        public List<Match> matchesOf(Statement statement, Predicate<Statement> open, int limit) {
            return standing.values().stream()
                    .filter(other -> other.kind() != statement.kind())
                    .filter(other -> !other.owner().equals(statement.owner()))
                    .filter(other -> !shared(statement, other).isEmpty())
                    .filter(open)
                    .limit(limit)
                    .map(other -> switch (statement.kind()) {
                        case NEED -> match(statement, other);
                        case OFFER -> match(other, statement);
                    })
                    .toList();
        }

        private static Match match(Statement need, Statement offer) {
            return new Match(need, offer, SCORE, List.of(new Match.Reason.SharedWords(shared(need, offer))));
        }

        private static List<String> shared(Statement one, Statement other) {
            return tags(one).stream().filter(tags(other)::contains).toList();
        }

        private static List<String> tags(Statement statement) {
            return TAG.matcher(statement.wording().text())
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
        }
    }
}
