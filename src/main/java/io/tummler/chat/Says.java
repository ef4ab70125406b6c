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

    record PlaceGone() implements Sentence {}

    /** To members, where moderators have switched the bot off. */
    record SwitchedOff() implements Sentence {}

    /** Below the answer to a member, where the bot speaks to nobody first. */
    record OnlyObserving() implements Sentence {}

    /** How often in so many hours: notes to members, questions about what they wrote, threads, posts for everybody. */
    record WouldHaveSaid(long hours, long notes, long whispers, long threads, long posts) implements Sentence {}

    record WelcomeCommand() implements Sentence {}

    /** To everybody. */
    record Welcome() implements Sentence {}

    /** The button below it. */
    record WelcomeOpen() implements Sentence {}

    record WelcomePosted(String channel) implements Sentence {}

    record WelcomeNowhere() implements Sentence {}

    record WelcomeNotLive() implements Sentence {}
}
