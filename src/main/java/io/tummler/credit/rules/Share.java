package io.tummler.credit.rules;

import java.util.Optional;

/**
 * What the nth of its kind between the same two earns: half of the one before it, in whole credits, until nothing is left.
 * So two who have each other alone soon earn nothing by each other.
 *
 * @param amount credits, more than 0
 * @param nth from 1
 */
record Share(long amount, int nth) {
    /**
     * @param full what the first earns
     * @param before how many of late there were before this one
     */
    static Optional<Share> of(long full, long before) {
        // Half of a half rounds to nothing: 1, 1, nothing; 5, 3, 1, 1, nothing.
        long amount = Math.round(full * Math.pow(0.5, before));
        return amount == 0 ? Optional.empty() : Optional.of(new Share(amount, (int) before + 1));
    }
}
