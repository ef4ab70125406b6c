package io.tummler.matching;

import io.tummler.matching.Exchange.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Looks at everything there could be, as plainly as possible; for a dozen members at most. */
final class CircleOracle {
    private CircleOracle() {}

    /** Links between so many members, each pair in this direction with this chance, by one need of each member. */
    static List<Link> someLinks(Random chance, int members, double density) {
        List<Link> links = new ArrayList<>();
        for (int seeker = 0; seeker < members; seeker++)
            for (int giver = 0; giver < members; giver++)
                if (seeker != giver && chance.nextDouble() < density)
                    links.add(new Link(seeker, giver, seeker, 100 + giver, chance.nextInt(5) / 4.0));
        return links;
    }

    /** All circles of these links, the best first. */
    static List<Circle> circles(List<Link> links, int members) {
        double[][] score = new double[members][members];
        for (double[] row : score) Arrays.fill(row, -1);
        for (Link link : links)
            score[link.seeker()][link.giver()] = Math.max(score[link.seeker()][link.giver()], link.score());
        var circles = new TreeSet<>(Circle.BEST_FIRST);
        for (int a = 0; a < members; a++)
            for (int b = a + 1; b < members; b++) {
                if (score[a][b] >= 0 && score[b][a] >= 0)
                    circles.add(new Circle(a, b, Circle.NOBODY, Math.min(score[a][b], score[b][a])));
                for (int c = b + 1; c < members; c++) {
                    addRing(circles, score, a, b, c);
                    addRing(circles, score, a, c, b);
                }
            }
        return List.copyOf(circles);
    }

    private static void addRing(TreeSet<Circle> circles, double[][] score, int a, int b, int c) {
        boolean oneWay = score[b][a] < 0 && score[c][b] < 0 && score[a][c] < 0;
        double weakest = Math.min(score[a][b], Math.min(score[b][c], score[c][a]));
        if (oneWay && weakest >= 0) circles.add(new Circle(a, b, c, weakest));
    }

    /** How many members can be served at most, each once. */
    static int most(List<Circle> circles, int members) {
        int[] most = new int[1 << members];
        for (int free = 1; free < most.length; free++) {
            int first = Integer.numberOfTrailingZeros(free);
            most[free] = most[free & ~(1 << first)];
            for (Circle circle : circles) {
                int mask = mask(circle);
                if (circle.first() == first && (mask & ~free) == 0)
                    most[free] = Math.max(most[free], circle.size() + most[free & ~mask]);
            }
        }
        return most[most.length - 1];
    }

    static int mask(Circle circle) {
        int mask = 0;
        for (int i = 0; i < circle.size(); i++) mask |= 1 << circle.member(i);
        return mask;
    }
}
