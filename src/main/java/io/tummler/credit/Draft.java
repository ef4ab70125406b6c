package io.tummler.credit;

import static java.time.temporal.ChronoUnit.MICROS;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule;
import io.tummler.api.Ids;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The next page of a community's book while it is being made. Nothing here reads or writes; it may be thrown away. */
final class Draft {
    private final UUID community;
    private final Ids ids;
    private final Frontier frontier;
    private final Map<Same, Past> pasts = new HashMap<>();
    private final Map<String, Totals> before;
    private final Map<String, Totals> totals = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Frontier.Tile> tiles = new ArrayList<>();
    private final Set<Entry> opened = new LinkedHashSet<>();
    private final List<UUID> settled = new ArrayList<>();
    private Hash hash;

    /** By which a transfer is told from another: what is the same is booked once. */
    private record Same(String cause, Transfer.Reason reason, String debit, String credit) {
        static Same as(Entry entry) {
            return new Same(entry.cause, entry.reason, entry.debit, entry.credit);
        }

        static Same as(Transfer transfer) {
            return new Same(
                    transfer.cause(), transfer.reason(), Entry.key(transfer.debit()), Entry.key(transfer.credit()));
        }
    }

    /** What stands in the book of one transfer. */
    private static final class Past {
        boolean booked;
        boolean promised;

        @Nullable Entry open;

        void take(Entry entry) {
            switch (entry.kind) {
                case BOOKED -> booked = true;
                case PENDING -> {
                    promised = true;
                    open = entry;
                }
                case POSTED -> {
                    booked = true;
                    open = null;
                }
                case VOIDED -> open = null;
                case REVERSED -> {}
            }
        }
    }

    /**
     * @param past entries of the causes that this will be about, in the order of their numbers
     * @param before what the accounts come to that this will be about; those without an entry are missing
     */
    Draft(UUID community, Head head, List<Entry> past, Map<String, Totals> before, Ids ids) {
        this.community = community;
        this.ids = ids;
        this.frontier = Frontier.parse(head.size(), head.peaks());
        this.hash = head.hash();
        this.before = before;
        past.forEach(entry -> past(Same.as(entry)).take(entry));
    }

    private Past past(Same same) {
        return pasts.computeIfAbsent(same, _ -> new Past());
    }

    /** @return the account that would be overdrawn: then this draft is good for nothing any more */
    Optional<Account> book(Transfer transfer) {
        Past past = past(Same.as(transfer));
        if (past.booked) return Optional.empty();
        if (past.open == null) return append(Entry.of(ids.next(), Entry.Kind.BOOKED, transfer));
        Entry posted = settling(past.open, Entry.Kind.POSTED, transfer.at());
        // Whose word it would be was a guess when it was promised.
        posted.byMember = transfer.by().map(MemberId::value).orElse(null);
        return append(posted);
    }

    /** As {@link #book}. What was promised once, or is booked, is not promised again. */
    Optional<Account> promise(CreditRule.Promise promise) {
        Past past = past(Same.as(promise.transfer()));
        if (past.booked || past.promised) return Optional.empty();
        Entry entry = Entry.of(ids.next(), Entry.Kind.PENDING, promise.transfer());
        entry.lapsesAt = promise.until().truncatedTo(MICROS);
        return append(entry);
    }

    void dissolve(Entry pending, Instant at) {
        append(settling(pending, Entry.Kind.VOIDED, at));
    }

    private Entry settling(Entry pending, Entry.Kind kind, Instant at) {
        Entry entry = Entry.of(ids.next(), kind, pending.transfer());
        entry.settles = pending.id;
        entry.happenedAt = at.truncatedTo(MICROS);
        return entry;
    }

    /** As {@link #book}. */
    Optional<Account> reverse(Entry booked, String cause, Instant at) {
        Transfer was = booked.transfer();
        Entry entry = Entry.of(
                ids.next(),
                Entry.Kind.REVERSED,
                new Transfer(was.credit(), was.debit(), was.amount(), was.reason(), cause, at, was.by(), was.nth()));
        entry.settles = booked.id;
        return append(entry);
    }

    /** Gives it its number and hash, whatever it does to its accounts. */
    Optional<Account> append(Entry entry) {
        entry.seq = frontier.size() + 1;
        Hash leaf = entry.leaf();
        hash = hash.followedBy(leaf);
        entry.hash = hash.toString();
        tiles.addAll(frontier.add(leaf));
        entries.add(entry);
        totals.put(entry.credit, totals(entry.credit).credited(entry));
        Totals left = totals(entry.debit).debited(entry);
        totals.put(entry.debit, left);
        past(Same.as(entry)).take(entry);
        switch (entry.kind) {
            case PENDING -> opened.add(entry);
            case POSTED, VOIDED -> {
                if (!opened.removeIf(it -> it.id.equals(entry.settles))) settled.add(entry.settles);
            }
            case BOOKED, REVERSED -> {}
        }
        Account debit = Entry.account(new CommunityId(community), entry.debit);
        return left.isEnoughFor(debit) ? Optional.empty() : Optional.of(debit);
    }

    private Totals totals(String account) {
        Totals here = totals.get(account);
        return here != null ? here : before.getOrDefault(account, Totals.NONE);
    }

    Page page() {
        Set<String> made = new LinkedHashSet<>(totals.keySet());
        made.removeAll(before.keySet());
        return new Page(
                community,
                List.copyOf(entries),
                totals,
                made,
                List.copyOf(tiles),
                List.copyOf(opened),
                List.copyOf(settled),
                new Head(frontier.size(), hash, frontier.toString()));
    }
}
