package io.tummler.credit.trust;

import io.tummler.credit.trust.World.Word;
import java.util.List;

/** The sum of what a member was credited. */
final class RawCredit implements Rater {
    @Override
    public List<Rating> rate(World world) {
        double[] credit = new double[world.members()];
        for (Word word : world.words()) credit[word.of()] += word.worth();
        return Rating.only("raw-credit", credit);
    }
}
