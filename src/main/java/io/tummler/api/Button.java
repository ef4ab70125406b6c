package io.tummler.api;

/**
 * A button under a message.
 *
 * @param label what it says
 * @param action the {@link ButtonAction#name()} that a press runs
 * @param argument what the action is about, at most {@value #ARGUMENT_MAX} characters, {@code ""} for nothing
 */
public record Button(Sentence label, Style style, String action, String argument) {
    public static final int ARGUMENT_MAX = 60;
    /** Discord's 100 less the community's id, which a button bears in a direct message. */
    public static final int ID_MAX = 79;

    public enum Style {
        PRIMARY,
        SECONDARY,
        SUCCESS,
        DANGER
    }

    public Button {
        if (action.isEmpty() || action.indexOf(':') >= 0)
            throw new IllegalArgumentException("an action's name has letters, digits, dots: " + action);
        if (argument.length() > ARGUMENT_MAX)
            throw new IllegalArgumentException("at most " + ARGUMENT_MAX + " characters: " + argument);
        if (action.length() + 1 + argument.length() > ID_MAX)
            throw new IllegalArgumentException("at most " + ID_MAX + " characters: " + action + ":" + argument);
    }

    /** What the platform gives back when it is pressed. */
    public String id() {
        return action + ":" + argument;
    }
}
