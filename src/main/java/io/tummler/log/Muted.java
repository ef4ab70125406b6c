package io.tummler.log;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was thrown and where, all causes included, without its words: they may be a member's. */
public final class Muted extends Throwable {
    private static final long serialVersionUID = 1;
    /** So deep no cause is nested, unless in a circle. */
    private static final int DEPTH_MAX = 20;
    /**
     * Classes of SQLState in which the database speaks of itself and of no data: connection, login, no such database, no
     * room, shutdown.
     */
    private static final Set<String> OF_ITSELF = Set.of("08", "28", "3D", "53", "57");

    private final String what;

    private Muted(Throwable thrown, int depth) {
        super(null, cause(thrown, depth));
        what = said(thrown);
        setStackTrace(thrown.getStackTrace());
        if (depth < DEPTH_MAX)
            for (Throwable suppressed : thrown.getSuppressed()) addSuppressed(new Muted(suppressed, depth + 1));
    }

    /** All of it but the words. */
    static Muted of(Throwable thrown) {
        return new Muted(thrown, 0);
    }

    private static @Nullable Throwable cause(Throwable thrown, int depth) {
        return thrown.getCause() == null || depth >= DEPTH_MAX ? null : new Muted(thrown.getCause(), depth + 1);
    }

    /** What may be said of it in one line: its class, and its words where they can be nobody's. */
    public static String said(Throwable thrown) {
        return switch (thrown) {
            case SQLException sql when isOfItself(sql.getSQLState()) -> sql.toString();
            case SQLException sql -> sql.getClass().getName() + " (SQLState " + sql.getSQLState() + ")";
            case SocketException _, SocketTimeoutException _, UnknownHostException _ -> thrown.toString();
            default -> thrown.getClass().getName() + (isOfDiscord(thrown) ? ": " + firstLine(thrown) : "");
        };
    }

    /** Without a state it is the pool that speaks, which knows nothing of what is written. */
    private static boolean isOfItself(@Nullable String state) {
        return state == null || state.length() >= 2 && OF_ITSELF.contains(state.substring(0, 2));
    }

    /** Discord's code and what it means; what it holds against a form comes in the lines below. */
    private static boolean isOfDiscord(Throwable thrown) {
        return thrown.getClass().getName().equals("net.dv8tion.jda.api.exceptions.ErrorResponseException");
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return what;
    }
}
