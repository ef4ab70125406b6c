package io.tummler.matching.answerers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks.
 *
 * @param asker who is not to be ranked; need not have been heard
 * @param channel where it is asked, by the key that {@link Heard} has for it; need not have been heard of
 * @param at when; not before what was heard last
 * @param title a few words on top of it
 * @param mentioned whom it mentions
 */
public record Question(
        String asker, String channel, Instant at, String text, Optional<String> title, List<String> mentioned) {
    public Question {
        mentioned = List.copyOf(mentioned);
    }

    boolean hasCode() {
        return text.indexOf('`') >= 0;
    }
}
