package io.tummler.listening;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Utterance;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
    private final Map<CommunityId, SequencedMap<String, Deque<Heard>>> said = new HashMap<>();

    /**
     * @param about what its speaker looked for or asked about in it, in a few words
     */
    private record Heard(Utterance utterance, Optional<Wording> about) {}

    /** What was said in the place of this utterance before, oldest first. */
    synchronized List<Utterance> before(Utterance now) {
        return heardBefore(now).map(Heard::utterance).toList();
    }

    /** What this speaker looked for or asked about in this place before, the latest. */
    synchronized Optional<Wording> askedBefore(Utterance now) {
        return heardBefore(now)
                .filter(it -> it.utterance.speaker().equals(now.speaker()))
                .flatMap(it -> it.about.stream())
                .reduce((_, later) -> later);
    }

    private Stream<Heard> heardBefore(Utterance now) {
        Deque<Heard> there =
                said.getOrDefault(now.community(), new LinkedHashMap<>()).get(now.place());
        if (there == null) return Stream.empty();
        Instant since = now.at().minus(AGE_MAX);
        return there.stream().filter(it -> !it.utterance.at().isBefore(since));
    }

    /**
     * @param about what its speaker looks for or asks about in it, in a few words
     */
    synchronized void add(Utterance now, Optional<Wording> about) {
        SequencedMap<String, Deque<Heard>> places =
                said.computeIfAbsent(now.community(), any -> new LinkedHashMap<>(16, .75f, true));
        Deque<Heard> there = places.computeIfAbsent(now.place(), any -> new ArrayDeque<>());
        there.addLast(new Heard(now, about));
        if (there.size() > UTTERANCES_MAX) there.removeFirst();
        if (places.size() > PLACES_MAX) places.pollFirstEntry();
    }

    synchronized int count(MemberId member) {
        return (int) said.values().stream()
                .flatMap(places -> places.values().stream())
                .flatMap(Deque::stream)
                .filter(it -> it.utterance.speaker().equals(member))
                .count();
    }

    synchronized void forget(MemberId member) {
        said.values()
                .forEach(places -> dropIf(places, it -> it.utterance.speaker().equals(member)));
    }

    synchronized void forget(CommunityId community) {
        said.remove(community);
    }

    synchronized void age(CommunityId community, Instant now) {
        Instant since = now.minus(AGE_MAX);
        var places = said.get(community);
        if (places != null) dropIf(places, it -> it.utterance.at().isBefore(since));
    }

    private static void dropIf(Map<String, Deque<Heard>> places, Predicate<Heard> gone) {
        places.values().forEach(there -> there.removeIf(gone));
        places.values().removeIf(Deque::isEmpty);
    }
}
