package io.tummler.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where <code>{env:NAME}</code> in a file gets its value from, so that what is secret stands in no file. The value itself is shown
 * nowhere: not in a problem, not in a list of settings, not in a log.
 */
interface Environment {
    Pattern REFERENCE = Pattern.compile("\\{env:([^{}]*)}");
    Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]{0,99}");

    /** The value of a variable, if it is set. */
    Optional<String> get(String name);

    /** Whether what a variable says may be unknown, as where files are only looked over. */
    default boolean mayBeUnknown() {
        return false;
    }

    /** The bot's own. */
    Environment OF_THE_BOT = name -> Optional.ofNullable(System.getenv(name));

    /** Of a place where the files are checked, and the bot's secrets are not. */
    Environment ELSEWHERE = new Environment() {
        @Override
        public Optional<String> get(String name) {
            return OF_THE_BOT.get(name);
        }

        @Override
        public boolean mayBeUnknown() {
            return true;
        }
    };

    static boolean isIn(String text) {
        return REFERENCE.matcher(text).find();
    }

    /** The first reference in a text that is no name of a variable. */
    static Optional<String> misnamed(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !NAME.matcher(name).matches())
                .findFirst();
    }

    /** The first variable in a text that is not set. */
    default Optional<String> unset(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> get(name).isEmpty())
                .findFirst();
    }

    /** A text with all values, which are set, in place of their names. */
    default String fill(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(get(found.group(1)).orElseThrow()));
    }

    /** A text that may quote values, with their names instead. */
    default String mask(String text, String written) {
        String masked = text;
        for (var found : REFERENCE.matcher(written).results().toList()) {
            String value = get(found.group(1)).orElse("");
            if (!value.isBlank()) masked = masked.replace(value, found.group());
        }
        return masked;
    }
}
