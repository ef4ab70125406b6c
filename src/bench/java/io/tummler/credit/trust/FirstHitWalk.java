package io.tummler.credit.trust;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How many of {@value #WALKS} walks from the trusted come by a member, each counted once however often it comes by (the
 * personalised hitting time of Liu, Parkes and Seuken, 2016), with the decays of MeritRank (Nasrulin, Ishmaev and
 * Pouwelse, "MeritRank: Sybil tolerant reputation for merit-based tokenomics", 2022) as the paper describes them:
 * transitivity decay ends a walk at every step with a chance of {@value #ALPHA}; connectivity decay leaves 1 -
 * {@value #BETA} to a member whom more than {@value #BRIDGED} of those walks reach by way of one and the same other (whom
 * they started at not counted). There is no decay by time. A walk's chance depends on its number only, so that
 * what a word changes is not drowned in noise.
 */
final class FirstHitWalk implements Rater {
    private static final int WALKS = 60_000;
    private static final double ALPHA = .15;
    private static final double BETA = .9;
    private static final double BRIDGED = .95;
    private static final int MEMBERS_MAX = 4_096;

    @Override
    public List<Rating> rate(World world) {
        if (world.members() > MEMBERS_MAX) throw new IllegalArgumentException("it counts every pair of members");
        var links = new Links(world);
        double[] upTo = upTo(links);
        int[] hits = new int[links.members];
        int[] by = new int[links.members * links.members];
        int[] walked = new int[64];
        int[] seenIn = new int[links.members];
        for (int walk = 1; walk <= WALKS; walk++) {
            var random = new SplittableRandom(walk);
            int at = world.trusted().get(walk % world.trusted().size());
            seenIn[at] = walk;
            hits[at]++;
            int passed = 0;
            while (random.nextDouble() >= ALPHA && links.start[at] < links.start[at + 1]) {
                at = links.to[next(links, upTo, at, random.nextDouble())];
                if (seenIn[at] == walk) continue;
                seenIn[at] = walk;
                hits[at]++;
                for (int i = 0; i < passed; i++) by[at * links.members + walked[i]]++;
                if (passed == walked.length) walked = Arrays.copyOf(walked, 2 * passed);
                walked[passed++] = at;
            }
        }
        double[] rated = new double[links.members];
        for (int member = 0; member < links.members; member++) {
            int most = 0;
            for (int other = 0; other < links.members; other++)
                most = Math.max(most, by[member * links.members + other]);
            rated[member] = (most > BRIDGED * hits[member] ? 1 - BETA : 1) * hits[member] / WALKS;
        }
        return Rating.only("first-hit-walk", rated);
    }

    /** Of each member's words the sum up to each. */
    private static double[] upTo(Links links) {
        double[] upTo = links.weight.clone();
        for (int by = 0; by < links.members; by++)
            for (int link = links.start[by] + 1; link < links.start[by + 1]; link++) upTo[link] += upTo[link - 1];
        return upTo;
    }

    private static int next(Links links, double[] upTo, int from, double chance) {
        int end = links.start[from + 1];
        int link = Arrays.binarySearch(upTo, links.start[from], end, chance * upTo[end - 1]);
        return Math.min(link < 0 ? -link - 1 : link, end - 1);
    }
}
