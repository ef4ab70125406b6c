package io.tummler.api;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The one way in. Platforms call it from their event thread: no call waits for a database, a network or an engine, but
 * for {@link #takeOver} and {@link #handOver}.
 */
public interface Intake {
    /**
     * From now on this process is to serve these communities: what is held in memory about them is read anew. What another
     * process left undone is worked off as soon as the platform says that it {@link ChatPlatform#serves serves} them.
     */
    void takeOver(Predicate<CommunityRef> theirs);

    /**
     * This process serves these communities no longer, which the platform says already: waits until what is under way for
     * them has ended, half a minute at most, and drops what is held in memory about them.
     */
    void handOver(Predicate<CommunityRef> theirs) throws InterruptedException;

    /** A community that the bot is in, at start and whenever it joins one or its name changes. */
    void present(CommunityRef community, String name);

    /** A community that the bot was put out of. That it can't be reached is another thing, and not told here. */
    void removed(CommunityRef community);

    /**
     * Whether anything this person says is heard. Asked once for each message that a person writes, before it is even
     * looked at, so that whoever has not consented costs nothing and leaves nothing but one more in a count.
     */
    boolean listensTo(CommunityRef community, PersonRef person);

    /** Takes a message, or sheds it (counted) when the community's queue is full or the database is away. */
    void said(Incoming.Message message);

    /**
     * Takes note that somebody wrote in a thread that the bot opened, or sheds it as {@link #said} does. Told for those
     * threads alone.
     */
    void stirs(Incoming.Stirring stirring);

    /**
     * Takes a command or a press, or refuses it: one of the two is called, once, at the latest after two seconds unless it
     * is configured otherwise, on any thread.
     *
     * @param acknowledge is called once it is written down and so can't be lost any more; it must tell the platform at
     *     once that an answer will come, and completes when the platform knows, for an answer that overtook it would be
     *     lost
     * @param refuse gets the words to answer with, at once and to this person alone: nothing is done about it, since the
     *     bot is stopping or can't write it down
     */
    void asked(
            Incoming.Interaction interaction,
            Supplier<? extends CompletionStage<?>> acknowledge,
            Consumer<String> refuse);

    /** How a press of this button is answered, which platforms must know before the answer is worked out. */
    boolean answersInPlace(String button);

    /**
     * What could be meant by what is being typed, the likeliest first. Waits for nothing.
     *
     * @return nothing where there is nothing to suggest, or not to whoever types
     */
    List<String> suggestions(Incoming.Typing typing);

    /** The slash commands to offer, in words. */
    List<Offered> commands();

    /** What to offer in the menus of messages and people, in words. */
    List<OfferedEntry> menu();

    /**
     * @param words how each word of its name is shown, and what is said of it: of a group that it is in, or of itself last
     */
    record Offered(String name, List<OfferedWord> words, List<OfferedOption> options, SlashCommand.Audience audience) {}

    record OfferedWord(Label name, Label description) {}

    /**
     * @param choices how the words of a {@link SlashCommand.Option.Choice} are shown, in its order
     */
    record OfferedOption(SlashCommand.Option option, Label name, Label description, List<Label> choices) {}

    /**
     * @param name the {@link MenuEntry.Spec#name}
     */
    record OfferedEntry(String name, MenuEntry.Of of, Label label) {}
}
