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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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

    private final Map<CommunityId, Heeded> heeded = new ConcurrentHashMap<>();

    /** What was heard in one community; what is heard in another does not wait for it. */
    private static final class Heeded {
        private final Answerers answerers = new Answerers(SPREAD_EVENLY);
        private final Conversations conversations = new Conversations();

        synchronized void hear(Listened heard) {
            Utterance said = heard.said();
            answerers.hear(new Heard(
                    said.speaker().toString(),
                    said.channelId(),
                    conversations.of(heard),
                    said.at(),
                    said.text(),
                    Optional.empty(),
                    said.mentioned().stream().map(MemberId::toString).toList(),
                    said.repliedTo().map(MemberId::toString)));
        }

        synchronized List<Ranked> rank(Question question, Predicate<String> mayAnswer) {
            return answerers.rank(question, mayAnswer);
        }

        synchronized void forget(MemberId member) {
            answerers.forget(member.toString());
            conversations.forget(member);
        }
    }

    void hear(@Observes Listened heard) {
        heeded.computeIfAbsent(heard.said().community(), _ -> new Heeded()).hear(heard);
    }

    /**
     * How much likelier than the others each of these members is to answer this need, the likeliest with 1; of whom nothing
     * is known, or who is not listened to, nothing stands there.
     */
    Map<MemberId, Double> likelihoods(Statement need, Set<MemberId> members, Instant now) {
        Heeded here = heeded.get(need.community());
        if (here == null || members.isEmpty()) return Map.of();
        Map<String, MemberId> byKey = members.stream().collect(Collectors.toMap(MemberId::toString, it -> it));
        List<Ranked> ranking = here.rank(
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

    void forget(MemberId member) {
        heeded.values().forEach(here -> here.forget(member));
    }

    void withdrawn(@Observes ConsentWithdrawn gone) {
        if (gone.purpose() == Purpose.LISTENING) forget(gone.member());
    }

    void ended(@Observes ListeningEnded ended) {
        heeded.remove(ended.community());
    }

    void drop(@Observes Custody.GivenUp given) {
        heeded.keySet().removeAll(given.communities());
    }
}
