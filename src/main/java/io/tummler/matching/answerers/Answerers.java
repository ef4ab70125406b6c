package io.tummler.matching.answerers;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who will answer a question in one community, as far as the messages tell that were heard there. For one thread at a
 * time. Members, channels and threads go by any keys, as long as the same is always called the same.
 */
public final class Answerers {
    /**
     * A spread under which the five busiest come first less often than they answer first, at the cost of about a
     * twentieth of the mean reciprocal rank.
     */
    public static final double USUAL_SPREAD = 1.3;

    static final int MOST_MEMBERS = 20_000;
    static final int MOST_CHANNELS = 1_000;
    static final int MOST_OPENINGS = 4_096;
    /** Of more, those who wrote last. */
    static final int MOST_CANDIDATES = 1_000;

    static final int MOST_LESSONS = 256;

    /** Who wrote nothing for longer is no candidate, in seconds. */
    private static final double ACTIVE = 90 * 86_400;

    private final Weights weights;
    private final double spread;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Tally tally = new Tally();
    /** In the order in which they were first heard. */
    private final Map<String, Member> members = new LinkedHashMap<>();
    /** These two in the order in which they were last written in. */
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    private final Map<String, Opening> openings = new LinkedHashMap<>();
    /** Openings that can still be answered, the oldest first. */
    private final Deque<Opening> open = new ArrayDeque<>();

    private double now = Double.NEGATIVE_INFINITY;
    private int namings;

    /**
     * @param spread how much it counts against being ranked first to have been {@linkplain #named named} before, from
     *     0, not at all, up; at 2 the busiest few are first about half as often as they would be
     */
    public Answerers(double spread) {
        this(Weights.shipped(), spread);
    }

    Answerers(Weights weights, double spread) {
        if (!(spread >= 0)) throw new IllegalArgumentException("spread must not be negative: " + spread);
        this.weights = weights;
        this.spread = spread;
    }

    /** Learns from a message. */
    public void hear(Heard message) {
        // Before anything of the message is learned.
        Lesson lesson =
                message.thread().filter(thread -> !openings.containsKey(thread)).isPresent()
                        ? lesson(message.asked())
                        : Lesson.NONE;
        now = Math.max(now, seconds(message.at()));
        closeLessons();
        Channel here = channel(message.channel());
        Member author = members.computeIfAbsent(message.author(), key -> new Member(key, tally.openings));
        tally.messages++;
        tally.hours[Hours.of(now)]++;
        here.say(author, now);
        author.say(here, now, tally.messages);
        turn(author, message);
        Map<Long, Integer> terms = Terms.counted(message.text());
        message.thread().ifPresent(thread -> {
            Opening opening = openings.remove(thread);
            if (opening == null) {
                openings.put(thread, open(message, author, here, lesson));
                if (openings.size() > MOST_OPENINGS) dropOldest(openings).retire(vocabulary);
            } else {
                openings.put(thread, opening);
                write(opening, author, here, terms);
            }
        });
        terms.forEach((term, count) -> author.words.add(term, WordProfile.Use.WROTE, count));
        int words = terms.values().stream().mapToInt(Integer::intValue).sum();
        author.wordCount += words;
        tally.words += words;
        vocabulary.hear(terms);
        if (members.size() > MOST_MEMBERS) forgetTheSilent();
    }

