package io.tummler.matching.matchmakers;

import io.tummler.api.Statement;

/** A telling word of a community, whatever its endings, and which needs and which offers have it. */
final class Stem {
    private final String text;
    private final Slots needs = new Slots();
    private final Slots offers = new Slots();

    Stem(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    Slots in(Statement.Kind kind) {
        return switch (kind) {
            case NEED -> needs;
            case OFFER -> offers;
        };
    }

    boolean isUnused() {
        return needs.count() + offers.count() == 0;
    }
}
