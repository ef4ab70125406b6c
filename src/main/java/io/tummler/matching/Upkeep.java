package io.tummler.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lets a packing follow an exchange in which statements come and go, one after the other. */
final class Upkeep {
    private static final long SEED = 1;

    private final Exchange exchange;
    private final Packing packing;

    /** @param packing of circles of this exchange */
    Upkeep(Exchange exchange, Packing packing) {
        this.exchange = exchange;
        this.packing = packing;
    }

    /**
     * Takes out the circles that stand no more, and looks for better ones where something has changed.
     *
     * @param member all links that came since the last time are from or to this one
     * @param gone all links that went since the last time, or were not taken
     */
    void follow(int member, Collection<Exchange.Link> gone) {
        SortedSet<Integer> changed = new TreeSet<>();
        dropBroken(member, changed);
        for (Exchange.Link link : gone) dropBroken(link.seeker(), changed);
        changed.add(member);
        Map<Integer, List<Circle>> known = new HashMap<>();
        new PackingSearch(packing, one -> known.computeIfAbsent(one, exchange::through), SEED).improve(changed);
    }

    private void dropBroken(int member, SortedSet<Integer> changed) {
        packing.of(member).filter(circle -> !exchange.stands(circle)).ifPresent(circle -> {
            packing.drop(circle);
            for (int i = 0; i < circle.size(); i++) changed.add(circle.member(i));
        });
    }
}
