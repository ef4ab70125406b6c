package io.tummler.matching.answerers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as it is heard, none of whose text is kept.
 *
 * @param author who wrote it, by any key that is the same for the same member
 * @param channel where, by any key; of a thread, its parent's
 * @param thread the thread it belongs to; the first message heard of a thread opens it
 * @param at when; one that is before another that was heard counts as written at the same time as that
 * @param title the thread's, looked at in the message that opens it
 * @param mentioned whom it mentions
 * @param repliedTo whose message it answers
 */
public record Heard(
        String author,
        String channel,
        Optional<String> thread,
        Instant at,
        String text,
        Optional<String> title,
        List<String> mentioned,
        Optional<String> repliedTo) {
    public Heard {
        mentioned = List.copyOf(mentioned);
    }

    /** What this would be as a question. */
    Question asked() {
        return new Question(author, channel, at, text, title, mentioned);
    }
}
