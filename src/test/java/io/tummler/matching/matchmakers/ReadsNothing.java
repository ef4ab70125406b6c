package io.tummler.matching.matchmakers;

import io.tummler.api.TextEmbedder;
import java.util.Optional;

/** As in a community whose language no embedder knows. */
final class ReadsNothing implements TextEmbedder {
    @Override
    public int dimensions() {
        return 1;
    }

    @Override
    public Optional<float[]> embed(String text) {
        return Optional.empty();
    }
}
