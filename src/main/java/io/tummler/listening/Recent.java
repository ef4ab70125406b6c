package io.tummler.listening;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Utterance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What was said last in each place: memory only, at most {@value #UTTERANCES_MAX} utterances of at most
 * {@value #PLACES_MAX} places of a community, none older than a day. Of further places the one that was quiet for
 * longest is forgotten.
 */
@Singleton
class Recent {
    static final int UTTERANCES_MAX = 30;
    static final int PLACES_MAX = 100;
    static final Duration AGE_MAX = Duration.ofDays(1);

    /** By place, the one that was quiet for longest first. */
    private final Map<CommunityId, SequencedMap<String, Deque<Utterance>>> said = new HashMap<>();

    /** What was said in the place of this utterance before, oldest first. */
    synchronized List<Utterance> before(Utterance now) {
        Deque<Utterance> there =
                said.getOrDefault(now.community(), new LinkedHashMap<>()).get(now.place());
        if (there == null) return List.of();
        Instant since = now.at().minus(AGE_MAX);
        return there.stream().filter(it -> !it.at().isBefore(since)).toList();
    }

    synchronized void add(Utterance now) {
        SequencedMap<String, Deque<Utterance>> places =
                said.computeIfAbsent(now.community(), any -> new LinkedHashMap<>(16, .75f, true));
        Deque<Utterance> there = places.computeIfAbsent(now.place(), any -> new ArrayDeque<>());
        there.addLast(now);
        if (there.size() > UTTERANCES_MAX) there.removeFirst();
        if (places.size() > PLACES_MAX) places.pollFirstEntry();
    }

    synchronized int count(MemberId member) {
        return (int) said.values().stream()
                .flatMap(places -> places.values().stream())
                .flatMap(Deque::stream)
                .filter(it -> it.speaker().equals(member))
                .count();
    }

    synchronized void forget(MemberId member) {
        said.values().forEach(places -> dropIf(places, it -> it.speaker().equals(member)));
    }

    synchronized void forget(CommunityId community) {
        said.remove(community);
    }

    synchronized void age(CommunityId community, Instant now) {
        Instant since = now.minus(AGE_MAX);
        var places = said.get(community);
        if (places != null) dropIf(places, it -> it.at().isBefore(since));
    }

    private static void dropIf(Map<String, Deque<Utterance>> places, java.util.function.Predicate<Utterance> gone) {
        places.values().forEach(there -> there.removeIf(gone));
        places.values().removeIf(Deque::isEmpty);
    }
}
