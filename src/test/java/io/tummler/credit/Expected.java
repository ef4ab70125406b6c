package io.tummler.credit;

import io.tummler.api.Account;
import io.tummler.api.CreditRule;
import io.tummler.api.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a ledger must do, said as plainly as can be: no hashes, no numbers, no pages. */
final class Expected {
    /** What is held, by account. */
    final Map<Account, Long> held = new HashMap<>();
    /** What is promised to accounts. */
    final Map<Account, Long> promised = new HashMap<>();
    /** What is promised from accounts. */
    final Map<Account, Long> kept = new HashMap<>();

    private final Map<Same, CreditRule.Promise> open = new TreeMap<>();
    private final Set<Same> booked = new HashSet<>();
    private final Set<Same> everPromised = new HashSet<>();
    private final Set<String> reversed = new HashSet<>();
    int entries;

    private record Same(String cause, Transfer.Reason reason, String debit, String credit) implements Comparable<Same> {
        static Same as(Transfer transfer) {
            return new Same(
                    transfer.cause(),
                    transfer.reason(),
                    transfer.debit().toString(),
                    transfer.credit().toString());
        }

        @Override
        public int compareTo(Same other) {
            return toString().compareTo(other.toString());
        }
    }

    private static long of(Map<Account, Long> amounts, Account account) {
        return amounts.getOrDefault(account, 0L);
    }

    private boolean isOverdrawn(Account account) {
        return !account.mayBeOverdrawn() && of(held, account) < of(kept, account);
    }

    private void move(Account from, Account to, long amount) {
        held.merge(from, -amount, Long::sum);
        held.merge(to, amount, Long::sum);
    }

    private void promise(Transfer transfer, long amount) {
        kept.merge(transfer.debit(), amount, Long::sum);
        promised.merge(transfer.credit(), amount, Long::sum);
    }

    /** @return whether all of it stands now, else nothing was done */
    boolean book(List<Transfer> transfers) {
        List<Runnable> undo = new ArrayList<>();
        int before = entries;
        for (Transfer transfer : transfers) {
            Same same = Same.as(transfer);
            if (!booked.add(same)) continue;
            undo.add(() -> booked.remove(same));
            entries++;
            CreditRule.Promise was = open.remove(same);
            if (was != null) {
                long amount = was.transfer().amount();
                promise(transfer, -amount);
                move(transfer.debit(), transfer.credit(), amount);
                undo.add(() -> {
                    open.put(same, was);
                    promise(transfer, amount);
                    move(transfer.credit(), transfer.debit(), amount);
                });
            } else {
                move(transfer.debit(), transfer.credit(), transfer.amount());
                undo.add(() -> move(transfer.credit(), transfer.debit(), transfer.amount()));
            }
            if (isOverdrawn(transfer.debit())) return undone(undo, before);
        }
        return true;
    }

    private boolean undone(List<Runnable> undo, int before) {
        undo.reversed().forEach(Runnable::run);
        entries = before;
        return false;
    }

    boolean promise(List<CreditRule.Promise> promises) {
        List<Runnable> undo = new ArrayList<>();
        int before = entries;
        for (CreditRule.Promise promise : promises) {
            Transfer transfer = promise.transfer();
            Same same = Same.as(transfer);
            if (booked.contains(same) || !everPromised.add(same)) continue;
            entries++;
            open.put(same, promise);
            promise(transfer, transfer.amount());
            undo.add(() -> {
                everPromised.remove(same);
                open.remove(same);
                promise(transfer, -transfer.amount());
            });
            if (isOverdrawn(transfer.debit())) return undone(undo, before);
        }
        return true;
    }

    void dissolve(Instant now) {
        open.values().removeIf(promise -> {
            if (promise.until().isAfter(now)) return false;
            promise(promise.transfer(), -promise.transfer().amount());
            entries++;
            return true;
        });
    }

    /** @return whether it was moved back now, or before */
    boolean reverse(String entry, Transfer moved) {
        if (reversed.contains(entry)) return true;
        move(moved.credit(), moved.debit(), moved.amount());
        if (isOverdrawn(moved.credit())) {
            move(moved.debit(), moved.credit(), moved.amount());
            return false;
        }
        reversed.add(entry);
        entries++;
        return true;
    }
}
