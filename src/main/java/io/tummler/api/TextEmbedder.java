package io.tummler.api;

import java.util.Optional;

/** Turns a short text into a vector, so that texts that mean the like point the same way in whatever words. */
public interface TextEmbedder {
    /** How long each vector is, at least 1. */
    int dimensions();

    /**
     * A vector of length 1; empty where it can't read the text, which is then matched by its words alone. The same text
     * always gives the same vector. Called by many threads at once.
     */
    Optional<float[]> embed(String text);
}
