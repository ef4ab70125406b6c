package io.tummler.chat;

import io.tummler.api.Sentence;

/** What the ways in and out say themselves. */
final class Says {
    private Says() {}

    record NoSuchButton() implements Sentence {}

    record NoSuchCommand() implements Sentence {}

    record ForModerators(String command) implements Sentence {}

    /**
     * Describes a group of commands, in 100 characters at most.
     *
     * @param name the words that the names of all of them begin with
     */
    record CommandGroup(String name) implements Sentence {}

    record WentWrong(String incident) implements Sentence {}

    record Restarting() implements Sentence {}

    record MemoryAway() implements Sentence {}

    record NotesTitle(int notes, int shown) implements Sentence {}

    /** Said before; rendered when it was put into the outbox. */
    record Ready(String words) implements Sentence {}

    record SomebodyGone() implements Sentence {}
}
