package io.tummler.matching.answerers;

import io.tummler.matching.answerers.WordProfile.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the words of a question have to do with what the candidates wrote, asked and answered. */
final class WordColumns {
    private static final int NEAREST = 60;
    private static final double YEAR = 365 * 86_400.;
    private static final double SAME_CHANNEL = 1.3;
    /** What answers alone let expect, against openings that are like the question. */
    private static final double PRIOR = .005;
    /** What a term of which nobody is known to use it is worth, in words. */
    private static final double LIKELIHOOD_PRIOR = 40;

    private static final double K1 = 1.2;
    private static final double B = .75;

    private final Table table;
    private final Moment moment;
    private final Bag bag;
    private final double sum;
    private final int rows;

    private final double[] bm25;
    private final double[] share;
    private final double[] rarest;
    private final double[] likelihood;
    private final double[] answered;
    private final double[] contributed;
    private final double[] own;
    private final double[] inTitle;
    private final double[] asked;
    private double weightKnown;

    private record Near(Opening opening, double likeness) {}

    private WordColumns(Table table, Moment moment) {
        this.table = table;
        this.moment = moment;
        this.bag = moment.vocabulary()
                .bag(moment.question().text(), moment.question().title());
        this.sum = bag.sum();
        this.rows = table.rows();
        bm25 = new double[rows];
        share = new double[rows];
        rarest = new double[rows];
        likelihood = new double[rows];
        answered = new double[rows];
        contributed = new double[rows];
        own = new double[rows];
        inTitle = new double[rows];
        asked = new double[rows];
    }

    /** @param expected how likely each candidate is by answers alone */
    static void fill(Table table, Moment moment, double[] expected) {
        var columns = new WordColumns(table, moment);
        columns.terms();
        columns.nearest(expected);
        columns.meaning();
    }

    private void terms() {
        double[] messages = table.each(member -> member.messageCount);
        double[] ownRate = rates(messages, 30);
        double[] answeredRate = rates(table.each(member -> member.answerCount), 5);
        double[] contributedRate = rates(table.each(member -> member.contributionCount), 10);
        double[] lengthening = lengthening();
        int[] found = new int[rows];
        for (int i = 0; i < bag.size(); i++) {
            for (int row = 0; row < rows; row++)
                found[row] = table.members().get(row).words.find(bag.terms()[i]);
            double weight = bag.weights()[i];
            wrote(i, found, ownRate, lengthening, Shares.sum(messages) + 1);
            for (int row = 0; row < rows; row++) {
                if (found[row] < 0) continue;
                WordProfile words = table.members().get(row).words;
                double had = weight * log1p(words.count(found[row], Use.ANSWERED), answeredRate[row]);
                answered[row] += had;
                if (bag.inTitle()[i]) inTitle[row] += had;
                contributed[row] += weight * log1p(words.count(found[row], Use.CONTRIBUTED), contributedRate[row]);
                asked[row] += weight * log1p(words.count(found[row], Use.ASKED), 1);
            }
        }
        put(messages);
    }

    /** What a term tells by who wrote it how often. */
    private void wrote(int i, int[] found, double[] rate, double[] lengthening, double messages) {
        double all = 0;
        double roots = 0;
        for (int row = 0; row < rows; row++) {
            int count = count(found, row);
            all += count;
            roots += Math.sqrt(count);
        }
        if (all == 0) return;
        double weight = bag.weights()[i];
        double idf = moment.vocabulary().idf(bag.terms()[i]);
        double usual = (all + .5) / messages;
        weightKnown += weight;
        for (int row = 0; row < rows; row++) {
            int count = count(found, row);
            if (count == 0) continue;
            bm25[row] += weight * count * (K1 + 1) / (count + K1 * lengthening[row]);
            share[row] += weight * weight * Math.sqrt(count) / (roots + 2);
            rarest[row] = Math.max(rarest[row], idf * count / (all + 1));
            likelihood[row] += weight * StrictMath.log1p(count / (LIKELIHOOD_PRIOR * usual));
            double had = weight * StrictMath.log1p(count / rate[row]);
            own[row] += had;
            if (bag.inTitle()[i]) inTitle[row] += .5 * had;
        }
    }

    private static double log1p(int count, double rate) {
        return count == 0 ? 0 : StrictMath.log1p(count / rate);
    }

    private int count(int[] found, int row) {
        return found[row] < 0 ? 0 : table.members().get(row).words.count(found[row], Use.WROTE);
    }

