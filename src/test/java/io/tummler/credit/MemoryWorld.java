package io.tummler.credit;

import io.tummler.api.Account;
import java.util.Optional;
import java.util.function.Supplier;

/** A ledger in memory, run by the same code as the one in a database. */
final class MemoryWorld implements Simulation.World {
    final MemoryShelf shelf = new MemoryShelf();
    private final Register register = new Register(shelf, Fakes.counted());

    @Override
    public Register register() {
        return register;
    }

    @Override
    public <T> T transact(int writes, Supplier<T> work) {
        return shelf.transact(writes, work);
    }

    @Override
    public Totals totals(Account account) {
        return shelf.totals.getOrDefault(Entry.key(account), Totals.NONE);
    }

    /** @throws AssertionError when what is kept beside the entries does not follow from them, or is not as many */
    void check(long seed, int entries) {
        var check = new Check(
                Simulation.community(seed),
                id -> shelf.entry(Simulation.community(seed).value(), id));
        int tiles = 0;
        for (Entry entry : shelf.entries) {
            Optional<String> wrong = check.next(entry);
            if (wrong.isPresent()) throw new AssertionError("seed " + seed + ", " + entry.line() + ": " + wrong.get());
            tiles += check.completed().size();
        }
        boolean same = check.head().equals(shelf.head())
                && check.head().size() == entries
                && check.totals().equals(shelf.totals)
                && check.open().keySet().equals(shelf.open)
                && tiles == shelf.tiles.size();
        if (!same) throw new AssertionError("seed " + seed + ": what is kept does not follow from the entries");
    }
}
