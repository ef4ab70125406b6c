package io.tummler.store;

/** A stored text that no key opens: written under a key that is not there, changed, or copied from another place. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String place, String why) {
        super("A text in " + place + " can't be read: " + why);
    }
}
