package io.tummler.credit;

import io.tummler.api.Account;

/**
 * What all entries of an account come to, in credits; none below 0.
 *
 * @param credits that came to it
 * @param debits that were taken from it
 * @param promisedCredits of pending entries that are open
 * @param promisedDebits likewise; where the account may not be overdrawn, they are kept back for those entries
 */
record Totals(long credits, long debits, long promisedCredits, long promisedDebits) {
    static final Totals NONE = new Totals(0, 0, 0, 0);

    long balance() {
        return credits - debits;
    }

    boolean isEnoughFor(Account account) {
        return account.mayBeOverdrawn() || balance() >= promisedDebits;
    }

    /** Where this account is debited. */
    Totals debited(Entry entry) {
        long amount = entry.amount;
        return switch (entry.kind) {
            case BOOKED, REVERSED ->
                new Totals(credits, Math.addExact(debits, amount), promisedCredits, promisedDebits);
            case PENDING -> new Totals(credits, debits, promisedCredits, Math.addExact(promisedDebits, amount));
            case POSTED -> new Totals(credits, Math.addExact(debits, amount), promisedCredits, promisedDebits - amount);
            case VOIDED -> new Totals(credits, debits, promisedCredits, promisedDebits - amount);
        };
    }

    /** Where this account is credited. */
    Totals credited(Entry entry) {
        return turned().debited(entry).turned();
    }

    private Totals turned() {
        return new Totals(debits, credits, promisedDebits, promisedCredits);
    }
}
