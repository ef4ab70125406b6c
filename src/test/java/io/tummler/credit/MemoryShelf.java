package io.tummler.credit;

import io.tummler.api.Transfer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The book of one community in memory, with transactions, that crashes at whichever write it is told to. */
final class MemoryShelf implements Shelf {
    final List<Entry> entries = new ArrayList<>();
    final Map<String, Totals> totals = new HashMap<>();
    final Set<UUID> open = new HashSet<>();
    final List<Frontier.Tile> tiles = new ArrayList<>();
    private final Map<UUID, Entry> byId = new HashMap<>();
    private final Map<String, List<Entry>> byCause = new HashMap<>();
    private final Set<UUID> settled = new HashSet<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private Head head = Head.NEW;
    private int writesLeft;

    /** The power went. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crash() {
            super("the plug is pulled", null, false, false);
        }
    }

    /**
     * Does it all, or nothing.
     *
     * @param writes after how many it crashes, and also if there are fewer; below 0 for never
     */
    <T> T transact(int writes, Supplier<T> work) {
        undo.clear();
        writesLeft = writes < 0 ? Integer.MAX_VALUE : writes;
        boolean done = false;
        try {
            T result = work.get();
            if (writes >= 0) throw new Crash();
            done = true;
            return result;
        } finally {
            if (!done) while (!undo.isEmpty()) undo.pop().run();
        }
    }

    private void write(Runnable work, Runnable back) {
        if (writesLeft-- == 0) throw new Crash();
        work.run();
        undo.push(back);
    }

    @Override
    public Head lock(UUID community) {
        return head;
    }

    @Override
    public List<Entry> unchained(UUID community, int limit) {
        return List.of();
    }

    @Override
    public List<Entry> causedBy(UUID community, Set<String> causes) {
        return causes.stream()
                .flatMap(cause -> byCause.getOrDefault(cause, List.of()).stream())
                .sorted(Comparator.comparing(Entry::seq))
                .toList();
    }

    @Override
    public Map<String, Totals> totals(UUID community, Set<String> accounts) {
        Map<String, Totals> found = new HashMap<>(totals);
        found.keySet().retainAll(accounts);
        return found;
    }

    @Override
    public List<Entry> lapsed(UUID community, Instant now, int limit) {
        return open.stream()
                .map(byId::get)
                .filter(entry -> !entry.lapsesAt.isAfter(now))
                .sorted(Comparator.comparing((Entry entry) -> entry.lapsesAt).thenComparing(Entry::seq))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Entry> entry(UUID community, UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public boolean isSettled(UUID community, UUID entry) {
        return settled.contains(entry);
    }

    @Override
    public List<Entry> expired(UUID community, String account, int limit) {
        return entries.reversed().stream()
                .filter(it -> it.reason == Transfer.Reason.EXPIRED && it.debit.equals(account))
                .filter(it -> !settled.contains(it.id))
                .limit(limit)
                .toList();
    }

    @Override
    public void add(Page page) {
        for (Entry entry : page.entries())
            write(() -> keep(entry), () -> {
                entries.removeLast();
                byId.remove(entry.id);
                byCause.get(entry.cause).removeLast();
                settled.remove(entry.settles);
            });
        for (Entry entry : page.opened()) write(() -> open.add(entry.id), () -> open.remove(entry.id));
        for (UUID id : page.settled()) write(() -> open.remove(id), () -> open.add(id));
        page.totals().forEach((name, now) -> {
            Totals before = totals.get(name);
            write(() -> totals.put(name, now), () -> {
                if (before == null) totals.remove(name);
                else totals.put(name, before);
            });
        });
        for (Frontier.Tile tile : page.tiles()) write(() -> tiles.add(tile), tiles::removeLast);
        Head before = head;
        write(() -> head = page.head(), () -> head = before);
    }

    private void keep(Entry entry) {
        entries.add(entry);
        byId.put(entry.id, entry);
        byCause.computeIfAbsent(entry.cause, _ -> new ArrayList<>()).add(entry);
        if (entry.settles != null && !settled.add(entry.settles))
            throw new IllegalStateException("settled twice: " + entry.settles);
    }

    @Override
    public void takeIn(Page page) {
        throw new UnsupportedOperationException("nothing is old here");
    }

    Head head() {
        return head;
    }
}
