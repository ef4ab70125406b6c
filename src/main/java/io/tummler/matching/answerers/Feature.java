package io.tummler.matching.answerers;

import java.util.Locale;

/**
 * What is known of a candidate beside a question: the columns of {@link Table}, in the order in which they are summed.
 * "Here" is the question's channel; shares are logarithms of smoothed shares among the candidates.
 */
enum Feature {
    MENTIONED,

    ANSWERS_HERE_30_DAYS,
    ANSWERS_HERE_90_DAYS,
    ANSWERS_HERE_YEAR,
    FIRST_ANSWERS_HERE,
    ANSWERS_30_DAYS,
    ANSWERS_90_DAYS,
    ANSWERS_HERE_30_OPENINGS,
    ANSWERS_HERE_100_OPENINGS,
    ANSWERS_100_OPENINGS,

    MESSAGES_HERE_30_DAYS,
    MESSAGES_HERE_90_DAYS,
    MESSAGES_30_DAYS,
    MESSAGES_HERE_100,

    /** How long ago the last message was, the last one here, and the last answer here. */
    SINCE_MESSAGE,
    SINCE_MESSAGE_HERE,
    SINCE_ANSWER_HERE,
    /** The same, counted in messages and in openings of others. */
    MESSAGES_SINCE,
    MESSAGES_SINCE_HERE,
    OPENINGS_SINCE_ANSWER_HERE,
    ACTIVE_NOW,

    ANSWERS_PER_QUESTION,
    ANSWERS_PER_DAY,
    ANSWERS_PER_OPENING,

    /**
     * How much more than others this member writes in the next 3 and 8 hours of the day, and on such a day of the
     * week.
     */
    NEXT_3_HOURS,
    NEXT_8_HOURS,
    KIND_OF_DAY,

    WORDS_BM25,
    WORDS_SHARE,
    WORDS_LIKELIHOOD,
    /**
     * Words of questions that this member answered, of others' threads this member wrote in, of this member's
     * messages.
     */
    ANSWERED_WORDS,
    THREAD_WORDS,
    OWN_WORDS,
    TITLE_WORDS,
    ASKED_WORDS,
    NEAREST_ANSWERED,
    NEAR_ANSWERED,
    MEANING,
    RAREST_WORD,

    IN_ASKERS_THREADS,
    TURNED_TO_ASKER,
    ASKER_TURNED_TO,
    ANSWERS_TO_ASKER,
    TALKING_HERE,
    IN_LAST_THREADS_HERE,
    ANSWERS_ABOUT_CODE,
    ANSWERS_TO_NEWCOMERS;

    static final int COUNT = values().length;

    /** Its place in a table, from 0: the order of this list means nothing else. */
    @SuppressWarnings("EnumOrdinal")
    int column() {
        return ordinal();
    }

    /** As it is called in a file of weights. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
