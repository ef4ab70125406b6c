package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A message as a person sees it.
 *
 * @param content all it says, text components included, one line each
 * @param ephemeral whether only that person sees it
 * @param deferred whether it stands for an answer to come
 * @param system whether the sandbox itself says it, such as "This application did not respond"
 * @param replyToId the message it answers, 0 for none
 * @param mentions who is mentioned, in the sense that they are notified
 */
public record MessageView(
        long id,
        long channelId,
        long authorId,
        Instant at,
        String content,
        List<ButtonView> buttons,
        boolean ephemeral,
        boolean deferred,
        boolean edited,
        boolean system,
        long replyToId,
        List<Long> mentions,
        List<String> reactions) {

    /**
     * @param labelOrId what a button says, or its custom id
     * @throws NoSuchElementException if there is none, naming those there are
     */
    public ButtonView button(String labelOrId) {
        return buttons.stream()
                .filter(it -> it.label().equals(labelOrId) || it.customId().equals(labelOrId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no button \"" + labelOrId + "\" among "
                        + buttons.stream().map(ButtonView::label).toList() + " under: " + content));
    }

    static MessageView of(Post post) {
        List<ButtonView> buttons = Components.rows(post.components).stream()
                .flatMap(List::stream)
                .map(MessageView::button)
                .toList();
        return new MessageView(
                post.id,
                post.channel,
                post.author,
                Snowflakes.at(post.id),
                post.text(),
                buttons,
                post.isEphemeral(),
                post.is(Post.LOADING),
                post.editedAt != null,
                post.system,
                post.replyTo,
                List.copyOf(post.mentions),
                List.copyOf(post.reactions.keySet()));
    }

    private static ButtonView button(JsonObject button) {
        return new ButtonView(
                button.getString("label", ""),
                button.getString("custom_id", ""),
                PageJson.style(button),
                button.getBoolean("disabled", false));
    }
}
