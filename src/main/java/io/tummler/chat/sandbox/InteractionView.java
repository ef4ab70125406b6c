package io.tummler.chat.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A command that a persona ran, or a button that it pressed, and the bot's answer to it. */
public final class InteractionView {
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private final World world;
    private final Interaction asked;

    InteractionView(World world, Interaction asked) {
        this.world = world;
        this.asked = asked;
    }

    public long id() {
        return asked.id;
    }

    /**
     * The bot's answer: the message that it gave, or edited; waits for it up to thirty seconds.
     *
     * @throws IllegalStateException if there is none by then, or the bot did not respond in time
     */
    public MessageView answer() {
        return answer(ENOUGH);
    }

    public MessageView answer(Duration atMost) {
        world.await(atMost, () -> asked.state == Interaction.State.ANSWERED || asked.state == Interaction.State.FAILED);
        return world.with(() -> {
            Post post = world.postsIn(asked.channel).get(asked.original);
            if (post == null && !asked.answers.isEmpty())
                post = world.postsIn(asked.channel).get(asked.answers.iterator().next());
            if (asked.state != Interaction.State.ANSWERED || post == null)
                throw new IllegalStateException("\"" + asked.name + "\" has no answer: " + asked.state);
            return MessageView.of(post);
        });
    }

    /** Everything that the bot answered so far and that still stands, in its order; does not wait. */
    public List<MessageView> answers() {
        return world.with(() -> asked.answers.stream()
                .map(world.postsIn(asked.channel)::get)
                .filter(Objects::nonNull)
                .map(MessageView::of)
                .toList());
    }

    /** Whether the bot said at least that it is working on it. */
    public boolean isAcknowledged() {
        return world.with(
                () -> asked.state == Interaction.State.ACKNOWLEDGED || asked.state == Interaction.State.ANSWERED);
    }

    /** Whether it is answered. */
    public boolean isAnswered() {
        return world.with(() -> asked.state == Interaction.State.ANSWERED);
    }

    /** Whether the bot did not even acknowledge it in time. */
    public boolean isFailed() {
        return world.with(() -> asked.state == Interaction.State.FAILED);
    }

    /**
     * What the bot offers instead of a message: a form to fill in, or choices to complete, as Discord has it in JSON;
     * waits for it as {@link #answer()} does.
     */
    public String offer() {
        world.await(ENOUGH, () -> !asked.offered.isEmpty() || asked.state == Interaction.State.FAILED);
        return world.with(() -> {
            if (asked.offered.isEmpty())
                throw new IllegalStateException("\"" + asked.name + "\" has no offer: " + asked.state);
            return asked.offered.encode();
        });
    }
}
