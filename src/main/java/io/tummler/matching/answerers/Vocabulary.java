package io.tummler.matching.answerers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The terms of a community, how telling each is, and what it means: a vector that is the sum of those of the terms
 * beside it (random indexing, P. Kanerva, J. Kristofersson and A. Holst, 2000), so that words come close that are
 * used alike.
 */
final class Vocabulary {
    static final int DIMENSIONS = 64;
    /** When there are more terms than this, a quarter is dropped: of the rarest, those not heard for longest. */
    static final int MOST_TERMS = 32_768;

    private static final double LEAST_WEIGHT = 1.5;
    private static final int BAG = 40;
    /** Of a message so many terms count as beside each other. */
    private static final int BESIDE = 60;

    private static final double STEP = .3;
    /** Terms in more messages than this share, and a few more, tell nothing about what stands beside them. */
    private static final double COMMON = .05;

    private static final double UNIT = 1 / StrictMath.sqrt(DIMENSIONS);

    private final Map<Long, Term> terms = new HashMap<>();
    private int messages;

    int size() {
        return terms.size();
    }

    /** How telling a term is, from 0 up: the logarithm of how rare messages are that have it. */
    double idf(long term) {
        Term known = terms.get(term);
        return StrictMath.log(1 + (messages + 1) / ((known == null ? 0 : known.messages) + .5));
    }

    Iterable<Term.Posting> postings(long term) {
        Term known = terms.get(term);
        return known == null ? List.of() : known.postings();
    }

    /** The most telling terms of a text with a title, whose terms count twice. */
    Bag bag(String text, Optional<String> title) {
        Map<Long, Integer> counts = Terms.counted(text);
        Map<Long, Integer> inTitle = title.map(Terms::counted).orElse(Map.of());
        inTitle.forEach((term, count) -> counts.merge(term, 2 * count, Integer::sum));
        record Weighed(long term, double weight) {}
        List<Weighed> heaviest = counts.entrySet().stream()
                .map(term -> new Weighed(
                        term.getKey(), idf(term.getKey()) * Math.min(1 + StrictMath.log(term.getValue()), 2)))
                .filter(term -> term.weight >= LEAST_WEIGHT)
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed().thenComparingLong(Weighed::term))
                .limit(BAG)
                .toList();
        var bag = new Bag(new long[heaviest.size()], new float[heaviest.size()], new boolean[heaviest.size()]);
        for (int i = 0; i < heaviest.size(); i++) {
            Weighed term = heaviest.get(i);
            bag.terms()[i] = term.term;
            bag.weights()[i] = (float) term.weight;
            bag.inTitle()[i] = inTitle.containsKey(term.term);
        }
        return bag;
    }

    /** What a bag is about: of length 1, or all 0 when there is nothing in it. */
    double[] meaning(Bag bag) {
        double[] sum = new double[DIMENSIONS];
        for (int i = 0; i < bag.size(); i++) {
            double weight = bag.weights()[i];
            long hash = bag.terms()[i];
            Term known = terms.get(hash);
            float[] context = known == null ? new float[0] : known.context;
            double shrink = weight / (length(context) + .5);
            for (int d = 0; d < DIMENSIONS; d++) sum[d] += weight * .5 * sign(hash, d);
            for (int d = 0; d < context.length; d++) sum[d] += shrink * context[d];
        }
        double length = length(sum);
        if (length > 0) for (int d = 0; d < DIMENSIONS; d++) sum[d] /= length;
        return sum;
    }

    /** Files an opening under the terms of its bag. */
    void post(Opening opening) {
        Bag bag = opening.bag();
        for (int i = 0; i < bag.size(); i++)
            terms.computeIfAbsent(bag.terms()[i], Term::new).post(opening, bag.weights()[i]);
    }

    void unpost(Opening opening) {
        for (long hash : opening.bag().terms()) {
            Term known = terms.get(hash);
            if (known != null) known.drop(opening);
        }
    }

    /** Learns from the terms of a message. */
    void hear(Map<Long, Integer> counts) {
        messages++;
        List<Term> beside = new ArrayList<>();
        List<Term> all = new ArrayList<>(counts.size());
        for (long hash : counts.keySet()) {
            Term term = terms.computeIfAbsent(hash, Term::new);
            term.messages++;
            term.heard = messages;
            all.add(term);
        }
        for (Term term : all) if (beside.size() < BESIDE && term.messages < COMMON * messages + 5) beside.add(term);
        if (beside.size() > 1) place(beside);
        if (terms.size() > MOST_TERMS) shrink();
    }

    private void place(List<Term> beside) {
        double[] sum = new double[DIMENSIONS];
        double[] weights = new double[beside.size()];
        for (int i = 0; i < weights.length; i++) {
            Term term = beside.get(i);
            weights[i] = idf(term.hash);
            for (int d = 0; d < DIMENSIONS; d++) sum[d] += weights[i] * sign(term.hash, d);
        }
        double step = STEP / weights.length;
        for (int i = 0; i < weights.length; i++) {
            Term term = beside.get(i);
            if (term.context.length == 0) term.context = new float[DIMENSIONS];
            for (int d = 0; d < DIMENSIONS; d++)
                term.context[d] += (float) (step * (sum[d] - weights[i] * sign(term.hash, d)));
        }
    }

    private void shrink() {
        List<Term> rarest = terms.values().stream()
                .filter(term -> !term.isPosted())
                .sorted(Comparator.comparingInt((Term term) -> term.messages)
                        .thenComparingInt(term -> term.heard)
                        .thenComparingLong(term -> term.hash))
                .limit(MOST_TERMS / 4)
                .toList();
        for (Term term : rarest) terms.remove(term.hash);
    }

    /** Drops what no opening is about and no member uses. */
    void keepOnlyUsed(Iterable<Member> members) {
        Set<Long> unused = new HashSet<>(terms.keySet());
        for (Member member : members) member.words.forEachTerm(unused::remove);
        terms.values().removeIf(term -> !term.isPosted() && unused.contains(term.hash));
    }

    boolean knows(long term) {
        return terms.containsKey(term);
    }

    private static double sign(long hash, int dimension) {
        return (hash >>> dimension & 1) == 1 ? UNIT : -UNIT;
    }

    private static double length(float[] vector) {
        double sum = 0;
        for (float value : vector) sum += (double) value * value;
        return StrictMath.sqrt(sum);
    }

    static double length(double[] vector) {
        double sum = 0;
        for (double value : vector) sum += value * value;
        return StrictMath.sqrt(sum);
    }
}
