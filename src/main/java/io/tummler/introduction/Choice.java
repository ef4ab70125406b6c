package io.tummler.introduction;

import io.tummler.api.MemberId;
import io.tummler.api.StatementId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses whom a round of asking takes up. Asking somebody is worth the probability that both say yes, as far as nobody
 * ahead in the same round serves the asker already, less the price of the helper's attention. It depends on nothing
 * that tells who said no.
 */
final class Choice {
    /**
     * What it is worth to take up a new helper for the first time, in introductions that come about: nothing is known
     * of them yet, and who is not needed soon is gone.
     */
    static final double FIRST_TIME = .05;
    /** What a new asker pays of a price: of what is short, they get before others who were served already. */
    static final double NEW_ASKER_PAYS = .5;

    private Choice() {}

    /**
     * Somebody who could be taken up.
     *
     * @param byHelper the probability that the helper says yes, 0 to 1
     * @param byAsker the probability that the asker then says yes, 0 to 1
     * @param price of the helper's attention, 0 or more, see {@link Prices}
     * @param room how often the helper may still be taken up this week; nobody with less than 1 is chosen
     * @param firstTime whether the helper is new here, and no round has taken them up yet
     */
    record Candidate(
            StatementId offer,
            MemberId helper,
            double byHelper,
            double byAsker,
            double price,
            int room,
            boolean firstTime) {
        Candidate {
            if (!(byHelper >= 0 && byHelper <= 1 && byAsker >= 0 && byAsker <= 1))
                throw new IllegalArgumentException("probabilities must be 0 to 1: " + byHelper + ", " + byAsker);
            if (!(price >= 0)) throw new IllegalArgumentException("a price must not be negative: " + price);
        }

        /** The probability that an introduction comes of it. */
        double comesAbout() {
            return byHelper * byAsker;
        }

        /**
         * In introductions that come about, -price to 1 + {@link #FIRST_TIME}.
         *
         * @param unserved the probability that nobody ahead in the round serves the asker
         */
        double worth(double unserved, boolean newAsker) {
            double paid = newAsker ? NEW_ASKER_PAYS * price : price;
            return unserved * comesAbout() - paid + (firstTime ? FIRST_TIME : 0);
        }
    }

    /**
     * The best first, of equals the one with the lower id, each helper once. The first is taken up whatever the price,
     * for nobody is to hear that there is nobody because of one; each other only where it is worth something.
     *
     * @param most how many at most, 0 or more
     * @param newAsker whether nobody was taken up for this asker before
     */
    static List<Candidate> of(Collection<Candidate> candidates, int most, boolean newAsker) {
        List<Candidate> left = new ArrayList<>(candidates);
        left.removeIf(candidate -> candidate.room() < 1);
        List<Candidate> chosen = new ArrayList<>();
        double unserved = 1;
        while (chosen.size() < most && !left.isEmpty()) {
            Candidate best = best(left, unserved, newAsker);
            if (!chosen.isEmpty() && best.worth(unserved, newAsker) <= 0) break;
            chosen.add(best);
            unserved *= 1 - best.comesAbout();
            left.removeIf(candidate -> candidate.helper().equals(best.helper()));
        }
        return chosen;
    }

    private static Candidate best(List<Candidate> of, double unserved, boolean newAsker) {
        return of.stream()
                .min(Comparator.comparingDouble((Candidate candidate) -> -candidate.worth(unserved, newAsker))
                        .thenComparing(Candidate::offer))
                .orElseThrow();
    }
}
