package io.tummler.credit.trust;

/**
 * Those who said of one member that it helped, and the walks by which each of them can be trusted without passing that member:
 * laid out one after the other, so that it can be asked again and again what is left without some.
 */
final class Voices {
    /** Who brings less than this part of what all count is doubted only if nobody brings more. */
    private static final double MUCH = .25;

    private final Tuning tuning;
    private final int[] speakers;
    private final double[] weights;
    private final boolean[] trusted;

    /** So many walks through one member make it trusted fully. */
    private final double enough;

    /** Walk after walk: how many members it passes up to the speaker, and which; without the trusted. */
    private final int[] passed;

    /** For how many walks each of a speaker's stands. */
    private final double[] each;

    /** Where each speaker's walks end in {@link #passed}; they begin where those of the one before end. */
    private final int[] ends;

    /** For one speaker at a time: how many of its walks pass each member. */
    private final Tally passing;

    /** How much of what counts comes by each member. */
    private final Tally shares;

    Voices(
            Tuning tuning,
            int[] speakers,
            double[] weights,
            boolean[] trusted,
            double enough,
            int[] passed,
            double[] each,
            int[] ends,
            Tally passing,
            Tally shares) {
        this.tuning = tuning;
        this.speakers = speakers;
        this.weights = weights;
        this.trusted = trusted;
        this.enough = enough;
        this.passed = passed;
        this.each = each;
        this.ends = ends;
        this.passing = passing;
        this.shares = shares;
    }

    /**
     * What the speakers' words count together.
     *
     * @param fully as the walks say
     * @param atLeast if the walks erred as far as caution has it
     * @param by what each speaker's words count, in order of the speakers
     * @param through the members by whom most of it comes, most first; none of the trusted
     */
    record Sum(double fully, double atLeast, double[] by, int[] through) {}

    /** What they count if neither of these two could be trusted. */
    Sum without(int one, int other, int through) {
        double fully = 0;
        double atLeast = 0;
        double[] by = new double[speakers.length];
        for (int voice = 0; voice < speakers.length; voice++) {
            if (trusted[voice]) {
                by[voice] = weights[voice];
                atLeast += weights[voice];
            } else if (speakers[voice] != one && speakers[voice] != other) {
                int walks = walks(voice, one, other, through > 0);
                double trust = Math.min(1, walks * each[voice] / enough);
                double sure = walks - tuning.caution() * Math.sqrt(walks);
                by[voice] = weights[voice] * trust;
                atLeast += weights[voice] * Math.clamp(sure * each[voice] / enough, 0, 1);
                if (through > 0) share(by[voice], walks);
            }
            fully += by[voice];
        }
        int[] most = shares.most(through, MUCH * fully);
        shares.clear();
        return new Sum(fully, atLeast, by, most);
    }

    private int walks(int voice, int one, int other, boolean count) {
        int walks = 0;
        int end = ends[voice];
        for (int at = voice == 0 ? 0 : ends[voice - 1]; at < end; at += passed[at] + 1) {
            int last = at + passed[at];
            boolean counts = true;
            for (int index = at + 1; index <= last; index++) {
                if (passed[index] == one || passed[index] == other) counts = false;
            }
            if (!counts) continue;
            walks++;
            if (count) for (int index = at + 1; index <= last; index++) passing.add(passed[index], 1);
        }
        return walks;
    }

    /** A word comes by a member as far as the walks do by which its speaker is trusted. */
    private void share(double counts, int walks) {
        for (int index = 0; index < passing.count(); index++) {
            int member = passing.met(index);
            shares.add(member, counts * passing.sum(member) / walks);
        }
        passing.clear();
    }
}
