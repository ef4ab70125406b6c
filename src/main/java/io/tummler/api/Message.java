package io.tummler.api;

import java.util.List;
import java.util.stream.Stream;

/** What the bot says at once: sentences, a paragraph each, with the buttons that stand under them. */
public record Message(List<Sentence> sentences, List<Button> buttons) {
    /** Discord's limit of five rows of five buttons. */
    public static final int BUTTONS_MAX = 25;

    public Message {
        sentences = List.copyOf(sentences);
        buttons = List.copyOf(buttons);
        if (buttons.size() > BUTTONS_MAX)
            throw new IllegalArgumentException("at most " + BUTTONS_MAX + " buttons: " + buttons.size());
    }

    /** The same with one more sentence below. */
    public Message and(Sentence sentence) {
        return new Message(
                Stream.concat(sentences.stream(), Stream.of(sentence)).toList(), buttons);
    }

    public static Message of(Sentence sentence, Button... buttons) {
        return new Message(List.of(sentence), List.of(buttons));
    }
}
