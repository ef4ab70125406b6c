package io.tummler.credit.trust;

import java.util.List;

/** Something that makes numbers for each member out of who said of whom that they helped. */
interface Rater {
    List<Rating> rate(World world);

    /**
     * @param name as its figures are called
     * @param of the more the better, 0 for whom it knows nothing of
     * @param least what it is compared to at least, lest next to nothing be twice of nothing
     */
    record Rating(String name, double[] of, double least) {
        static List<Rating> only(String name, double[] of) {
            return List.of(new Rating(name, of, Double.MIN_NORMAL));
        }
    }
}
