package io.tummler.api;

/** Which role, as moderators write it: by its name, with or without {@code @}, or by its id. */
public record RoleRef(String named) {
    private static final int LENGTH_MAX = 100;

    public RoleRef {
        if (named.isBlank()) throw new IllegalArgumentException("a role has a name");
        if (named.length() > LENGTH_MAX)
            throw new IllegalArgumentException("a role's name has at most " + LENGTH_MAX + " characters: " + named);
    }

    /** Whether it is the role of this id and name. */
    public boolean is(String id, String name) {
        String bare = named.startsWith("@") ? named.substring(1) : named;
        return bare.equals(id) || bare.equalsIgnoreCase(name);
    }
}
