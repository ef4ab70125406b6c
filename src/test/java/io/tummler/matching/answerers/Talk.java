package io.tummler.matching.answerers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is said, a minute after what was said before. */
final class Talk {
    private Instant now = Instant.parse("2031-03-03T09:00:00Z");

    Heard alone(String author, String text) {
        return said(author, Optional.empty(), text);
    }

    Heard in(String thread, String author, String text) {
        return said(author, Optional.of(thread), text);
    }

    Question ask(String asker, String text, String... mentioned) {
        return new Question(asker, "general", now, text, Optional.empty(), List.of(mentioned));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    private Heard said(String author, Optional<String> thread, String text) {
        pass(Duration.ofMinutes(1));
        return new Heard(author, "general", thread, now, text, Optional.empty(), List.of(), Optional.empty());
    }
}
