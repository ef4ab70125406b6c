package io.tummler.matching.matchmakers;

import io.tummler.api.MemberId;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All needs or all offers that stand in a community, each in a slot, which another has after it. */
final class Shelf {
    private static final int FIRST_SLOTS = 16;
    private static final Reading[] NOTHING = {};

    private final Statement.Kind kind;
    private final int sketchLength;
    private final Map<StatementId, Reading> byId = new HashMap<>();
    private final Map<MemberId, Reading[]> byOwner = new HashMap<>();
    private final Slots free = new Slots();

    private Reading[] bySlot = new Reading[FIRST_SLOTS];
    private long[] sketches;
    private boolean[] readable = new boolean[FIRST_SLOTS];
    private int slots;
    private int readables;
    private long length;

    Shelf(Statement.Kind kind, int dimensions) {
        this.kind = kind;
        sketchLength = Direction.sketchLength(dimensions);
        sketches = new long[FIRST_SLOTS * sketchLength];
    }

    void put(Reading reading) {
        int slot = free.count() > 0 ? free.takeLast() : slots++;
        if (slot == bySlot.length) grow();
        reading.putInto(slot);
        bySlot[slot] = reading;
        byId.put(reading.statement().id(), reading);
        byOwner.merge(reading.statement().owner(), new Reading[] {reading}, Shelf::both);
        length += reading.length();
        for (int i = 0; i < reading.length(); i++)
            if (reading.isFirst(i)) reading.stem(i).in(kind).add(slot);
        if (reading.direction().isKnown()) {
            readable[slot] = true;
            readables++;
            reading.direction().sketch(sketches, slot * sketchLength);
        }
    }

    private static Reading[] both(Reading[] before, Reading[] one) {
        Reading[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = one[0];
        return after;
    }

    private void grow() {
        int more = bySlot.length + bySlot.length / 4;
        bySlot = Arrays.copyOf(bySlot, more);
        sketches = Arrays.copyOf(sketches, more * sketchLength);
        readable = Arrays.copyOf(readable, more);
    }

    @SuppressWarnings("NullAway") // an empty slot
    void take(Reading reading) {
        int slot = reading.slot();
        bySlot[slot] = null;
        if (readable[slot]) readables--;
        readable[slot] = false;
        free.add(slot);
        byId.remove(reading.statement().id());
        MemberId owner = reading.statement().owner();
        Reading[] after = Arrays.stream(of(owner)).filter(one -> one != reading).toArray(Reading[]::new);
        if (after.length == 0) byOwner.remove(owner);
        else byOwner.put(owner, after);
        length -= reading.length();
        for (int i = 0; i < reading.length(); i++)
            if (reading.isFirst(i)) reading.stem(i).in(kind).remove(slot);
    }

    private Reading[] of(MemberId owner) {
        return byOwner.getOrDefault(owner, NOTHING);
    }

    List<Reading> ownedBy(MemberId owner) {
        return List.of(of(owner));
    }

    Optional<Reading> find(StatementId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Reading at(int slot) {
        return bySlot[slot];
    }

    int size() {
        return byId.size();
    }

    /** How many telling words all of them have together. */
    long length() {
        return length;
    }

    /** How many slots there are, for none of which there is a second while one is free. */
    int slots() {
        return slots;
    }

    boolean allReadable() {
        return readables == size();
    }

    /**
     * Marks those whose sketches differ from this direction's in the fewest bits: so many, and those that differ in no
     * more than the last of them, so that it does not matter in which slot one stands.
     */
    void markNearest(Direction direction, int count, BitSet marked) {
        int most = readables <= count ? Integer.MAX_VALUE : 0;
        var differences = new short[slots];
        if (most == 0) {
            int[] having = count(direction, differences);
            for (int sum = having[0]; sum < count; ) sum += having[++most];
        }
        for (int slot = 0; slot < slots; slot++) if (readable[slot] && differences[slot] <= most) marked.set(slot);
    }

    /** Counts the bits in which each differs, and how many differ in 0, 1, 2 and so on. */
    private int[] count(Direction direction, short[] differences) {
        var sketch = new long[sketchLength];
        direction.sketch(sketch, 0);
        var having = new int[sketchLength * Long.SIZE + 1];
        for (int slot = 0; slot < slots; slot++) {
            if (!readable[slot]) continue;
            int bits = 0;
            int at = slot * sketchLength;
            for (int i = 0; i < sketchLength; i++) bits += Long.bitCount(sketches[at + i] ^ sketch[i]);
            differences[slot] = (short) bits;
            having[bits]++;
        }
        return having;
    }
}
