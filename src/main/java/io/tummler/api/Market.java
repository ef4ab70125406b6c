package io.tummler.api;

import java.util.Collection;

/** What a community looks for and can give at one moment: open statements of members who consent to introductions. */
public interface Market {
    Collection<Statement> needs();

    Collection<Statement> offers();
}
