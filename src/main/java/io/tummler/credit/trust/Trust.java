package io.tummler.credit.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who in a community can be counted on, worked out from who said of whom that they helped.
 *
 * <p>A score is {@code 100 (1 - 2^(-x / people))}, where x is how many people's words there are in effect: about 13 for one trusted
 * member helped, 43 for four, 75 for ten. Each word counts {@code t s}:
 *
 * <ul>
 *   <li>s, what all that one member said of another counts: the strongest word in full, the next a quarter, and so on; each
 *       fades by half in half a year, and is gone after two years. It is less if the speaker says so of very many, and is
 *       divided by {@code 1 + clique k} for two who help each other and have k others in common with whom both do.
 *   <li>t, how far the speaker is trusted, 0 to 1: 1 for the trusted from the outset (the seeds), and for others by how many
 *       random walks pass. Walks begin at the seeds and go from each member to one of whom it said that they helped, in
 *       proportion to s; at each step they may end (the decay of transitivity), the likelier the less this member said. A walk
 *       counts once, when it passes the speaker first, and not at all if it passed the member whose score this is before. So
 *       nothing that a member says, nor anybody known through it alone, can raise its score. Enough walks for full trust
 *       are a share of what passes a typical member.
 * </ul>
 *
 * <p>Then one member at a time is doubted (the decay of connectivity): all words of it, and all walks through it, except for
 * seeds. What the one who brings most adds to x counts only up to what is left without it, so that who is known through one
 * member alone isn't known, however many such accounts it makes up. The lower bound is what is left without any two, and
 * with fewer walks by {@code caution} standard deviations.
 *
 * <p>The walks and their decays are those of MeritRank (Nasrulin, Ishmaev, Pouwelse: "MeritRank: Sybil tolerant reputation for
 * merit-based tokenomics", 2022); counting words by the trust in who says them instead of the walks themselves tells more, and
 * doubting members outright leaves less to buy. Walks are kept and mended where a new word changes their way; what
 * comes out is the same as if everything had been worked out anew. The caller sees to it that one thread is in here at a time.
 */
public final class Trust {
    private static final int CAUSES_MAX = 5;
    private static final int MAX = 100;

    private final Tuning tuning;
    private final long seed;
    private final Words words;
    private int[] trusted = {};

    /** None until somebody asks, so that a ledger can be read without mending walks. */
    private @Nullable Walks walks;

    private @Nullable Hearsay hearsay;

    public Trust(Tuning tuning, long seed) {
        this.tuning = tuning;
        this.seed = seed;
        words = new Words(tuning);
    }

    /**
     * How far a member can be counted on.
     *
     * @param score 0 to 100, to show to the member
     * @param atLeast 0 to {@code score}: what is left of it if any two members' words were worth nothing, except for those
     *     who are trusted from the outset, and the walks erred
     * @param given how many different members say that this one helped, trusted or not
     * @param received of how many different members this one said so
     * @param causes at most five of those who said so, the most points first; the points add up to the score at most
     */
    public record Standing(double score, double atLeast, int given, int received, List<Cause> causes) {
        public Standing {
            causes = List.copyOf(causes);
        }
    }

    /**
     * What one member's words bring another.
     *
     * @param by who said them
     * @param points above 0
     * @param lastSecond when the last of them was said
     * @param times how many there are
     */
    public record Cause(int by, double points, long lastSecond, int times) {}

    /**
     * A member said of another that it helped; nobody can say so of themselves.
     *
     * @param worth above 0 up to 1: 1 for help, less for thanks
     * @param atSecond when; what is later than the last {@link #anew} counts in full
     */
    public void said(int by, int of, double worth, long atSecond) {
        if (!(worth > 0 && worth <= 1)) throw new IllegalArgumentException("a word is worth 0 to 1, not " + worth);
        know(by);
        know(of);
        if (by != of && words.add(by, of, worth, atSecond)) mend(by);
    }

    /** Those who are trusted from the outset, instead of those before. */
    public void seeds(int[] members) {
        trusted = Arrays.stream(members).sorted().distinct().toArray();
        if (trusted.length > 0) know(trusted[trusted.length - 1]);
        walks = null;
    }

    /** Works everything out anew as of now, which no word is to be later than; what is too old to count is dropped. */
    public void anew(long nowSecond) {
        words.anew(nowSecond);
        walks = null;
        hearsay();
    }

    /** Where this member stands; empty if not yet known, for nobody whose word counts said anything. */
    public Optional<Standing> of(int member) {
        if (member >= words.members()) return Optional.empty();
        Hearsay.Heard heard = hearsay().of(member);
        if (heard.counted() <= 0) return Optional.empty();
        double score = points(heard.counted());
        return Optional.of(new Standing(
                score,
                points(heard.certain()),
                words.of(member).length,
                words.by(member).length,
                causes(member, heard.by(), score)));
    }

    private double points(double people) {
        return MAX * (1 - StrictMath.pow(.5, people / tuning.people()));
    }

    private List<Cause> causes(int member, double[] by, double score) {
        double all = 0;
        for (double counts : by) all += counts;
        List<Cause> causes = new ArrayList<>();
        Pair[] pairs = words.of(member);
        for (int index = 0; index < by.length; index++) {
            if (by[index] == 0) continue;
            Pair pair = pairs[index];
            causes.add(new Cause(pair.by, score * by[index] / all, pair.lastSecond(), pair.times()));
        }
        causes.sort(Comparator.comparingDouble(Cause::points).reversed().thenComparingInt(Cause::by));
        return causes.subList(0, Math.min(CAUSES_MAX, causes.size()));
    }

    private void know(int member) {
        words.know(member);
        if (walks != null && !walks.know(member)) walks = null;
    }

    private void mend(int member) {
        if (walks != null) walks.mend(member);
    }

    private Hearsay hearsay() {
        if (walks == null || hearsay == null) {
            walks = new Walks(words, tuning, seed, trusted);
            hearsay = new Hearsay(words, walks, tuning);
        }
        return hearsay;
    }
}