    private void put(double[] messages) {
        double squares = bag.squares();
        double root = StrictMath.sqrt(sum + 1);
        double most = 0;
        for (double weight : asked) most = Math.max(most, weight);
        for (int row = 0; row < rows; row++) {
            bm25[row] /= sum;
            share[row] = Math.sqrt(share[row] / squares);
            likelihood[row] =
                    (likelihood[row] - weightKnown * StrictMath.log1p(messages[row] / LIKELIHOOD_PRIOR)) / sum;
            answered[row] /= root;
            contributed[row] /= root;
            own[row] /= root;
            inTitle[row] /= root;
            asked[row] /= most + .001;
            rarest[row] /= 10;
        }
        table.put(Feature.WORDS_BM25, bm25);
        table.put(Feature.WORDS_SHARE, share);
        table.put(Feature.WORDS_LIKELIHOOD, likelihood);
        table.put(Feature.ANSWERED_WORDS, answered);
        table.put(Feature.THREAD_WORDS, contributed);
        table.put(Feature.OWN_WORDS, own);
        table.put(Feature.TITLE_WORDS, inTitle);
        table.put(Feature.ASKED_WORDS, asked);
        table.put(Feature.RAREST_WORD, rarest);
    }

    /** How often each has to have used a term for it to be no surprise. */
    private double[] rates(double[] counts, double factor) {
        double all = Shares.sum(counts) + 1;
        double[] rates = new double[rows];
        for (int row = 0; row < rows; row++) rates[row] = factor * (counts[row] + 1. / rows) / all;
        return rates;
    }

    private double[] lengthening() {
        double mean = moment.tally().words / (double) Math.max(1, moment.memberCount());
        return table.each(member -> 1 - B + B * member.wordCount / (mean == 0 ? 1 : mean));
    }

    /** Who answered the openings that are most like the question, by the angle between their bags. */
    private void nearest(double[] expected) {
        double[] best = new double[rows];
        double[] weights = new double[rows];
        double all = 0;
        for (Near near : nearest()) {
            Opening opening = near.opening;
            double like = near.likeness;
            double years = (moment.now() - opening.at()) / YEAR;
            double weight = like
                    * like
                    * like
                    * like
                    * StrictMath.pow(.5, years)
                    * (opening.channel() == moment.here() ? SAME_CHANNEL : 1);
            all += weight;
            for (Member answerer : opening.answerers()) {
                if (answerer.row < 0) continue;
                weights[answerer.row] += weight;
                best[answerer.row] = Math.max(best[answerer.row], like);
            }
        }
        for (int row = 0; row < rows; row++)
            weights[row] = StrictMath.log((weights[row] + PRIOR * expected[row]) / (all + PRIOR));
        table.put(Feature.NEAREST_ANSWERED, best);
        table.put(Feature.NEAR_ANSWERED, weights);
    }

    private List<Near> nearest() {
        List<Opening> touched = new ArrayList<>();
        for (int i = 0; i < bag.size(); i++) {
            for (Term.Posting posting : moment.vocabulary().postings(bag.terms()[i])) {
                Opening opening = posting.opening();
                if (opening.likeness == 0) touched.add(opening);
                opening.likeness += (double) bag.weights()[i] * posting.weight();
            }
        }
        double length = StrictMath.sqrt(bag.squares());
        List<Near> all = new ArrayList<>(touched.size());
        for (Opening opening : touched) {
            all.add(new Near(opening, opening.likeness / (length * opening.length())));
            opening.likeness = 0;
        }
        all.sort(Comparator.comparingDouble(Near::likeness)
                .thenComparingLong(near -> near.opening.number())
                .reversed());
        return all.subList(0, Math.min(all.size(), NEAREST));
    }

    private void meaning() {
        double[] centre = moment.tally().centre;
        double[] direction = moment.vocabulary().meaning(bag);
        for (int d = 0; d < direction.length; d++) direction[d] -= centre[d];
        double length = Vocabulary.length(direction) + 1e-9;
        table.put(Feature.MEANING, table.each(member -> {
            if (member.answered.length == 0) return 0;
            double product = 0;
            double squares = 0;
            for (int d = 0; d < direction.length; d++) {
                double theirs = member.answered[d] - member.answerCount * centre[d];
                product += direction[d] / length * theirs;
                squares += theirs * theirs;
            }
            return product / (StrictMath.sqrt(squares) + 2);
        }));
    }
}
