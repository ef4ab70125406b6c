package io.tummler.api;

import java.util.List;

/**
 * Three members of whom each can give what another looks for.
 *
 * @param links three matches; whoever owns the offer of one owns the need of the next, and of the last that of the first
 */
public record Ring(List<Match> links) {
    public static final int SIZE = 3;

    public Ring {
        links = List.copyOf(links);
        if (links.size() != SIZE) throw new IllegalArgumentException("a ring has three links: " + links.size());
        for (int i = 0; i < SIZE; i++)
            if (!links.get(i)
                    .offer()
                    .owner()
                    .equals(links.get((i + 1) % SIZE).need().owner()))
                throw new IllegalArgumentException("whoever gives in one link gets in the next");
        if (links.stream().map(link -> link.need().owner()).distinct().count() != SIZE)
            throw new IllegalArgumentException("a ring is of three members");
    }

    /** Each gets something in the link of the same number, and gives in the one before. */
    public List<MemberId> members() {
        return links.stream().map(link -> link.need().owner()).toList();
    }
}
