package io.tummler.api;

import java.time.Instant;
import java.util.Optional;

/**
 * One immutable entry of the ledger: credit moves from the account that is debited to the one that is credited.
 *
 * @param cause what brought it about; a cause moves credit between the same two accounts for the same reason once
 * @param amount credits, more than 0
 * @param at when it happened
 * @param by the other member through whom it came about: who said thanks, who was helped, who was met
 */
public record Transfer(
        Account debit, Account credit, long amount, Reason reason, String cause, Instant at, Optional<MemberId> by) {
    public enum Reason {
        CONNECTED,
        HELPED,
        BROKERED,
        THANKED,
        TASK_DONE
    }

    public Transfer {
        if (amount <= 0) throw new IllegalArgumentException("amount must be positive: " + amount);
        if (debit.equals(credit)) throw new IllegalArgumentException("debit and credit must differ: " + debit);
        if (!debit.community().equals(credit.community()))
            throw new IllegalArgumentException("a transfer stays in one community: " + debit + ", " + credit);
    }
}
