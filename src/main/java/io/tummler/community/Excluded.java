package io.tummler.community;

import io.tummler.api.Role;

/** Whom a member does not want to be brought together with, as it is written down. */
sealed interface Excluded {
    String PERSON = "person ";
    String ROLE = "role ";
    /** Of a role's id. */
    char END = '\n';

    /** By the platform's id, for whoever is excluded need not be a member. */
    record Person(String id) implements Excluded {
        @Override
        public String written() {
            return PERSON + id;
        }
    }

    record OfRole(Role role) implements Excluded {
        @Override
        public String written() {
            return ROLE + role.id() + END + role.name();
        }
    }

    String written();

    /** A role may have another name by now, and is the same all the same. */
    default boolean isSameAs(Excluded other) {
        return switch (this) {
            case Person person -> person.equals(other);
            case OfRole(Role role) ->
                other instanceof OfRole(Role it) && it.id().equals(role.id());
        };
    }

    static Excluded read(String written) {
        if (written.startsWith(PERSON)) return new Person(written.substring(PERSON.length()));
        int end = written.indexOf(END, ROLE.length());
        return new OfRole(new Role(written.substring(ROLE.length(), end), written.substring(end + 1)));
    }
}
