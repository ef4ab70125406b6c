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
    private static String fitting(String words) {
        int most = Message.MAX_CONTENT_LENGTH_COMPONENT_V2;
        if (words.length() <= most) return words;
        int end = words.lastIndexOf("\n", most - CUT.length());
        return words.substring(0, end > 0 ? end : most - CUT.length()) + CUT;
    }

    private static String label(String label) {
        return label.length() <= Button.LABEL_MAX_LENGTH
                ? label
                : label.substring(0, Button.LABEL_MAX_LENGTH - 1) + "…";
    }

    private static ButtonStyle style(io.tummler.api.Button.Style style) {
        return switch (style) {
            case PRIMARY -> ButtonStyle.PRIMARY;
            case SECONDARY -> ButtonStyle.SECONDARY;
            case SUCCESS -> ButtonStyle.SUCCESS;
            case DANGER -> ButtonStyle.DANGER;
        };
    }

    /** The text of a message, of either kind. */
    static String text(Message message) {
        String displayed = message.getComponentTree().findAll(TextDisplay.class).stream()
                .map(TextDisplay::getContent)
                .collect(Collectors.joining("\n"));
        return displayed.isEmpty() ? message.getContentRaw() : displayed;
    }
}