    /**
     * The candidates: whoever wrote within 90 days, at most 1,000, without the asker, the likeliest to answer first,
     * of equals who was heard first. Asking changes nothing.
     *
     * @param mayAnswer who is to be ranked; the others still count for what is usual
     */
    public List<Ranked> rank(Question question, Predicate<String> mayAnswer) {
        Table table = look(question);
        double[] scores = weights.scores(table);
        double[] chances = scores.clone();
        Weights.toShares(chances);
        List<Ranked> ranking = new ArrayList<>();
        int first = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int row : table.best(scores)) {
            Member member = table.members().get(row);
            if (!mayAnswer.test(member.key)) continue;
            double price = spread * StrictMath.log1p(member.named.at(namings));
            if (scores[row] - price > best) {
                best = scores[row] - price;
                first = ranking.size();
            }
            ranking.add(new Ranked(member.key, scores[row], chances[row]));
        }
        if (first > 0) ranking.addFirst(ranking.remove(first));
        return ranking;
    }

    /** Remembers that a member was asked first, so that others come first a little sooner; see {@code spread}. */
    public void named(String author) {
        Member member = members.get(author);
        if (member != null) member.named.addOne(namings);
        namings++;
    }

    /**
     * Removes what is held of a member: counts, words, ties of others to this member, and the openings of this
     * member's threads with all that is known of them. What stays is of others, as which words those questions had that
     * they answered, or of the community as a whole: how often words that others use are used, what stands beside
     * them, the hours, and the weights.
     */
    public void forget(String author) {
        Member member = members.get(author);
        if (member != null) forget(Set.of(member));
    }

    Table look(Question question) {
        double then = Math.max(now, seconds(question.at()));
        Member known = members.get(question.asker());
        Member asker = known == null ? new Member(question.asker(), tally.openings) : known;
        Channel here = channels.getOrDefault(question.channel(), new Channel());
        List<Member> candidates = candidates(then, asker);
        for (int row = 0; row < candidates.size(); row++) candidates.get(row).row = row;
        List<Presence> presences =
                candidates.stream().map(member -> member.in(here)).toList();
        Table table = new Moment(question, asker, here, then, candidates, presences, members.size(), tally, vocabulary)
                .look();
        for (Member member : candidates) member.row = Member.NO_ROW;
        return table;
    }

    private Lesson lesson(Question question) {
        Table table = look(question);
        return Lesson.of(table, weights.scores(table));
    }

    private List<Member> candidates(double then, Member asker) {
        List<Member> all = members.values().stream()
                .filter(member -> then - member.lastMessage <= ACTIVE && member != asker)
                .toList();
        if (all.size() <= MOST_CANDIDATES) return all;
        int before = all.stream()
                .mapToInt(member -> -member.messageNumber)
                .sorted()
                .skip(MOST_CANDIDATES)
                .findFirst()
                .orElseThrow();
        return all.stream().filter(member -> -member.messageNumber < before).toList();
    }

    private void turn(Member author, Heard message) {
        Set<String> others = new HashSet<>(message.mentioned());
        message.repliedTo().ifPresent(others::add);
        others.remove(author.key);
        others.stream().sorted().forEach(other -> {
            Member member = members.get(other);
            if (member != null) author.turnTo(member, now);
        });
    }

    private Opening open(Heard message, Member author, Channel here, Lesson lesson) {
        Bag bag = vocabulary.bag(message.text(), message.title());
        double[] meaning = vocabulary.meaning(bag);
        var opening =
                new Opening(tally.openings, author, here, now, message.asked().hasCode(), bag, meaning);
        opening.keep(lesson);
        open.addLast(opening);
        vocabulary.post(opening);
        tally.open(meaning);
        here.open(opening);
        author.ask(opening, now);
        closeLessons();
        return opening;
    }

    private void write(Opening opening, Member author, Channel here, Map<Long, Integer> terms) {
        boolean isAnswer = opening.write(author, now);
        for (long term : terms.keySet())
            if (opening.contributes(author, term)) author.words.add(term, WordProfile.Use.CONTRIBUTED, 1);
        if (opening.contributes(author)) author.contributionCount++;
        if (!isAnswer) return;
        int answers = opening.answerers().size();
        weights.learn(opening.lesson(), author, answers);
        author.answer(opening, here, now, tally.openings, answers == 1);
    }

    private void closeLessons() {
        while (!open.isEmpty() && (open.size() > MOST_LESSONS || open.getFirst().isOver(now)))
            open.removeFirst().close();
    }

    private Channel channel(String key) {
        Channel held = channels.remove(key);
        if (held == null && channels.size() == MOST_CHANNELS) {
            Channel oldest = dropOldest(channels);
            for (Member member : members.values()) member.forget(oldest);
        }
        Channel channel = held == null ? new Channel() : held;
        channels.put(key, channel);
        return channel;
    }

    /** So many at once that it need not be done again soon. */
    private void forgetTheSilent() {
        forget(new HashSet<>(members.values().stream()
                .sorted(Comparator.comparingDouble((Member member) -> member.lastMessage)
                        .thenComparing(member -> member.key))
                .limit(MOST_MEMBERS / 20)
                .toList()));
    }

    private void forget(Set<Member> gone) {
        for (Member member : gone) {
            members.remove(member.key);
            tally.words -= member.wordCount;
        }
        for (Member member : members.values()) gone.forEach(member::forget);
        for (Opening opening : openings.values()) opening.forget(gone, vocabulary);
        for (Channel channel : channels.values()) channel.lastSaid.removeIf(said -> gone.contains(said.author()));
        vocabulary.keepOnlyUsed(members.values());
    }

    private static <V> V dropOldest(Map<String, V> map) {
        Iterator<V> oldest = map.values().iterator();
        V dropped = oldest.next();
        oldest.remove();
        return dropped;
    }

    private static double seconds(Instant at) {
        return at.getEpochSecond() + at.getNano() / 1e9;
    }
}
