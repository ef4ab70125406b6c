package io.tummler.matching.answerers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the benchmarks read. */
final class Episode {
    private Episode() {}

    /** @param number the place of the message in its file */
    record Line(String id, int number, boolean bot, Heard heard) {
        String author() {
            return heard.author();
        }

        Instant at() {
            return heard.at();
        }
    }

    /**
     * A question and who answered.
     *
     * @param id of the message that asks it
     * @param truth the candidates who answered within a week
     * @param first of them
     */
    record Asked(String id, Question question, List<String> truth, Optional<String> first) {}
}
