package io.tummler.matching.answerers;

import java.util.List;

/**
 * A question and all that it is looked at with.
 *
 * @param now seconds since 1970
 * @param presences the candidates', in the question's channel
 * @param memberCount of all members, candidates or not
 */
record Moment(
        Question question,
        Member asker,
        Channel here,
        double now,
        List<Member> candidates,
        List<Presence> presences,
        int memberCount,
        Tally tally,
        Vocabulary vocabulary) {

    /** What is known of every candidate. */
    Table look() {
        var table = new Table(candidates);
        ActivityColumns.fill(table, this);
        double[] expected = expected();
        WordColumns.fill(table, this, expected);
        TieColumns.fill(table, this, expected);
        return table;
    }

    /** How likely each is to be the next to answer here, by answers alone. */
    private double[] expected() {
        int n = candidates.size();
        double[] here = new double[n];
        double[] anywhere = new double[n];
        for (int i = 0; i < n; i++) {
            here[i] = presences.get(i).answersByOpenings.at(1, this.here.openings);
            anywhere[i] = candidates.get(i).answersByOpenings.at(2, tally.openings);
        }
        double allHere = Shares.sum(here);
        double all = Shares.sum(anywhere);
        for (int i = 0; i < n; i++) here[i] = (here[i] + 3 * (anywhere[i] + 1. / n) / (all + 1)) / (allHere + 3);
        return here;
    }
}
