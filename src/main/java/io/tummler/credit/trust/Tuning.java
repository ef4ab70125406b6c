package io.tummler.credit.trust;

/**
 * What {@link Trust} weighs things by.
 *
 * @param halfLifeSeconds after so long a word counts half; after {@link #HALF_LIVES} of it, nothing
 * @param again what the next word between the same two counts, compared to the one before, 0 to 1
 * @param people so many fully trusted words bring half of the points that are still to be had
 * @param transitivity how likely a walk goes on at each step, 0 to 1
 * @param reserve how many words' worth of trust each member keeps: who has said little passes little on
 * @param ordinary who is passed by this share of the walks that pass a typical member is trusted fully
 * @param clique by how much each member with whom both help each other lessens the words of two who help each other
 * @param balance how much one member may add, compared to what is known without that member
 * @param capacity how many words' worth a member may say before each word counts less
 * @param caution how many standard deviations the walks may have erred, for the lower bound
 * @param walksPerMember how many walks there are at least, per member
 * @param steps how many steps a walk takes at most
 */
public record Tuning(
        long halfLifeSeconds,
        double again,
        double people,
        double transitivity,
        double reserve,
        double ordinary,
        double clique,
        double balance,
        double capacity,
        double caution,
        int walksPerMember,
        int steps) {
    static final int HALF_LIVES = 4;

    /** Found by {@code ./mvnw -Pbench verify -Dbench=trust-tuning}. */
    public static final Tuning SHIPPED = new Tuning(180L * 24 * 60 * 60, .25, 5, .85, .5, .05, 2, 1, 25, 1.64, 20, 10);

    public Tuning {
        if (halfLifeSeconds <= 0) throw new IllegalArgumentException("the half-life must be positive");
        if (people <= 0 || ordinary <= 0 || capacity <= 0) {
            throw new IllegalArgumentException("people, ordinary and capacity must be positive");
        }
        if (again < 0 || again > 1 || transitivity < 0 || transitivity > 1) {
            throw new IllegalArgumentException("again and transitivity must be between 0 and 1");
        }
        if (reserve < 0 || clique < 0 || balance < 0 || caution < 0) {
            throw new IllegalArgumentException("reserve, clique, balance and caution must not be negative");
        }
        if (walksPerMember < 1 || steps < 1) throw new IllegalArgumentException("there must be walks, and steps");
    }
}
