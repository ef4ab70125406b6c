package io.tummler.matching;

import io.tummler.matching.Exchange.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A community whose members have one to three needs and one to three offers each, among topics of which the n-th is
 * named 1/n as often as the first (Zipf), one topic for every eight members. An offer may serve every need of its topic
 * but its owner's; how well, .5 to 1, is drawn for each pair. Of a topic that many name, a statement sees so many drawn
 * by chance, as from a matchmaker that answers with so many candidates.
 */
final class RingMarket {
    static final int SEEN = 64;
    private static final int MEMBERS_OF_TOPIC = 8;
    private static final int STATEMENTS_MOST = 3;

    private final SplittableRandom chance;
    private final int members;
    private final double[] upTo;
    private final List<List<Said>> needs = new ArrayList<>();
    private final List<List<Said>> offers = new ArrayList<>();
    private int statements;

    private record Said(int id, int owner) {}

    RingMarket(int members, long seed) {
        this.members = members;
        chance = new SplittableRandom(seed);
        upTo = new double[Math.max(1, members / MEMBERS_OF_TOPIC)];
        double sum = 0;
        for (int topic = 0; topic < upTo.length; topic++) {
            sum += 1.0 / (topic + 1);
            upTo[topic] = sum;
            needs.add(new ArrayList<>());
            offers.add(new ArrayList<>());
        }
    }

    /** Every member says what they have to say, and every need is linked to who could help. */
    void fill(Exchange exchange) {
        for (int member = 0; member < members; member++) {
            for (int i = chance.nextInt(STATEMENTS_MOST); i >= 0; i--) say(needs.get(topic()), member);
            for (int i = chance.nextInt(STATEMENTS_MOST); i >= 0; i--) say(offers.get(topic()), member);
        }
        for (int topic = 0; topic < upTo.length; topic++)
            for (Said need : needs.get(topic))
                for (Said offer : some(offers.get(topic))) link(exchange, need, offer, new ArrayList<>());
    }

    /** One more statement of somebody, a need as likely as an offer, which is followed at once. */
    void news(Exchange exchange, Upkeep upkeep) {
        int topic = topic();
        int member = chance.nextInt(members);
        List<Link> gone = new ArrayList<>();
        if (chance.nextBoolean()) {
            Said need = say(needs.get(topic), member);
            for (Said offer : some(offers.get(topic))) link(exchange, need, offer, gone);
        } else {
            Said offer = say(offers.get(topic), member);
            for (Said need : some(needs.get(topic))) link(exchange, need, offer, gone);
        }
        upkeep.follow(member, gone);
    }

    private int topic() {
        int topic = Arrays.binarySearch(upTo, chance.nextDouble() * upTo[upTo.length - 1]);
        return topic < 0 ? -topic - 1 : topic;
    }

    private Said say(List<Said> all, int member) {
        var said = new Said(statements++, member);
        all.add(said);
        return said;
    }

    private List<Said> some(List<Said> all) {
        if (all.size() <= SEEN) return all;
        return chance.ints(SEEN, 0, all.size()).distinct().mapToObj(all::get).toList();
    }

    private void link(Exchange exchange, Said need, Said offer, List<Link> gone) {
        double score = .5 + chance.nextDouble() / 2;
        if (need.owner() == offer.owner()) return;
        exchange.add(new Link(need.owner(), offer.owner(), need.id(), offer.id(), score))
                .ifPresent(gone::add);
    }
}
