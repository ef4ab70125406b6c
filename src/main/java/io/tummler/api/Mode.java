package io.tummler.api;

/** How far the bot may go in a community; the later, the further. */
public enum Mode {
    /** It does nothing but to answer moderators, and members who want to see, take or remove what is held about them. */
    OFF,
    /** It does everything but speak first: moderators are told once a day what it would have said. */
    OBSERVE,
    LIVE;

    /** The more careful of the two. */
    public Mode or(Mode other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
