package io.tummler.introduction;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What is known of two who might be introduced before either is asked, as far as both may know it. How a member
 * answered before is not among it: whom the bot takes up must not tell who said no.
 *
 * @param fit how well the offer fits the need, 0 to 1
 * @param inReturn how well what the asker offers fits what the helper looks for, 0 to 1; 0 where it is no swap
 * @param overlap how alike what both offer is, 0 (nothing in common) to 1 (the same)
 * @param helpedBefore how often the helper's offer has helped somebody, as both of them said
 * @param takenUpLately how often rounds of asking took this helper up in the last seven days, asked or not
 * @param newHere whether the helper is new in this community
 */
@Embeddable
record Features(
        double fit,
        @Column(name = "in_return_fit") double inReturn,
        double overlap,
        @Column(name = "helped_before") int helpedBefore,
        @Column(name = "taken_up_lately") int takenUpLately,
        @Column(name = "new_here") boolean newHere) {
    /** How many numbers a model sees. */
    static final int SIZE = 7;

    /** More than this is known to be often, and counts as this. */
    private static final int HELPED_MAX = 1_000;

    private static final int TAKEN_UP_MAX = 10;
    /** A fit that speaks neither for nor against. */
    private static final double MIDDLING = .5;

    Features {
        check("fit", fit);
        check("inReturn", inReturn);
        check("overlap", overlap);
        if (helpedBefore < 0 || takenUpLately < 0)
            throw new IllegalArgumentException("counts must not be negative: " + helpedBefore + ", " + takenUpLately);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException(name + " must be 0 to 1: " + share);
    }

    /**
     * What two have in common without being the same, 0 to 1: an inverted U with its top at half. Who offers exactly
     * what the other offers has little to give that the other lacks, and who shares nothing is hard to follow
     * (Nooteboom et al. 2007, "Optimal cognitive distance and absorptive capacity", Research Policy 36).
     */
    double commonGround() {
        return 4 * overlap * (1 - overlap);
    }

    /** In the order of the coefficients of {@link Acceptance}; the first is the constant. */
    double[] asNumbers() {
        return new double[] {
            1,
            fit - MIDDLING,
            inReturn,
            commonGround(),
            StrictMath.log(1 + Math.min(helpedBefore, HELPED_MAX)),
            Math.min(takenUpLately, TAKEN_UP_MAX),
            newHere ? 1 : 0
        };
    }
}
