package io.tummler.api;

import java.util.List;

/**
 * Notices one kind of thing in what members say. A detector is one class and one test; it keeps no state, decides in
 * under a millisecond, and is run for every utterance of a listening member in an allowed channel.
 */
public interface SignalDetector {
    /**
     * @param said what was just said
     * @param before what was said in the same place before, oldest first, at most 30 utterances, listening members' only
     */
    Finding inspect(Utterance said, List<Utterance> before);

    /** What a detector finds. Confidence is a probability, 0 to 1. */
    sealed interface Finding {
        /**
         * @param wording the part that states the need, cut down to it, for the member to confirm
         */
        record Need(String wording, double confidence) implements Finding {}

        /**
         * @param wording the part that states the offer, cut down to it, for the member to confirm
         */
        record Offer(String wording, double confidence) implements Finding {}

        /** Thanks of the speaker to another member. */
        record Thanks(MemberId to, double confidence) implements Finding {}

        /**
         * A question to everybody, which somebody should answer.
         *
         * @param wording the question, cut down to it
         */
        record Question(String wording, double confidence) implements Finding {}

        record Nothing() implements Finding {
            public static final Nothing NOTHING = new Nothing();
        }
    }
}
