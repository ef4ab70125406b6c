package io.tummler.chat.sandbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A member of the cast, or the bot. Guarded by the world's lock. */
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
    final Set<Long> roles = new LinkedHashSet<>();
    boolean dmsOpen = true;
    boolean gone;

    Person(Portrait portrait, Set<Long> roles) {
        this.portrait = portrait;
        this.roles.addAll(roles);
    }

    long id() {
        return portrait.id();
    }

    String username() {
        return portrait.username();
    }
}
