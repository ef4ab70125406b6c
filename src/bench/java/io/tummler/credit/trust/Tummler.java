package io.tummler.credit.trust;

import io.tummler.credit.trust.World.Word;
import java.util.List;
import java.util.Optional;

/** The reciprocity of Tummler: the score that members see, and the bound that decides about tasks. */
record Tummler(Tuning tuning) implements Rater {
    static final String SCORE = "tummler";
    static final String AT_LEAST = "tummler-at-least";
    private static final long SEED = 1;
    private static final double POINT = 1;

    /** Whether a rating is one of Tummler's, and so in points of a hundred. */
    static boolean counts(String rating) {
        return rating.equals(SCORE) || rating.equals(AT_LEAST);
    }

    static Tummler shipped() {
        return new Tummler(Tuning.SHIPPED);
    }

    /** As if nobody ever cheated: nothing is discounted. */
    static Tummler trusting() {
        Tuning shipped = Tuning.SHIPPED;
        return new Tummler(new Tuning(
                shipped.halfLifeSeconds(),
                shipped.again(),
                shipped.people(),
                shipped.transitivity(),
                shipped.reserve(),
                shipped.ordinary(),
                0,
                Double.MAX_VALUE,
                Double.MAX_VALUE,
                shipped.caution(),
                shipped.walksPerMember(),
                shipped.steps()));
    }

    @Override
    public List<Rating> rate(World world) {
        Trust trust = trust(world);
        double[] score = new double[world.members()];
        double[] atLeast = new double[world.members()];
        for (int member = 0; member < world.members(); member++) {
            Optional<Trust.Standing> standing = trust.of(member);
            score[member] = standing.map(Trust.Standing::score).orElse(0.0);
            atLeast[member] = standing.map(Trust.Standing::atLeast).orElse(0.0);
        }
        return List.of(new Rating(SCORE, score, POINT), new Rating(AT_LEAST, atLeast, POINT));
    }

    /** Told all words of this world, and worked out. */
    Trust trust(World world) {
        var trust = new Trust(tuning, SEED);
        trust.seeds(world.trusted().stream().mapToInt(Integer::intValue).toArray());
        for (Word word : world.words()) trust.said(word.by(), word.of(), word.worth(), word.at());
        trust.anew(world.now());
        return trust;
    }
}
