package io.tummler.matching.matchmakers;

import io.tummler.api.Market;
import io.tummler.api.Match;
import io.tummler.api.Match.Reason;
import io.tummler.api.Matchmaker;
import io.tummler.api.MemberId;
import io.tummler.api.Statement;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches a need with offers that share telling words with it, ranked by BM25 over the offers of the market.
 *
 * <p>A match's score is the part of the need that the offer covers, 0 to 1, where a word weighs the more the fewer
 * offers
 * have it: 1 says all that the need says, 0.5 about half. Where the helper in turn looks for what the asker
 * offers, that is a further reason; it does not change the score. It keeps nothing between calls, and looks at each
 * statement of the market once a call.
 */
@Singleton
class SharedWordsMatchmaker implements Matchmaker {
    /** How much of the helper's need an offer of the asker has to cover to be called a swap. */
    static final double SWAP_MIN = .25;

    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.offer.id());

    private record Hit(Statement offer, Words words, double score) {}

    @Override
    public List<Match> helpersFor(Statement need, Market market, int limit) {
        Map<Statement, Words> offers = new HashMap<>();
        for (Statement offer : market.offers())
            offers.put(offer, Words.of(offer.wording().text()));
        var bm25 = new Bm25(offers.values());
        Words asked = Words.of(need.wording().text());
        var hits = new ArrayList<Hit>();
        offers.forEach((offer, words) -> {
            double score = bm25.score(asked, words);
            if (score > 0 && !offer.owner().equals(need.owner())) hits.add(new Hit(offer, words, score));
        });
        hits.sort(BEST_FIRST);
        List<Hit> best = hits.subList(0, Math.min(limit, hits.size()));
        var swaps = new Swaps(need.owner(), market, offers, bm25);
        return best.stream()
                .map(hit -> {
                    var reasons = new ArrayList<Reason>();
                    reasons.add(shared(asked, hit.words, bm25));
                    swaps.with(hit.offer.owner()).ifPresent(reasons::add);
                    return new Match(need, hit.offer, bm25.covered(asked, hit.words), reasons);
                })
                .toList();
    }

    private static Reason.SharedWords shared(Words asked, Words offered, Bm25 bm25) {
        return new Reason.SharedWords(asked.counts().keySet().stream()
                .filter(offered.counts()::containsKey)
                .sorted(Comparator.comparingDouble(bm25::weight).reversed().thenComparing(Comparator.naturalOrder()))
                .map(asked.surface()::get)
                .toList());
    }

    /** What the asker offers, and who else looks for it. */
    private static final class Swaps {
        private final Bm25 bm25;
        private final Map<Statement, Words> askerOffers = new HashMap<>();
        private final Map<MemberId, List<Statement>> needs = new HashMap<>();

        Swaps(MemberId asker, Market market, Map<Statement, Words> offers, Bm25 bm25) {
            this.bm25 = bm25;
            offers.forEach((offer, words) -> {
                if (offer.owner().equals(asker)) askerOffers.put(offer, words);
            });
            if (!askerOffers.isEmpty())
                for (Statement need : market.needs())
                    // A reason is read by the other side.
                    if (!need.discreet())
                        needs.computeIfAbsent(need.owner(), any -> new ArrayList<>())
                                .add(need);
        }

        /** The best swap with this helper; of equals the one whose need, then whose offer has the smaller id. */
        Optional<Reason.Swap> with(MemberId helper) {
            record Fit(Statement need, Statement offer, double covered) {}
            return needs.getOrDefault(helper, List.of()).stream()
                    .flatMap(need -> {
                        Words looked = Words.of(need.wording().text());
                        return askerOffers.entrySet().stream()
                                .map(it -> new Fit(need, it.getKey(), bm25.covered(looked, it.getValue())));
                    })
                    .filter(fit -> fit.covered >= SWAP_MIN)
                    .min(Comparator.comparingDouble(Fit::covered)
                            .reversed()
                            .thenComparing(fit -> fit.need.id())
                            .thenComparing(fit -> fit.offer.id()))
                    .map(fit -> new Reason.Swap(fit.need, fit.offer));
        }
    }
}
