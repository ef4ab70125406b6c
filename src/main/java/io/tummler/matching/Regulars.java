package io.tummler.matching;

import io.tummler.api.CommunityId;
import io.tummler.api.ConsentWithdrawn;
import io.tummler.api.Custody;
import io.tummler.api.Listened;
import io.tummler.api.ListeningEnded;
import io.tummler.api.MemberId;
import io.tummler.api.Purpose;
import io.tummler.api.Statement;
import io.tummler.api.Utterance;
import io.tummler.matching.answerers.Answerers;
import io.tummler.matching.answerers.Heard;
import io.tummler.matching.answerers.Question;
import io.tummler.matching.answerers.Ranked;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who answers what, learned from members who are listened to: in memory only, and anew after each start. A need is put to
 * it as if it were asked in a channel.
 */
@Singleton
class Regulars {
    private static final double SPREAD_EVENLY = 0;
    /** A helper is asked in private and has days to answer: who wrote a minute ago is no likelier than who wrote today. */
    private static final Duration ASKED_AFTER = Duration.ofDays(1);

    private final Map<CommunityId, Heeded> heeded = new HashMap<>();

    private record Heeded(Answerers answerers, Conversations conversations) {}

    synchronized void hear(@Observes Listened heard) {
        Utterance said = heard.said();
        Heeded here = heeded.computeIfAbsent(
                said.community(), _ -> new Heeded(new Answerers(SPREAD_EVENLY), new Conversations()));
        here.answerers.hear(new Heard(
                said.speaker().toString(),
                said.channelId(),
                here.conversations.of(heard),
                said.at(),
                said.text(),
                Optional.empty(),
                said.mentioned().stream().map(MemberId::toString).toList(),
                said.repliedTo().map(MemberId::toString)));
    }

    /**
     * How much likelier than the others each of these members is to answer this need, the likeliest with 1; of whom nothing
     * is known, or who is not listened to, nothing stands there.
     */
    synchronized Map<MemberId, Double> likelihoods(Statement need, Set<MemberId> members, Instant now) {
        Heeded here = heeded.get(need.community());
        if (here == null || members.isEmpty()) return Map.of();
        Map<String, MemberId> byKey = members.stream().collect(Collectors.toMap(MemberId::toString, it -> it));
        List<Ranked> ranking = here.answerers.rank(
                new Question(
                        need.owner().toString(),
                        "",
                        now.plus(ASKED_AFTER),
                        need.wording().text(),
                        Optional.empty(),
                        List.of()),
                byKey::containsKey);
        double best = ranking.stream().mapToDouble(Ranked::chance).max().orElse(0);
        if (best == 0) return Map.of();
        return ranking.stream().collect(Collectors.toMap(it -> byKey.get(it.author()), it -> it.chance() / best));
    }

    synchronized void forget(MemberId member) {
        for (Heeded here : heeded.values()) {
            here.answerers.forget(member.toString());
            here.conversations.forget(member);
        }
    }

    void withdrawn(@Observes ConsentWithdrawn gone) {
        if (gone.purpose() == Purpose.LISTENING) forget(gone.member());
    }

    synchronized void ended(@Observes ListeningEnded ended) {
        heeded.remove(ended.community());
    }

    synchronized void drop(@Observes Custody.GivenUp given) {
        heeded.keySet().removeAll(given.communities());
    }
}
