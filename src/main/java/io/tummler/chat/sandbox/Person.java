package io.tummler.chat.sandbox;

import java.util.List;

/** Somebody of the cast, or the bot, in whichever guilds. Guarded by the world's lock. */
final class Person {
    /** What the cast says of a person, which never changes. */
    record Portrait(
            long id,
            String username,
            String name,
            String color,
            String bio,
            String trade,
            List<String> looksFor,
            List<String> offers,
            boolean bot) {}

    final Portrait portrait;
    boolean dmsOpen = true;
    /** The language that their Discord speaks. */
    String locale = Locales.DEFAULT;

    Person(Portrait portrait) {
        this.portrait = portrait;
    }

    /** As the cast has it. */
    void refresh() {
        dmsOpen = true;
        locale = Locales.DEFAULT;
    }

    long id() {
        return portrait.id();
    }

    String username() {
        return portrait.username();
    }
}
