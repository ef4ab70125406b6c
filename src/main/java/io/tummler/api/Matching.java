package io.tummler.api;

import java.util.List;
import java.util.Optional;

/** What is looked for and offered, and who fits. */
public interface Matching {
    /**
     * Who could help with this need now and is {@link #compatible} with its owner, each helper once, best first; at most
     * {@code limit}. Empty when the need is gone or over.
     */
    List<Match> helpersFor(StatementId need, int limit);

    /**
     * Whether moderators let these two be brought together, by their trades and roles as known now; the same whichever is
     * the one.
     */
    boolean compatible(CommunityId community, MemberId one, MemberId other);

    Optional<Statement> find(StatementId statement);

    /** What this member looks for now, newest first. */
    List<Statement> needsOf(MemberId owner);

    /**
     * Takes a statement that its owner confirms herewith. The same owner saying the same again gets the statement that
     * stands, its time renewed, and as discreet as it was declared last.
     */
    Declared declare(Statement.Draft draft);

    /** What became of a statement. */
    sealed interface Declared {
        /** It stands, from now or from before. */
        record Stands(Statement statement) implements Declared {}

        /** Its owner has this many open already, and nothing was taken. */
        record TooMany(int most) implements Declared {}

        /** Its owner said this many new things within a day, and nothing was taken. */
        record TooManyToday(int most) implements Declared {}
    }

    /** Somebody said that what is offered here helped; nothing happens where it is offered no longer. */
    void helped(StatementId offer);

    /** Ends a statement, when its owner says so or when it has been met. */
    void close(StatementId statement);
}
