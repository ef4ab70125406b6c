package io.tummler.matching;

import io.tummler.api.Listened;
import io.tummler.api.MemberId;
import io.tummler.api.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What belongs together of what is said in one community. A thread is a conversation. In a channel a question to everybody
 * begins one, to which belongs what answers or mentions its asker, and what is addressed to nobody and comes soon after it
 * while it is the latest.
 */
final class Conversations {
    private static final int PLACES_MAX = 500;
    private static final int OPEN_MAX = 10;
    private static final Duration SOON = Duration.ofMinutes(15);
    private static final Duration OPEN = Duration.ofDays(7);

    /** By place, the latest first; the place that was quiet for longest first. */
    private final SequencedMap<String, Deque<Asked>> open = new LinkedHashMap<>(16, .75f, true);

    private record Asked(String message, MemberId asker, Instant at) {}

    /** The key of the conversation that this belongs to, if it belongs to any. */
    Optional<String> of(Listened heard) {
        Utterance said = heard.said();
        if (!said.place().equals(said.channelId())) return Optional.of(said.place());
        Deque<Asked> here = open.computeIfAbsent(said.place(), _ -> new ArrayDeque<>());
        if (open.size() > PLACES_MAX) open.pollFirstEntry();
        here.removeIf(asked -> asked.at.plus(OPEN).isBefore(said.at()));
        if (heard.asks() && !said.addressed()) {
            here.addFirst(new Asked(said.message(), said.speaker(), said.at()));
            if (here.size() > OPEN_MAX) here.removeLast();
            return Optional.of(said.message());
        }
        Optional<Asked> meant = here.stream()
                .filter(asked -> said.mentioned().contains(asked.asker)
                        || said.repliedTo().filter(asked.asker::equals).isPresent())
                .findFirst();
        if (meant.isEmpty() && !said.addressed())
            meant = Optional.ofNullable(here.peekFirst())
                    .filter(asked -> !asked.at.plus(SOON).isBefore(said.at()));
        return meant.map(Asked::message);
    }

    void forget(MemberId member) {
        open.values().forEach(here -> here.removeIf(asked -> asked.asker.equals(member)));
    }
}
