package io.tummler.api;

/** What a button does: a bean. Whoever presses twice, late or in somebody else's place gets an answer that says so. */
public interface ButtonAction {
    /** Unique, such as {@code introduction.accept}. */
    String name();

    /** The answer, which only the one who pressed sees. */
    Message press(Call call);

    /** Whether it works in {@link Mode#OFF} too: what members may always do with what is theirs. */
    default boolean worksWhenOff() {
        return false;
    }

    /** Whether the answer takes the place of the message with the button (the rule), or stands beside it. */
    default boolean inPlace() {
        return true;
    }
}
