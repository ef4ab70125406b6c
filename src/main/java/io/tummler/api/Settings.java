package io.tummler.api;

/** What moderators decided in {@code bot-config/}, as last read without an error. */
public interface Settings {
    /** What holds in a community now. Cheap enough to be asked for every message; may be another one the next time. */
    Policy of(CommunityId community);

    /** What holds in communities that have no files of their own. */
    Policy everywhere();
}
