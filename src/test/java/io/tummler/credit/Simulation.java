package io.tummler.credit;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A ledger that is told random things, many of them twice, late or through a crash, and that is compared after each with
 * what it must do. The same seed is the same story.
 */
final class Simulation {
    private static final Instant BEGIN = Instant.parse("2026-05-12T12:00:00Z");
    private static final int MEMBERS = 5;
    private static final int CAUSES = 60;
    private static final int KEPT_FOR_LATER = 20;

    private final long seed;
    private final Random random;
    private final World world;
    private final Expected expected = new Expected();
    private final CommunityId community;
    private final List<Account> accounts;
    private final List<Entry> moved = new ArrayList<>();
    private final List<Told> late = new ArrayList<>();
    private Instant now = BEGIN;
    private int done;
    int crashes;
    int duplicates;
    int refused;

    /** A ledger that can crash. */
    interface World {
        Register register();

        /** As {@link MemoryShelf#transact}. */
        <T> T transact(int writes, Supplier<T> work);

        Totals totals(Account account);
    }

    /** Something told to the ledger. */
    private sealed interface Told {
        record Book(List<Transfer> transfers) implements Told {}

        record Promise(List<CreditRule.Promise> promises) implements Told {}

        record Beat(Instant now) implements Told {}

        record Reverse(Entry entry) implements Told {}
    }

    Simulation(long seed, World world) {
        this.seed = seed;
        this.random = new Random(seed);
        this.world = world;
        this.community = community(seed);
        this.accounts = accounts(community);
    }

    static CommunityId community(long seed) {
        return new CommunityId(new UUID(9, seed));
    }

    private static List<Account> accounts(CommunityId community) {
        List<Account> accounts = new ArrayList<>();
        accounts.add(new Account.OfCommunity(community));
        accounts.add(new Account.Expired(community));
        accounts.add(new Account.OfBrand(community, "bakery"));
        accounts.add(new Account.OfBrand(community, "bikes\tand\\more"));
        for (int at = 0; at < MEMBERS; at++) {
            var member = new MemberId(new UUID(2, at));
            accounts.add(new Account.OfMember(community, member));
            accounts.add(new Account.Goodwill(community, "bakery", member));
        }
        return accounts;
    }

    /** @throws AssertionError that names the seed, when the ledger does anything else than it must */
    void run(int operations) {
        try {
            while (done < operations) {
                Told told = next();
                done++;
                if (random.nextInt(4) == 0) crash(told);
                tell(told);
                if (random.nextInt(3) == 0) late.add(told);
                if (late.size() > KEPT_FOR_LATER || random.nextInt(5) == 0 && !late.isEmpty()) {
                    duplicates++;
                    done++;
                    tell(late.remove(random.nextInt(late.size())));
                }
            }
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "the ledger broke: seed %d, operation %d of %d".formatted(seed, done, operations), e);
        }
    }

    private void crash(Told told) {
        crashes++;
        int writes = random.nextInt(12);
        int before = moved.size();
        try {
            world.transact(writes, () -> answer(told));
            throw new AssertionError("it outlived a crash");
        } catch (MemoryShelf.Crash _) {
            // Nothing of it is there: what comes next is compared with a model that did not hear of it.
            while (moved.size() > before) moved.removeLast();
        }
    }

    private void tell(Told told) {
        boolean stands = world.transact(-1, () -> answer(told));
        boolean should = switch (told) {
            case Told.Book(List<Transfer> transfers) -> expected.book(transfers);
            case Told.Promise(List<CreditRule.Promise> promises) -> expected.promise(promises);
            case Told.Beat(Instant at) -> {
                expected.dissolve(at);
                yield true;
            }
            case Told.Reverse(Entry entry) -> expected.reverse(entry.id.toString(), entry.transfer());
        };
        if (stands != should) throw new AssertionError(told + " stands: " + stands + ", and should: " + should);
        if (!stands) refused++;
        compare();
    }

    /** Whether all of it stands in the book then. */
    private boolean answer(Told told) {
        Register register = world.register();
        return switch (told) {
            case Told.Book(List<Transfer> transfers) -> stands(register.book(transfers));
            case Told.Promise(List<CreditRule.Promise> promises) -> stands(register.promise(promises));
            case Told.Beat(Instant at) -> {
                while (!register.dissolveLapsed(community, at).isEmpty()) {}
                yield true;
            }
            case Told.Reverse(Entry entry) ->
                switch (register.reverse(community, entry.id, "mistake", now)) {
                    case Register.Reversal.Reversed _, Register.Reversal.AlreadyReversed _ -> true;
                    case Register.Reversal.Overdrawn _ -> false;
                    case Register.Reversal.NothingToReverse _ -> throw new AssertionError("it moved: " + entry.line());
                };
        };
    }

    private boolean stands(Register.Outcome outcome) {
        return switch (outcome) {
            case Register.Outcome.Overdrawn _ -> false;
            case Register.Outcome.Written(List<Entry> entries) -> {
                for (Entry entry : entries)
                    if (entry.kind == Entry.Kind.BOOKED || entry.kind == Entry.Kind.POSTED) moved.add(entry);
                yield true;
            }
        };
    }

    private void compare() {
        long credits = 0;
        long debits = 0;
        for (Account account : accounts) {
            Totals totals = world.totals(account);
            credits += totals.credits();
            debits += totals.debits();
            long held = expected.held.getOrDefault(account, 0L);
            if (totals.balance() != held) throw new AssertionError(account + " holds " + totals + ", not " + held);
            if (totals.promisedCredits() != expected.promised.getOrDefault(account, 0L)
                    || totals.promisedDebits() != expected.kept.getOrDefault(account, 0L))
                throw new AssertionError(account + " is promised " + totals);
            if (!account.mayBeOverdrawn() && totals.balance() < 0)
                throw new AssertionError(account + " is overdrawn: " + totals);
        }
        if (credits != debits) throw new AssertionError("credits " + credits + " are not debits " + debits);
    }

    private Told next() {
        now = now.plus(Duration.ofMinutes(random.nextInt(60)));
        int what = random.nextInt(10);
        if (what < 5) return new Told.Book(transfers());
        if (what < 8)
            return new Told.Promise(transfers().stream()
                    .map(it -> new CreditRule.Promise(it, now.plus(Duration.ofHours(random.nextInt(48)))))
                    .toList());
        if (what < 9 || moved.isEmpty()) return new Told.Beat(now);
        return new Told.Reverse(moved.get(random.nextInt(moved.size())));
    }

    private List<Transfer> transfers() {
        List<Transfer> transfers = new ArrayList<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            Account debit = random.nextBoolean() ? accounts.getFirst() : any();
            Account credit = any();
            while (credit.equals(debit)) credit = any();
            transfers.add(new Transfer(
                    debit,
                    credit,
                    1 + random.nextInt(20),
                    random.nextBoolean() ? Reason.HELPED : Reason.THANKED,
                    "cause " + (done / 50 + random.nextInt(CAUSES)),
                    now,
                    Optional.empty(),
                    1 + random.nextInt(3)));
        }
        return transfers;
    }

    private Account any() {
        return accounts.get(random.nextInt(accounts.size()));
    }

    /** How many entries there must be. */
    int entries() {
        return expected.entries;
    }
}
