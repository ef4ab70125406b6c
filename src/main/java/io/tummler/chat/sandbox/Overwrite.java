package io.tummler.chat.sandbox;

/**
 * What a channel allows or denies a role or a member, whatever the guild says.
 *
 * @param id of the role or the member
 * @param member whether it is a member's, else a role's
 */
record Overwrite(long id, boolean member, long allow, long deny) {
    static Overwrite allow(long role, long permissions) {
        return new Overwrite(role, false, permissions, 0);
    }

    static Overwrite deny(long role, long permissions) {
        return new Overwrite(role, false, 0, permissions);
    }
}
