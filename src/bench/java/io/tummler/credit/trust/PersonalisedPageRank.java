package io.tummler.credit.trust;

import java.util.Arrays;
import java.util.List;

/**
 * Where somebody is who sets out from the trusted, follows words, each as likely as it weighs, and starts anew at every
 * step with a chance of .15, or where nothing leads on (Page, Brin, Motwani and Winograd, "The PageRank citation
 * ranking", 1999, section 6).
 */
final class PersonalisedPageRank implements Rater {
    private static final double DAMPING = .85;
    private static final double CLOSE_ENOUGH = 1e-10;

    @Override
    public List<Rating> rate(World world) {
        var links = new Links(world);
        double[] out = new double[links.members];
        for (int by = 0; by < links.members; by++)
            for (int link = links.start[by]; link < links.start[by + 1]; link++) out[by] += links.weight[link];
        double[] rank = new double[links.members];
        for (int seed : world.trusted()) rank[seed] = 1.0 / world.trusted().size();
        double change;
        do {
            double[] next = step(links, out, rank, world);
            change = 0;
            for (int member = 0; member < rank.length; member++) change += Math.abs(next[member] - rank[member]);
            rank = next;
        } while (change > CLOSE_ENOUGH);
        return Rating.only("pagerank", rank);
    }

    private static double[] step(Links links, double[] out, double[] rank, World world) {
        double[] next = new double[rank.length];
        double moved = 0;
        for (int by = 0; by < links.members; by++) {
            if (out[by] == 0) continue;
            moved += DAMPING * rank[by];
            for (int link = links.start[by]; link < links.start[by + 1]; link++)
                next[links.to[link]] += DAMPING * rank[by] * links.weight[link] / out[by];
        }
        double anew = (Arrays.stream(rank).sum() - moved) / world.trusted().size();
        for (int seed : world.trusted()) next[seed] += anew;
        return next;
    }
}
