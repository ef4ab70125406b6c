package io.tummler.api;

import java.util.regex.Pattern;

/** How moderators name what their platform has: by a name, with or without its sign, or by an id. */
public final class Naming {
    private static final int LENGTH_MAX = 100;
    private static final Pattern ID = Pattern.compile("\\d{17,20}");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private Naming() {}

    /**
     * What was written, without the sign.
     *
     * @throws IllegalArgumentException when it names nothing
     */
    static String checked(char sign, String written) {
        String named = bare(sign, written.strip());
        if (named.isBlank()) throw new IllegalArgumentException("a name has at least one character");
        if (named.length() > LENGTH_MAX)
            throw new IllegalArgumentException("a name has at most " + LENGTH_MAX + " characters: " + named.length());
        if (LINE_BREAK.matcher(named).find()) throw new IllegalArgumentException("a name stands in one line");
        return named;
    }

    static String bare(char sign, String name) {
        return !name.isEmpty() && name.charAt(0) == sign ? name.substring(1) : name;
    }

    /** Whether it has the form of an id: 17 to 20 digits. */
    public static boolean isId(String named) {
        return ID.matcher(named).matches();
    }

    static boolean means(String named, String id, String name) {
        return isId(named) ? named.equals(id) : named.equalsIgnoreCase(name);
    }
}
