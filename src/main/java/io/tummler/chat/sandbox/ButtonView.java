package io.tummler.chat.sandbox;

/**
 * A button as a person sees it.
 *
 * @param customId empty for a link
 * @param style {@code primary}, {@code secondary}, {@code success}, {@code danger} or {@code link}
 */
public record ButtonView(String label, String customId, String style, boolean disabled) {}
