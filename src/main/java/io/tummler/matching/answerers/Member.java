package io.tummler.matching.answerers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that is held of one member, apart from the traces in {@link Opening}s and {@link Channel}s. */
final class Member {
    static final int NO_ROW = -1;

    private static final double DAY = 86_400;
    private static final int MOST_CHANNELS = 64;
    private static final int MOST_OTHERS = 200;
    private static final int OWN_OPENINGS = 5;
    private static final double HOURS_HALVE_IN_DAYS = 90;
    private static final Presence ABSENCE = new Presence();

    final String key;
    /** How many openings the community had had when this member was first heard. */
    final int openingsBefore;

    /** Which row of the table that is being filled, or none. */
    int row = NO_ROW;

    double lastMessage = Presence.NEVER;
    /** The number of this member's last message among the community's. */
    int messageNumber;

    final Decayed messages = new Decayed(Decayed.IN_30_AND_90_DAYS);
    final Decayed messagesByMessages = new Decayed(Decayed.IN_3000_EVENTS);
    final Decayed days = new Decayed(Decayed.IN_90_DAYS);
    final Decayed questions = new Decayed(Decayed.IN_90_DAYS);
    final Decayed answers = new Decayed(Decayed.IN_30_AND_90_DAYS_AND_A_YEAR);
    final Decayed firstAnswers = new Decayed(Decayed.IN_90_DAYS);
    final Decayed answersByOpenings = new Decayed(Decayed.IN_30_AND_100_AND_300_EVENTS);
    /** To questions without code, and with. */
    final Decayed[] answersByCode = {new Decayed(Decayed.IN_A_YEAR), new Decayed(Decayed.IN_A_YEAR)};
    /** To those who had asked never before, once, and more often. */
    final Decayed[] answersByAskers = {
        new Decayed(Decayed.IN_A_YEAR), new Decayed(Decayed.IN_A_YEAR), new Decayed(Decayed.IN_A_YEAR)
    };
    /** How often this member was named first, by how often anybody was. */
    final Decayed named = new Decayed(Decayed.IN_30_EVENTS);

    /** Messages by the hour of the day in UTC, and again at weekends. */
    final float[] hours = new float[Hours.COUNT];

    final WordProfile words = new WordProfile();
    int wordCount;
    int messageCount;
    int answerCount;
    int contributionCount;
    int questionCount;

    /** The sum of the meanings of the questions that this member answered; empty before the first. */
    double[] answered = {};

    final Deque<Opening> ownOpenings = new ArrayDeque<>();

    private final Map<Channel, Presence> presences = new LinkedHashMap<>();
    private final Map<Member, Decayed> turnedTo = new LinkedHashMap<>();
    private final Map<Member, Decayed> answersTo = new LinkedHashMap<>();
    private long lastDay = Long.MIN_VALUE;

    Member(String key, int openingsBefore) {
        this.key = key;
        this.openingsBefore = openingsBefore;
    }

    void say(Channel here, double now, int number) {
        messages.addOne(now);
        messagesByMessages.addOne(number);
        messageNumber = number;
        long day = (long) (now / DAY);
        if (day != lastDay) days.addOne(now);
        lastDay = day;
        if (messageCount++ > 0) {
            float kept = (float) StrictMath.pow(.5, (now - lastMessage) / DAY / HOURS_HALVE_IN_DAYS);
            for (int i = 0; i < hours.length; i++) hours[i] *= kept;
        }
        hours[Hours.of(now)]++;
        lastMessage = now;
        fill(presences, here, MOST_CHANNELS, new Presence()).say(here, now);
    }

    void turnTo(Member other, double now) {
        fill(turnedTo, other, MOST_OTHERS, new Decayed(Decayed.IN_30_DAYS)).addOne(now);
    }

    void ask(Opening opening, double now) {
        questions.addOne(now);
        questionCount++;
        if (ownOpenings.size() == OWN_OPENINGS) ownOpenings.removeFirst();
        ownOpenings.addLast(opening);
        for (long term : opening.bag().terms()) words.add(term, WordProfile.Use.ASKED, 1);
    }

    /** @param openings how many the community has had */
    void answer(Opening opening, Channel here, double now, int openings, boolean first) {
        answers.addOne(now);
        answersByOpenings.addOne(openings);
        if (first) firstAnswers.addOne(now);
        fill(presences, here, MOST_CHANNELS, new Presence()).answer(here, now, first);
        opening.starter()
                .ifPresent(asker -> fill(answersTo, asker, MOST_OTHERS, new Decayed(Decayed.IN_A_YEAR))
                        .addOne(now));
        answersByCode[opening.hasCode() ? 1 : 0].addOne(now);
        answersByAskers[opening.experience()].addOne(now);
        if (opening.meaning().length == 0) return;
        answerCount++;
        for (long term : opening.bag().terms()) words.add(term, WordProfile.Use.ANSWERED, 1);
        if (answered.length == 0) answered = new double[Vocabulary.DIMENSIONS];
        for (int d = 0; d < answered.length; d++) answered[d] += opening.meaning()[d];
    }

    /** 0 without a question so far, 1 with one, 2 with more. */
    int experience() {
        return Math.min(questionCount, 2);
    }

    Presence in(Channel channel) {
        return presences.getOrDefault(channel, ABSENCE);
    }

    double turnedTo(Member other, double now) {
        Decayed times = turnedTo.get(other);
        return times == null ? 0 : times.at(now);
    }

    double answersTo(Member other, double now) {
        Decayed times = answersTo.get(other);
        return times == null ? 0 : times.at(now);
    }

    void forget(Member other) {
        turnedTo.remove(other);
        answersTo.remove(other);
    }

    void forget(Channel channel) {
        presences.remove(channel);
    }

    /** What is held of a key, anew when there is nothing yet; then what was used longest ago has to go. */
    private static <K, V> V fill(Map<K, V> map, K key, int most, V anew) {
        V held = map.remove(key);
        if (held == null && map.size() == most)
            map.remove(map.keySet().iterator().next());
        map.put(key, held == null ? anew : held);
        return held == null ? anew : held;
    }
}
