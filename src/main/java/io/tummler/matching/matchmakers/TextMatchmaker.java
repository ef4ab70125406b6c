package io.tummler.matching.matchmakers;

import io.tummler.api.Matchmaker;
import io.tummler.api.TextEmbedder;
import jakarta.inject.Singleton;

/**
 * Matches what means the like, and where a text can't be read, what shares telling words. How well two fit says
 * {@link Fit}, how they are found among very many {@link TextIndex}, and why they fit {@link Reasons}.
 */
@Singleton
class TextMatchmaker implements Matchmaker {
    private final TextEmbedder embedder;

    TextMatchmaker(TextEmbedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public Index index() {
        return new TextIndex(embedder);
    }
}
