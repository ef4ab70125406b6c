package io.tummler.listening;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.QuestionUnanswered;
import io.tummler.api.Utterance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Questions to everybody that nobody has answered yet: who asked where and when, not what. Memory only, at most
 * {@value #OPEN_MAX}
 * of a community; of more the oldest is dropped and counted.
 *
 * <p>What answers a question can only be guessed, and only from members who are listened to. In the place of the
 * question, by another member:
 * whatever mentions or answers the asker; what mentions and answers nobody, asks nothing itself, and comes
 * within {@link #AT_ONCE} of the question or while no later question stands there. The asker's thanks end it too.
 */
@Singleton
class Questions {
    static final int OPEN_MAX = 1_000;
    static final Duration AT_ONCE = Duration.ofMinutes(15);

    private final Map<CommunityId, Deque<QuestionUnanswered>> open = new HashMap<>();
    private final Counter dropped;

    Questions(MeterRegistry meters) {
        dropped = Counter.builder("tummler.listening.questions.dropped")
                .description("Open questions dropped unanswered because a community had too many")
                .register(meters);
    }

    /**
     * @param due when it counts as unanswered
     */
    synchronized void ask(Utterance said, Instant due) {
        Deque<QuestionUnanswered> questions = open.computeIfAbsent(said.community(), any -> new ArrayDeque<>());
        questions.addLast(
                new QuestionUnanswered(said.community(), said.speaker(), said.message(), said.place(), said.at(), due));
        if (questions.size() > OPEN_MAX) {
            questions.removeFirst();
            dropped.increment();
        }
    }

    /**
     * Takes an utterance for what it may answer.
     *
     * @param asks whether it is a question to everybody itself
     */
    synchronized void hear(Utterance said, boolean asks) {
        Deque<QuestionUnanswered> questions = open.get(said.community());
        if (questions == null) return;
        boolean toNobody = !asks && !said.addressed();
        boolean latest = true;
        for (var each = questions.descendingIterator(); each.hasNext(); ) {
            QuestionUnanswered question = each.next();
            if (!question.place().equals(said.place())) continue;
            if (!question.asker().equals(said.speaker())) {
                boolean toAsker = said.mentioned().contains(question.asker())
                        || said.repliedTo().filter(question.asker()::equals).isPresent();
                boolean atOnce = !said.at().isAfter(question.asked().plus(AT_ONCE));
                if (toAsker || toNobody && (latest || atOnce)) each.remove();
            }
            latest = false;
        }
    }

    /** The asker is content with what was said in this place. */
    synchronized void settle(Utterance thanks) {
        Deque<QuestionUnanswered> questions = open.get(thanks.community());
        if (questions != null)
            questions.removeIf(
                    it -> it.asker().equals(thanks.speaker()) && it.place().equals(thanks.place()));
    }

    /** Takes out what nobody answered in time, oldest first. */
    synchronized List<QuestionUnanswered> due(CommunityId community, Instant now) {
        Deque<QuestionUnanswered> questions = open.get(community);
        if (questions == null) return List.of();
        var due = new ArrayList<QuestionUnanswered>();
        questions.removeIf(it -> !it.due().isAfter(now) && due.add(it));
        return due;
    }

    synchronized int count(MemberId member) {
        return (int) open.values().stream()
                .flatMap(Deque::stream)
                .filter(it -> it.asker().equals(member))
                .count();
    }

    synchronized void forget(MemberId member) {
        open.values().forEach(questions -> questions.removeIf(it -> it.asker().equals(member)));
    }

    synchronized void forget(CommunityId community) {
        open.remove(community);
    }
}
