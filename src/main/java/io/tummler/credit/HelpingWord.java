package io.tummler.credit;

import io.tummler.api.MemberId;
import java.time.Instant;

/**
 * A member said of another that they helped.
 *
 * @param by who said so, and was helped
 * @param of who helped
 * @param worth how much it says, above 0: 1 for help, less for thanks
 */
record HelpingWord(MemberId by, MemberId of, double worth, Instant at) {
    HelpingWord {
        if (by.equals(of)) throw new IllegalArgumentException("nobody helps themselves: " + by);
        if (!(worth > 0 && Double.isFinite(worth)))
            throw new IllegalArgumentException("worth must be positive: " + worth);
    }
}
