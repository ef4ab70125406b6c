package io.tummler.introduction;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * The price of a helper's attention, in introductions that come about: what asking this one must bring at least, for
 * else it is better kept for somebody whom it serves more. It is the price of the constraint "so often a week" in the
 * problem of bringing about as much as possible (a bid price: Talluri and van Ryzin 1998, Management Science 44), found
 * while askers come one by one: it grows exponentially with the share of the capacity that is used, as in online
 * primal-dual algorithms (Buchbinder and Naor 2009, "The design of competitive online algorithms via a primal-dual
 * approach"). That spreads what would else all go to the same few, which reciprocal recommenders only note (Pizzato et
 * al. 2010, "RECON", RecSys). Here capacity comes back, so what was used of it fades.
 *
 * <p>A function of when rounds of asking took the helper up, whether they were asked then or not, and whatever they
 * said.
 */
final class Prices {
    /** As long as a helper's cap looks back. */
    static final Duration WEEK = Duration.ofDays(7);
    /** What was longer ago changes no price: it has faded to less than a thousandth. */
    static final Duration MEMORY = WEEK.multipliedBy(8);

    /** Of somebody who is taken up as often as they may be asked. */
    static final double MOST = .4;
    /** How much steeper the price is at its highest than at its lowest, as a power of e. */
    private static final double STEEPNESS = 2;

    private Prices() {}

    /**
     * From 0, for whom no round took up, to {@link #MOST}. Each exposure uses a part of the week's capacity and fades
     * to 1/e a week, so that whoever is taken up exactly as often as the cap allows, week after week, has all of it
     * used.
     *
     * @param exposures when rounds took this helper up, in any order; at least those of {@link #MEMORY}
     * @param weeklyCap how often this helper may be asked in seven days, at least 1
     */
    static double of(Collection<Instant> exposures, int weeklyCap, Instant now) {
        if (weeklyCap < 1) throw new IllegalArgumentException("a weekly cap must be 1 or more: " + weeklyCap);
        double used = exposures.stream()
                        .map(at -> Duration.between(at, now))
                        .filter(age -> age.compareTo(MEMORY) <= 0)
                        // Sums of doubles depend on their order.
                        .sorted()
                        .mapToDouble(Prices::left)
                        .sum()
                / weeklyCap;
        return MOST * StrictMath.expm1(STEEPNESS * Math.min(used, 1)) / StrictMath.expm1(STEEPNESS);
    }

    /** What an exposure of that age still uses; one that is yet to come, by a clock that was set back, all of it. */
    private static double left(Duration age) {
        return StrictMath.exp(-(double) Math.max(0, age.toMillis()) / WEEK.toMillis());
    }

    /** How often this helper may still be taken up now, 0 or more, if no more than the cap are to be in seven days. */
    static int room(Collection<Instant> exposures, int weeklyCap, Instant now) {
        return Math.max(0, weeklyCap - lately(exposures, now));
    }

    /** How often rounds took this helper up in the last seven days. */
    static int lately(Collection<Instant> exposures, Instant now) {
        return Math.toIntExact(
                exposures.stream().filter(at -> at.isAfter(now.minus(WEEK))).count());
    }
}
