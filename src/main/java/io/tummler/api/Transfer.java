package io.tummler.api;

import java.time.Instant;
import java.util.Optional;

/**
 * Credit that moves from the account that is debited to the one that is credited.
 *
 * @param cause what brought it about; a cause moves credit between the same two accounts for the same reason once
 * @param amount credits, more than 0
 * @param at when it happened
 * @param by the other member through whom it came about: who said thanks, who was helped, who was met
 * @param nth which one of its kind between the two it is of late, from 1; the further, the less it earns
 */
public record Transfer(
        Account debit,
        Account credit,
        long amount,
        Reason reason,
        String cause,
        Instant at,
        Optional<MemberId> by,
        int nth) {
    public enum Reason {
        /** Met somebody. */
        CONNECTED,
        /** Helped somebody, who said so. */
        HELPED,
        /** Brought two together of whom one said that it helped. */
        BROKERED,
        /** Was thanked. */
        THANKED,
        /** Helped somebody new whose first introduction it was. */
        WELCOMED,
        /** Said that somebody helped, or thanked somebody. */
        SAID_SO,
        TASK_DONE,
        /** A brand sponsored an introduction that both called good. */
        SPONSORED,
        /** Lay unused for too long. */
        EXPIRED
    }

    public Transfer {
        if (amount <= 0) throw new IllegalArgumentException("amount must be positive: " + amount);
        if (nth < 1) throw new IllegalArgumentException("nth counts from 1: " + nth);
        if (debit.equals(credit)) throw new IllegalArgumentException("debit and credit must differ: " + debit);
        if (!debit.community().equals(credit.community()))
            throw new IllegalArgumentException("a transfer stays in one community: " + debit + ", " + credit);
    }

    public Transfer(
            Account debit,
            Account credit,
            long amount,
            Reason reason,
            String cause,
            Instant at,
            Optional<MemberId> by) {
        this(debit, credit, amount, reason, cause, at, by, 1);
    }
}
