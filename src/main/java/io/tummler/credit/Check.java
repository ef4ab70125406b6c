package io.tummler.credit;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads a community's book from its first entry and works out anew what follows from it. It holds the accounts, the open
 * promises and the ids of what was reversed, and no other entries, however many there are.
 */
final class Check {
    private final CommunityId community;
    private final Function<UUID, Optional<Entry>> entries;
    private final Frontier frontier = Frontier.empty();
    private final Map<String, Totals> totals = new TreeMap<>();
    private final Map<UUID, Entry> open = new HashMap<>();
    private final Set<UUID> reversed = new HashSet<>();
    private Hash hash = Hash.ZERO;
    private List<Frontier.Tile> completed = List.of();

    /**
     * @param entries by their ids, for those that a reversal reverses
     */
    Check(CommunityId community, Function<UUID, Optional<Entry>> entries) {
        this.community = community;
        this.entries = entries;
    }

    /** What is wrong with the next entry, first of all; after that this check is good for nothing any more. */
    Optional<String> next(Entry entry) {
        long number = frontier.size() + 1;
        if (entry.seq() != number) return Optional.of("it is missing: number %d comes next".formatted(entry.seq()));
        Hash leaf = entry.leaf();
        hash = hash.followedBy(leaf);
        if (!hash.toString().equals(entry.hash))
            return Optional.of("its hash does not follow from it and the hash before: one of them was changed");
        completed = frontier.add(leaf);
        try {
            return settled(entry).or(() -> moved(entry));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.of("no transfer can be like that: " + e.getMessage());
        }
    }

    private Optional<String> settled(Entry entry) {
        boolean settles = switch (entry.kind) {
            case BOOKED -> entry.settles == null && entry.lapsesAt == null;
            case PENDING -> {
                open.put(entry.id, entry);
                yield entry.settles == null && entry.lapsesAt != null;
            }
            case POSTED -> promise(entry).isPresent();
            case VOIDED ->
                promise(entry).filter(it -> isOver(it, entry.happenedAt)).isPresent();
            case REVERSED -> reverses(entry);
        };
        return settles
                ? Optional.empty()
                : Optional.of("it is %s, and there is nothing before it that could be".formatted(entry.kind));
    }

    /** The pending entry that this one settles, which is open no more. */
    private Optional<Entry> promise(Entry entry) {
        return Optional.ofNullable(open.remove(entry.settles)).filter(it -> isSame(it, entry));
    }

    private static boolean isOver(Entry pending, Instant at) {
        return pending.lapsesAt != null && !at.isBefore(pending.lapsesAt);
    }

    private static boolean isSame(Entry one, Entry other) {
        return one.debit.equals(other.debit)
                && one.credit.equals(other.credit)
                && one.amount == other.amount
                && one.reason == other.reason
                && one.cause.equals(other.cause);
    }

    private boolean reverses(Entry entry) {
        if (entry.settles == null || !reversed.add(entry.settles)) return false;
        return entries.apply(entry.settles)
                .filter(was -> was.kind == Entry.Kind.BOOKED || was.kind == Entry.Kind.POSTED)
                .filter(was -> was.seq() < entry.seq()
                        && was.debit.equals(entry.credit)
                        && was.credit.equals(entry.debit)
                        && was.amount == entry.amount)
                .isPresent();
    }

    private Optional<String> moved(Entry entry) {
        entry.transfer();
        totals.merge(entry.credit, Totals.NONE.credited(entry), (was, _) -> was.credited(entry));
        Totals left = totals.merge(entry.debit, Totals.NONE.debited(entry), (was, _) -> was.debited(entry));
        Account debit = Entry.account(community, entry.debit);
        return left.isEnoughFor(debit)
                ? Optional.empty()
                : Optional.of("it takes more from %s than there is".formatted(entry.debit));
    }

    /** The tiles that the last entry completed. */
    List<Frontier.Tile> completed() {
        return completed;
    }

    Head head() {
        return new Head(frontier.size(), hash, frontier.toString());
    }

    Hash root() {
        return frontier.root();
    }

    /** By account, in the order of their names. */
    Map<String, Totals> totals() {
        return totals;
    }

    /** The pending entries that neither a posting nor a voiding settled, by their ids. */
    Map<UUID, Entry> open() {
        return open;
    }
}
