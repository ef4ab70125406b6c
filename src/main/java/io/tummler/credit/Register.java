package io.tummler.credit;

import static java.util.stream.Collectors.toSet;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule;
import io.tummler.api.Ids;
import io.tummler.api.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Writes into the books of communities: each once, all of what belongs together or nothing, and nobody overdrawn who may not
 * be, after any entry. How often it reads and writes does not depend on how many transfers come at once.
 */
final class Register {
    /** How many entries of an older Tummler are taken in at once, and how many promises fall away at once. */
    private static final int AT_ONCE = 500;

    private final Shelf shelf;
    private final Ids ids;

    /** What became of what belongs together. */
    sealed interface Outcome {
        /** It stands in the book; these were added for it, and none when all of it stood there. */
        record Written(List<Entry> entries) implements Outcome {}

        /** Nothing was written, for there is not enough in this account. */
        record Overdrawn(Account account) implements Outcome {}
    }

    Register(Shelf shelf, Ids ids) {
        this.shelf = shelf;
        this.ids = ids;
    }

    /** Books each, or posts it where it is promised, with what was promised. */
    Outcome book(List<Transfer> transfers) {
        return write(transfers, transfers, Draft::book);
    }

    Outcome promise(List<CreditRule.Promise> promises) {
        return write(promises.stream().map(CreditRule.Promise::transfer).toList(), promises, Draft::promise);
    }

    private <T> Outcome write(List<Transfer> transfers, List<T> all, BiFunction<Draft, T, Optional<Account>> how) {
        if (transfers.isEmpty()) return new Outcome.Written(List.of());
        UUID community = communityOf(transfers).value();
        Head head = head(community);
        List<Entry> past = shelf.causedBy(
                community, transfers.stream().map(Transfer::cause).collect(toSet()));
        Set<String> accounts = transfers.stream()
                .flatMap(it -> Stream.of(Entry.key(it.debit()), Entry.key(it.credit())))
                .collect(toSet());
        var draft = new Draft(community, head, past, shelf.totals(community, accounts), ids);
        for (T one : all) {
            Optional<Account> overdrawn = how.apply(draft, one);
            if (overdrawn.isPresent()) return new Outcome.Overdrawn(overdrawn.get());
        }
        return written(draft);
    }

    private static CommunityId communityOf(List<Transfer> transfers) {
        Set<CommunityId> communities =
                transfers.stream().map(it -> it.debit().community()).collect(toSet());
        if (communities.size() > 1)
            throw new IllegalArgumentException("what is booked together is of one community: " + communities);
        return communities.iterator().next();
    }

    private Outcome.Written written(Draft draft) {
        Page page = draft.page();
        if (!page.entries().isEmpty()) shelf.add(page);
        return new Outcome.Written(page.entries());
    }

    /** Where the book ends, with everything in it that an older Tummler booked without numbers and hashes. */
    Head head(UUID community) {
        Head head = shelf.lock(community);
        if (head.size() > 0) return head;
        for (List<Entry> old = shelf.unchained(community, AT_ONCE);
                !old.isEmpty();
                old = shelf.unchained(community, AT_ONCE)) {
            var draft = new Draft(community, head, List.of(), shelf.totals(community, accounts(old)), ids);
            old.forEach(draft::append);
            Page page = draft.page();
            shelf.takeIn(page);
            head = page.head();
        }
        return head;
    }

    private static Set<String> accounts(List<Entry> entries) {
        return entries.stream().flatMap(it -> Stream.of(it.debit, it.credit)).collect(toSet());
    }

    /** Voids promises whose time is over, a bounded number at once. */
    List<Entry> dissolveLapsed(CommunityId community, Instant now) {
        // So that a beat with nothing to do, as most are, keeps nobody waiting.
        if (shelf.lapsed(community.value(), now, 1).isEmpty()) return List.of();
        Head head = head(community.value());
        List<Entry> lapsed = shelf.lapsed(community.value(), now, AT_ONCE);
        Map<String, Totals> totals = shelf.totals(community.value(), accounts(lapsed));
        var draft = new Draft(community.value(), head, List.of(), totals, ids);
        lapsed.forEach(entry -> draft.dissolve(entry, now));
        return written(draft).entries();
    }

    /** What became of a wish to move credit back. */
    sealed interface Reversal {
        /**
         * @param entries the last of them is that reversal; those before gave back what had expired meanwhile
         */
        record Reversed(List<Entry> entries) implements Reversal {
            Entry last() {
                return entries.getLast();
            }
        }

        record AlreadyReversed() implements Reversal {}

        /** Nothing was written, for this account does not hold so much any more. */
        record Overdrawn(Account account) implements Reversal {}

        /** No such entry in this community, or one that moved nothing, or that was itself a reversal. */
        record NothingToReverse() implements Reversal {}
    }

    /**
     * Moves back what an entry moved. Where that has expired since, it is given back first, for else what was said by
     * mistake would go on to count once its credit is gone. What is too much of it expires when the next day begins.
     *
     * @param cause at most 160 characters; the id of the entry is put behind it, as one cause may reverse several
     */
    Reversal reverse(CommunityId community, UUID id, String cause, Instant at) {
        Head head = head(community.value());
        Optional<Entry> found = shelf.entry(community.value(), id).filter(Register::moves);
        if (found.isEmpty()) return new Reversal.NothingToReverse();
        if (shelf.isSettled(community.value(), id)) return new Reversal.AlreadyReversed();
        List<Entry> back = withWhatExpired(community, found.get());
        var draft = new Draft(community.value(), head, List.of(), shelf.totals(community.value(), accounts(back)), ids);
        for (Entry entry : back) {
            Optional<Account> overdrawn = draft.reverse(entry, cause + ":" + entry.id, at);
            if (overdrawn.isPresent()) return new Reversal.Overdrawn(overdrawn.get());
        }
        return new Reversal.Reversed(written(draft).entries());
    }

    private List<Entry> withWhatExpired(CommunityId community, Entry booked) {
        Totals totals = shelf.totals(community.value(), Set.of(booked.credit)).getOrDefault(booked.credit, Totals.NONE);
        long missing = booked.amount - totals.balance() + totals.promisedDebits();
        List<Entry> back = new ArrayList<>();
        if (missing > 0)
            for (Entry expired : shelf.expired(community.value(), booked.credit, AT_ONCE)) {
                if (missing <= 0) break;
                back.add(expired);
                missing -= expired.amount;
            }
        back.add(booked);
        return back;
    }

    private static boolean moves(Entry entry) {
        return entry.kind == Entry.Kind.BOOKED || entry.kind == Entry.Kind.POSTED;
    }
}
