package io.tummler.api;

/**
 * A button under a message.
 *
 * @param label what it says
 * @param action the {@link ButtonAction#name()} that a press runs
 * @param argument what the action is about, at most 60 characters, {@code ""} for nothing
 */
public record Button(Sentence label, Style style, String action, String argument) {
    public enum Style {
        PRIMARY,
        SECONDARY,
        SUCCESS,
        DANGER
    }

    public Button {
        if (action.isEmpty() || action.indexOf(':') >= 0)
            throw new IllegalArgumentException("an action's name has letters, digits, dots: " + action);
        if (argument.length() > 60) throw new IllegalArgumentException("at most 60 characters: " + argument);
    }

    /** What the platform gives back when it is pressed. */
    public String id() {
        return action + ":" + argument;
    }
}
