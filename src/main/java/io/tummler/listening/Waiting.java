package io.tummler.listening;

import io.tummler.api.Button;
import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Proposals to members who allow no direct messages: they wait in {@code /me}. Nobody has confirmed their words, so they
 * are in memory only, for a week, the last {@value #OF_A_MEMBER_MAX} of each of at most {@value #MEMBERS_MAX} members.
 */
@Singleton
class Waiting implements Holding {
    static final Duration HELD_FOR = Duration.ofDays(7);
    static final int OF_A_MEMBER_MAX = 3;
    static final int MEMBERS_MAX = 10_000;

    private final SequencedMap<MemberId, Deque<Proposal>> waiting = new LinkedHashMap<>();

    synchronized void add(Proposal proposal) {
        Deque<Proposal> of = waiting.computeIfAbsent(proposal.whose(), any -> new ArrayDeque<>());
        of.addLast(proposal);
        if (of.size() > OF_A_MEMBER_MAX) of.removeFirst();
        if (waiting.size() > MEMBERS_MAX) waiting.pollFirstEntry();
    }

    /** The member has decided on the proposal of this {@link Proposal#key()}. */
    synchronized void settle(MemberId member, String key) {
        waiting.getOrDefault(member, new ArrayDeque<>()).removeIf(it -> it.key().equals(key));
    }

    synchronized void age(Instant now) {
        Instant since = now.minus(HELD_FOR);
        waiting.values().forEach(of -> of.removeIf(it -> it.at().isBefore(since)));
        waiting.values().removeIf(Deque::isEmpty);
    }

    synchronized void clear() {
        waiting.clear();
    }

    @Override
    public String name() {
        return "proposals";
    }

    @Override
    public int rank() {
        return 15;
    }

    private synchronized List<Proposal> of(MemberId member) {
        return List.copyOf(waiting.getOrDefault(member, new ArrayDeque<>()));
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        var sentences = new ArrayList<Sentence>();
        var buttons = new ArrayList<Button>();
        for (Proposal proposal : of(member)) {
            sentences.addAll(proposal.message().sentences());
            buttons.addAll(proposal.message().buttons());
        }
        return new Message(sentences, buttons);
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        return of(member).stream()
                .map(it -> Map.<String, Object>of(
                        "at",
                        it.at().toString(),
                        "kind",
                        it.kind().name(),
                        "wording",
                        it.wording().text()))
                .toList();
    }

    /** What comes out of this member's messages goes too, whoever is asked. */
    @Override
    public synchronized void forget(MemberId member) {
        waiting.values().forEach(of -> of.removeIf(it -> it.concerns(member)));
        waiting.values().removeIf(Deque::isEmpty);
    }
}
