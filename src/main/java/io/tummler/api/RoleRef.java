package io.tummler.api;

/**
 * Which role, as moderators write it: its name, with or without {@code @}, or its id.
 *
 * @param named a name without {@code @}, or an id of 17 to 20 digits; at most 100 characters, as on Discord
 */
public record RoleRef(String named) {
    public RoleRef {
        named = Naming.checked('@', named);
    }

    /** Whether it means the role of this id and name. An id is compared exactly, a name without regard to capitals. */
    public boolean is(String id, String name) {
        return Naming.means(named, id, Naming.bare('@', name));
    }

    /** As one speaks of it: {@code @bakers}, or the id. */
    @Override
    public String toString() {
        return Naming.isId(named) ? named : "@" + named;
    }
}
