package io.tummler.chat.discord;

import io.tummler.api.ChatPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;

/** How words and buttons stand in a message: components V2, a text display above rows of buttons. */
final class Layout {
    private static final String CUT = "\n…";

    private Layout() {}

    static List<MessageTopLevelComponent> of(ChatPlatform.Text text, String guild) {
        List<MessageTopLevelComponent> components = new ArrayList<>();
        components.add(TextDisplay.of(fitting(text.words())));
        List<Button> buttons = text.buttons().stream()
                .map(key -> Button.of(style(key.style()), Keys.write(key.id(), guild), label(key.label())))
                .toList();
        if (!buttons.isEmpty()) components.addAll(ActionRow.partitionOf(buttons));
        return components;
    }

    /** Ends before a paragraph that would not fit. */
    static String fitting(String words) {
        int most = Message.MAX_CONTENT_LENGTH_COMPONENT_V2;
        if (words.length() <= most) return words;
        int end = words.lastIndexOf("\n", most - CUT.length());
        return (end > 0 ? words.substring(0, end) : start(words, most - CUT.length())) + CUT;
    }

    static String label(String label) {
        int most = Button.LABEL_MAX_LENGTH;
        return label.length() <= most ? label : start(label, most - 1) + "…";
    }

    /** At most so many characters, without half of one that takes two. */
    private static String start(String words, int most) {
        return words.substring(0, Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most);
    }

    private static ButtonStyle style(io.tummler.api.Button.Style style) {
        return switch (style) {
            case PRIMARY -> ButtonStyle.PRIMARY;
            case SECONDARY -> ButtonStyle.SECONDARY;
            case SUCCESS -> ButtonStyle.SUCCESS;
            case DANGER -> ButtonStyle.DANGER;
        };
    }

    /** Whether this message is how a text stands on Discord; two that read alike differ in what their buttons do. */
    static boolean says(Message message, ChatPlatform.Text text, String guild) {
        List<String> buttons = message.getComponentTree().findAll(Button.class).stream()
                .map(Button::getCustomId)
                .toList();
        List<String> wanted =
                text.buttons().stream().map(key -> Keys.write(key.id(), guild)).toList();
        return text(message).equals(fitting(text.words())) && buttons.equals(wanted);
    }

    /** The text of a message, of either kind. */
    static String text(Message message) {
        String displayed = message.getComponentTree().findAll(TextDisplay.class).stream()
                .map(TextDisplay::getContent)
                .collect(Collectors.joining("\n"));
        return displayed.isEmpty() ? message.getContentRaw() : displayed;
    }
}
