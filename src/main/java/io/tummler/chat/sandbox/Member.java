package io.tummler.chat.sandbox;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** A person as one guild knows them. Guarded by the world's lock. */
final class Member {
    final Guild guild;
    final Person person;
    /** All but {@code @everyone}. */
    final Set<Long> roles = new LinkedHashSet<>();

    Instant joined;

    Member(Guild guild, Person person) {
        this.guild = guild;
        this.person = person;
        joined = Snowflakes.at(person.id());
    }

    long id() {
        return person.id();
    }
}
