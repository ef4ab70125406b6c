package io.tummler.matching.answerers;

import io.tummler.matching.answerers.Examples.Example;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Finds the weights under which the members who answered were likeliest: half of the loss is that of ListNet, with
 * every answerer as likely, half the logarithm of the chance that it is one of the answerers. Weights pay for their
 * size, in units of their {@linkplain #scales scales}. The way down is L-BFGS (D. Liu and J. Nocedal, On the Limited
 * Memory BFGS Method, 1989).
 */
final class Training {
    private static final double PENALTY = 10;
    /** Whoever is mentioned answers: that needs no proof. */
    private static final double PENALTY_OF_MENTIONED = .05;

    private static final int STEPS = 150;
    private static final int MEMORY = 10;
    private static final double SUFFICIENT = 1e-4;
    private static final double CONVERGED = 1e-6;

    private final List<Example> examples;
    private final double[] scales;
    private final double[] gradient = new double[Feature.COUNT];

    private record Move(double[] step, double[] change) {
        double curvature() {
            return product(step, change);
        }
    }

    private Training(List<Example> examples, double[] scales) {
        this.examples = examples;
        this.scales = scales;
    }

    /** The weights per unit of each feature. */
    static double[] weights(List<Example> examples, double[] scales) {
        double[] scaled = new Training(examples, scales).descend();
        for (int f = 0; f < Feature.COUNT; f++) scaled[f] /= scales[f];
        return scaled;
    }

    /**
     * How far each feature lies apart between likely candidates: its standard deviation, where a candidate is as
     * likely as the answers in 90 days in the channel say, and a little as likely as any.
     */
    static double[] scales(List<Example> examples) {
        double[] squares = new double[Feature.COUNT];
        for (Example example : examples) {
            int n = example.candidates();
            double[] likely = new double[n];
            for (int i = 0; i < n; i++)
                likely[i] = example.rows()[i * Feature.COUNT + Feature.ANSWERS_HERE_90_DAYS.column()];
            Weights.toShares(likely);
            for (int i = 0; i < n; i++) likely[i] = .7 * likely[i] + .3 / n;
            for (int f = 0; f < Feature.COUNT; f++) {
                double mean = 0;
                for (int i = 0; i < n; i++) mean += likely[i] * example.rows()[i * Feature.COUNT + f];
                for (int i = 0; i < n; i++) {
                    double apart = example.rows()[i * Feature.COUNT + f] - mean;
                    squares[f] += likely[i] * apart * apart;
                }
            }
        }
        for (int f = 0; f < Feature.COUNT; f++) squares[f] = Math.sqrt(squares[f] / examples.size()) + CONVERGED;
        return squares;
    }

    private double[] descend() {
        double[] at = new double[Feature.COUNT];
        double loss = loss(at);
        double[] slope = gradient.clone();
        Deque<Move> moves = new ArrayDeque<>();
        for (int step = 0; step < STEPS; step++) {
            double[] direction = direction(slope, moves);
            double descent = product(slope, direction);
            double length = 1;
            double[] next = moved(at, direction, -length);
            double nextLoss = loss(next);
            while (nextLoss > loss - SUFFICIENT * length * descent && length > CONVERGED) {
                length /= 2;
                next = moved(at, direction, -length);
                nextLoss = loss(next);
            }
            var move = new Move(moved(next, at, -1), moved(gradient, slope, -1));
            if (move.curvature() > 1e-12) moves.addLast(move);
            if (moves.size() > MEMORY) moves.removeFirst();
            boolean done = Math.abs(loss - nextLoss) < CONVERGED * Math.abs(loss);
            at = next;
            loss = nextLoss;
            slope = gradient.clone();
            if (done) break;
        }
        return at;
    }

    /** The slope as the last moves let it be seen, bent. */
    private static double[] direction(double[] slope, Deque<Move> moves) {
        double[] direction = slope.clone();
        Deque<Double> shares = new ArrayDeque<>();
        for (Iterator<Move> last = moves.descendingIterator(); last.hasNext(); ) {
            Move move = last.next();
            double share = product(move.step, direction) / move.curvature();
            shares.addFirst(share);
            direction = moved(direction, move.change, -share);
        }
        double size = 0;
        for (double each : slope) size += Math.abs(each);
        double stretch = moves.isEmpty()
                ? 1 / (size + 1e-9)
                : moves.getLast().curvature() / product(moves.getLast().change, moves.getLast().change);
        for (int f = 0; f < direction.length; f++) direction[f] *= stretch;
        for (Move move : moves)
            direction = moved(
                    direction, move.step, shares.removeFirst() - product(move.change, direction) / move.curvature());
        return direction;
    }

    /** Leaves its gradient behind. */
    private double loss(double[] scaled) {
        double loss = 0;
        double[] weights = new double[Feature.COUNT];
        for (int f = 0; f < Feature.COUNT; f++) {
            double penalty = f == Feature.MENTIONED.column() ? PENALTY_OF_MENTIONED : PENALTY;
            weights[f] = scaled[f] / scales[f];
            gradient[f] = penalty * scaled[f];
            loss += .5 * penalty * scaled[f] * scaled[f];
        }
        for (Example example : examples) loss += example.weight() * loss(example, weights);
        return loss;
    }

    private double loss(Example example, double[] weights) {
        int n = example.candidates();
        float[] rows = example.rows();
        double[] shares = new double[n];
        for (int i = 0; i < n; i++) {
            double score = 0;
            for (int f = 0; f < Feature.COUNT; f++) score += weights[f] * rows[i * Feature.COUNT + f];
            shares[i] = score;
        }
        Weights.toShares(shares);
        int answerers = 0;
        double any = 1e-300;
        for (int i = 0; i < n; i++) {
            if (!example.answered()[i]) continue;
            answerers++;
            any += shares[i];
        }
        double loss = -.5 * Math.log(any);
        for (int i = 0; i < n; i++) {
            double target = 0;
            if (example.answered()[i]) {
                loss -= .5 / answerers * Math.log(shares[i] + 1e-12);
                target = .5 / answerers + .5 * shares[i] / any;
            }
            double excess = example.weight() * (shares[i] - target);
            for (int f = 0; f < Feature.COUNT; f++) gradient[f] += excess * rows[i * Feature.COUNT + f] / scales[f];
        }
        return loss;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int f = 0; f < to.length; f++) to[f] += length * direction[f];
        return to;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int f = 0; f < one.length; f++) sum += one[f] * other[f];
        return sum;
    }
}
