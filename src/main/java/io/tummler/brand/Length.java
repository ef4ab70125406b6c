package io.tummler.brand;

/** Three tasks have to fit into one message. */
final class Length {
    private Length() {}

    static void check(String key, String text, int max) {
        if (text.isBlank()) throw new IllegalArgumentException(key + " must say something");
        if (text.length() > max)
            throw new IllegalArgumentException(key + " must have at most " + max + " characters: " + text.length());
    }
}
