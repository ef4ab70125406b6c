package io.tummler.store;

import java.net.UnknownHostException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** A database can't be used as it stands. The message is one line: which, why, and what to do; it holds no password. */
public final class BadDatabase extends RuntimeException {
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&;\"]*");
    private static final Pattern LOGIN = Pattern.compile("//[^@?;]*@");
    /** H2 ends what it says with its own code, and goes on with the statement. */
    private static final Pattern H2_CODE = Pattern.compile("; SQL statement:| \\[\\d+-\\d+]");

    BadDatabase(String line, Object... values) {
        super(line.formatted(values));
    }

    /** A URL without what nobody should read in a log. */
    static String withoutSecrets(String url) {
        return LOGIN.matcher(PASSWORD.matcher(url).replaceAll("$1***")).replaceAll("//***@");
    }

    /** Says why nobody can connect to it. */
    static BadDatabase refusing(String url, Settings settings, SQLException why) {
        String name = withoutSecrets(url);
        String words = withoutSecrets(words(why));
        return switch (String.valueOf(why.getSQLState())) {
            // Of H2: DATABASE_ALREADY_OPEN_1 and DATABASE_NOT_FOUND_WITH_IF_EXISTS_1.
            case "90020" ->
                new BadDatabase(
                        "The database %s is open in another process: stop the bot first. A file serves one process;"
                                + " PostgreSQL serves several.",
                        name);
            case "90146" ->
                new BadDatabase(
                        "There is no database %s: correct %s, or run in the folder that it counts from.",
                        name, settings.url());
            case "3D000" ->
                new BadDatabase("There is no database %s (%s): create it, or correct %s.", name, words, settings.url());
            case "28000", "28P01", "08004" ->
                new BadDatabase(
                        "The database %s does not let this user in (%s): correct %s and %s, or both in %s.",
                        name, words, settings.user(), settings.password(), settings.url());
            case "08001", "08006", "57P03" ->
                new BadDatabase(
                        "The database %s does not answer (%s): start it, or correct %s.",
                        name, isUnknownHost(why) ? "no such host" : words, settings.url());
            default -> new BadDatabase("The database %s can't be used: %s. Correct %s.", name, words, settings.url());
        };
    }

    private static boolean isUnknownHost(Throwable why) {
        Throwable cause = why.getCause();
        return why instanceof UnknownHostException || (cause != null && isUnknownHost(cause));
    }

    /** What a driver says, in one line without a full stop; of a batch, what went wrong without the rows. */
    public static String words(Exception why) {
        if (why instanceof BatchUpdateException batch && batch.getNextException() != null)
            return words(batch.getNextException());
        String said = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        String[] parts = H2_CODE.split(said, 2);
        String first = parts[0].strip();
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
