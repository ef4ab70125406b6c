package io.tummler.api;

import java.util.Optional;

/** The one {@link Section} that says which community the files of a folder are for, and how far the bot may go there. */
public interface AboutCommunity {
    /** The community's id on its platform; only in files that are for one community. */
    Optional<String> guild();

    Mode mode();
}
