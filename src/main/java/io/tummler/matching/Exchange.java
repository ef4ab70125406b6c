package io.tummler.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who in a community can give what somebody else looks for, and the circles that this closes. Members and statements
 * are numbers, which whoever asks chose; members' from 0 on without great gaps. For one thread at a time.
 *
 * <p>Of each need only the best links are kept. So a member has few ways out, however many have a way to a member who
 * offers what everybody wants, and to find the circles through a member costs the square of the ways out, not of the
 * community. What had to make room is forgotten: when a statement is closed, whoever knows of others links them.
 */
final class Exchange {
    private final int width;
    private final List<Node> nodes = new ArrayList<>();
    /** Who looks for what the member gives through whom circles are sought; empty between. */
    private final BitSet seeking = new BitSet();

    private int links;

    /**
     * One can give what another looks for.
     *
     * @param seeker whose need it is
     * @param giver whose offer it is, somebody else
     * @param score how well they fit, 0 to 1
     */
    record Link(int seeker, int giver, int need, int offer, double score) {
        /** Which of a need's links is kept: the better match, then the smaller numbers. */
        static final Comparator<Link> BEST_FIRST = Comparator.comparingDouble(Link::score)
                .reversed()
                .thenComparingInt(Link::giver)
                .thenComparingInt(Link::need)
                .thenComparingInt(Link::offer);

        Link {
            if (seeker < 0 || giver < 0 || seeker == giver)
                throw new IllegalArgumentException("a link is between two members: " + seeker + ", " + giver);
            if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("score must be 0 to 1: " + score);
        }
    }

    /** What one member looks for, by who could give it, the best first of the same giver; and who looks for theirs. */
    private static final class Node {
        private final List<Link> links = new ArrayList<>(0);
        private final SortedInts givers = new SortedInts();
        private final SortedInts seekers = new SortedInts();
    }

    /** @param width how many links are kept of each need */
    Exchange(int width) {
        if (width < 1) throw new IllegalArgumentException("width must be positive: " + width);
        this.width = width;
    }

    /** One more than the greatest number of a member who was ever linked. */
    int members() {
        return nodes.size();
    }

    /** How many links there are. */
    int links() {
        return links;
    }

    /**
     * Adds a link. Of several offers of one giver the best one serves a need.
     *
     * @return the link that has no place beside the better ones, this one or one that has gone; empty if all have
     */
    Optional<Link> add(Link link) {
        Node node = node(link.seeker());
        Link worst = link;
        int same = 0;
        for (Link other : node.links) {
            if (other.need() != link.need()) continue;
            if (other.giver() == link.giver()) return other.equals(link) ? Optional.empty() : replace(other, link);
            same++;
            if (Link.BEST_FIRST.compare(other, worst) > 0) worst = other;
        }
        if (same < width) {
            put(link);
            return Optional.empty();
        }
        return replace(worst, link);
    }

    private Optional<Link> replace(Link old, Link link) {
        if (Link.BEST_FIRST.compare(link, old) >= 0) return Optional.of(link);
        remove(old);
        put(link);
        return Optional.of(old);
    }

    private void put(Link link) {
        Node node = node(link.seeker());
        int index = node.givers.indexOf(link.giver());
        while (index < node.links.size()
                && node.links.get(index).giver() == link.giver()
                && Link.BEST_FIRST.compare(node.links.get(index), link) < 0) index++;
        node.links.add(index, link);
        node.givers.insert(index, link.giver());
        node(link.giver()).seekers.add(link.seeker());
        links++;
    }

    private void remove(Link link) {
        Node node = nodes.get(link.seeker());
        int index = node.links.indexOf(link);
        node.links.remove(index);
        node.givers.removeAt(index);
        nodes.get(link.giver()).seekers.remove(link.seeker());
        links--;
    }

    private Node node(int member) {
        while (nodes.size() <= member) nodes.add(new Node());
        return nodes.get(member);
    }

    /**
     * A statement no longer stands, be it a need or an offer.
     *
     * @return the links that have gone with it
     */
    List<Link> close(int owner, int statement) {
        return removeAll(linksOf(owner).filter(link -> link.need() == statement || link.offer() == statement));
    }

    /**
     * A member takes part no longer.
     *
     * @return the links that have gone with them
     */
    List<Link> leave(int member) {
        return removeAll(linksOf(member));
    }

    /** From this member, and to them; an offer's number is no need's. */
    private Stream<Link> linksOf(int member) {
        if (member >= nodes.size()) return Stream.empty();
        Node node = nodes.get(member);
        return Stream.concat(
                node.links.stream(), node.seekers.distinct().boxed().flatMap(seeker -> links(seeker, member).stream()));
    }

    private List<Link> removeAll(Stream<Link> some) {
        List<Link> gone = some.toList();
        gone.forEach(this::remove);
        return gone;
    }

    /** What one can give another, the best first. */
    List<Link> links(int seeker, int giver) {
        if (seeker >= nodes.size()) return List.of();
        Node node = nodes.get(seeker);
        return node.links.subList(node.givers.indexOf(giver), node.givers.indexOf(giver + 1));
    }

    private boolean gets(int seeker, int giver) {
        return nodes.get(seeker).givers.contains(giver);
    }

    private double score(int seeker, int giver) {
        Node node = nodes.get(seeker);
        return node.links.get(node.givers.indexOf(giver)).score();
    }

    /**
     * The swaps and rings of which this member is one, the best first. A ring has no two members who can help each
     * other both ways: those need no third.
     */
    List<Circle> through(int member) {
        if (member >= nodes.size()) return List.of();
        List<Circle> circles = new ArrayList<>(0);
        Node node = nodes.get(member);
        node.seekers.forEach(seeking::set);
        for (int i = 0; i < node.givers.size(); i = node.givers.indexOf(node.givers.get(i) + 1)) {
            int giver = node.givers.get(i);
            double score = node.links.get(i).score();
            if (seeking.get(giver)) circles.add(Circle.swap(member, giver, Math.min(score, score(giver, member))));
            else addRings(circles, node, member, giver, score);
        }
        node.seekers.forEach(seeking::clear);
        circles.sort(Circle.BEST_FIRST);
        return circles;
    }

    /** Whoever could help this giver and looks for what the member gives, each in one direction only. */
    private void addRings(List<Circle> circles, Node node, int member, int giver, double score) {
        Node next = nodes.get(giver);
        for (int i = 0; i < next.givers.size(); i++) {
            int last = next.givers.get(i);
            // Most are done with here, so that this is what the whole search costs.
            if (!seeking.get(last) || (i > 0 && next.givers.get(i - 1) == last)) continue;
            if (node.givers.contains(last) || gets(last, giver)) continue;
            double weakest = Math.min(score, Math.min(next.links.get(i).score(), score(last, member)));
            circles.add(Circle.ring(member, giver, last, weakest));
        }
    }

    /** Whether this circle, which was one once, is one still, with these scores. */
    boolean stands(Circle circle) {
        return through(circle.first()).contains(circle);
    }

    /** The best link from each member of a circle that stands to the next, the smallest member's first. */
    List<Link> links(Circle circle) {
        return IntStream.range(0, circle.size())
                .mapToObj(i -> links(circle.member(i), circle.member((i + 1) % circle.size()))
                        .getFirst())
                .toList();
    }
}
