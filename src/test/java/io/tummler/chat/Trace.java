package io.tummler.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All that an asker sees, in the order in which it comes, with nothing in it that tells one run from another. */
final class Trace {
    private final List<Seen> all = new ArrayList<>();

    /**
     * @param after how long after the beginning
     * @param how whether it was answered or came by itself, and to what
     */
    record Seen(Duration after, String how, String words) {
        boolean cameByItself() {
            return how.equals(HEARD);
        }

        @Override
        public String toString() {
            return after + " " + how + ": " + words;
        }
    }

    static final String HEARD = "hears";

    void add(Duration after, String how, String words) {
        all.add(new Seen(after, how, words));
    }

    List<Seen> all() {
        return List.copyOf(all);
    }

    List<Seen> heard() {
        return all.stream().filter(Seen::cameByItself).toList();
    }

    /** The first thing in which two traces differ, for people to read; empty where they are the same. */
    static String difference(Trace one, Trace other) {
        int both = Math.min(one.all.size(), other.all.size());
        return IntStream.range(0, both)
                .filter(i -> !one.all.get(i).equals(other.all.get(i)))
                .mapToObj(i -> one.all.get(i) + "\n  and not\n" + other.all.get(i))
                .findFirst()
                .orElseGet(() -> one.all.size() == other.all.size()
                        ? ""
                        : "only one has: " + (one.all.size() > both ? one.all.get(both) : other.all.get(both)));
    }

    @Override
    public String toString() {
        return all.stream().map(Seen::toString).collect(Collectors.joining("\n"));
    }
}
