package io.tummler.introduction;

import java.util.SplittableRandom;

/**
 * Askers and helpers who all could be introduced, of whom some are wanted by many. How much an asker likes a helper is
 * {@code share} times how popular that helper is with everybody, and {@code 1 - share} times the asker's own taste,
 * both normal; as much the other way round. The probability of a yes is the logistic of {@link #BASE} plus {@link
 * #SLOPE} times that, so about .43 on average.
 *
 * <p>What may be known of it beforehand is noisy: the fit tells an asker's own taste, what is in return how much the
 * helper likes the asker, how often a helper has helped before their popularity. The overlap tells nothing here, and
 * one helper in ten is new, which tells nothing either; the shipped coefficients do not know that.
 */
final class CrowdedMarket {
    static final double BASE = -.3;
    static final double SLOPE = 2.5;

    private static final double NOISE = .3;
    private static final double STRETCH = 2;
    private static final double HELPED = 1.5;
    private static final double NEW = .1;

    final double[][] byAsker;
    final double[][] byHelper;
    final double[] helpedBefore;
    final boolean[] newHere;
    /** Of each two a number, 0 to 1, below the probability of which they say yes: the same whoever asks them. */
    final double[][] askersMood;

    final double[][] helpersMood;
    private final double[][] fit;
    private final double[][] inReturn;
    private final double[][] overlap;

    CrowdedMarket(int askers, int helpers, double share, long seed) {
        var random = new SplittableRandom(seed);
        double[] wantedAskers = normal(random, askers);
        double[] wantedHelpers = normal(random, helpers);
        byAsker = new double[askers][helpers];
        byHelper = new double[askers][helpers];
        fit = new double[askers][helpers];
        inReturn = new double[askers][helpers];
        overlap = new double[askers][helpers];
        askersMood = new double[askers][helpers];
        helpersMood = new double[askers][helpers];
        helpedBefore = new double[helpers];
        newHere = new boolean[helpers];
        for (int j = 0; j < helpers; j++) {
            newHere[j] = random.nextDouble() < NEW;
            double seen = share * wantedHelpers[j] + NOISE * random.nextGaussian();
            helpedBefore[j] = newHere[j] ? 0 : Math.max(0, Math.round(Math.exp(HELPED * (1 + seen))) - 1);
        }
        for (int i = 0; i < askers; i++)
            for (int j = 0; j < helpers; j++) {
                double taste = (1 - share) * random.nextGaussian();
                double liked = share * wantedAskers[i] + (1 - share) * random.nextGaussian();
                byAsker[i][j] = logistic(BASE + SLOPE * (share * wantedHelpers[j] + taste));
                byHelper[i][j] = logistic(BASE + SLOPE * liked);
                fit[i][j] = logistic(STRETCH * (taste + NOISE * random.nextGaussian()));
                inReturn[i][j] = logistic(STRETCH * (liked + NOISE * random.nextGaussian()));
                overlap[i][j] = random.nextDouble();
                askersMood[i][j] = random.nextDouble();
                helpersMood[i][j] = random.nextDouble();
            }
    }

    int askers() {
        return byAsker.length;
    }

    int helpers() {
        return helpedBefore.length;
    }

    double fit(int asker, int helper) {
        return fit[asker][helper];
    }

    /** What may be known of these two. */
    Features known(int asker, int helper, int takenUpLately) {
        return new Features(
                fit[asker][helper],
                inReturn[asker][helper],
                overlap[asker][helper],
                (int) helpedBefore[helper],
                takenUpLately,
                newHere[helper]);
    }

    /** The probability that both say yes. */
    double comesAbout(int asker, int helper) {
        return byAsker[asker][helper] * byHelper[asker][helper];
    }

    static double logistic(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    private static double[] normal(SplittableRandom random, int size) {
        double[] all = new double[size];
        for (int i = 0; i < size; i++) all[i] = random.nextGaussian();
        return all;
    }
}
