package io.tummler.matching.matchmakers;

import io.tummler.api.Match.Reason;
import io.tummler.api.Statement;
import io.tummler.api.TextEmbedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Why needs and offers fit, for one search: what it finds out of a word or a wording is kept until then.
 *
 * <p>Words that both say come first; of texts that can be read, rare words, or those near to what the texts are about
 * by {@value #ABOUT_MIN}. Where they share fewer than {@value #SHARED_ENOUGH} of these, two words follow that the texts
 * are about and that mean the like, their cosine being {@value #RELATED_MIN} or more. Where there is nothing of that,
 * whatever they share has to do, or the two words that are nearest.
 */
final class Reasons {
    static final int SHARED_MAX = 5;
    static final int SHARED_ENOUGH = 2;
    static final double ABOUT_MIN = .3;
    static final double RELATED_MIN = .4;
    /** How well the helper's need and an offer of the asker have to fit to be called a swap. */
    static final double SWAP_MIN = .25;
    /** How alike what both offer has to be to be called common ground. */
    static final double GROUND_MIN = .3;

    private final TextEmbedder embedder;
    private final Fit fit;
    private final Shelf needs;
    private final Shelf offers;
    private final Predicate<Statement> open;
    private final Map<Reading, List<Word>> words = new HashMap<>();
    private final Map<String, Direction> directions = new HashMap<>();

    /** A telling word as it was written, and how near it is to what the text is about. */
    private record Word(Stem stem, String written, Direction direction, double about) {}

    private record Pair(Word asked, Word offered, double nearness) {
        boolean isConvincing() {
            return asked.about >= ABOUT_MIN
                    && offered.about >= ABOUT_MIN
                    && asked.direction.cosine(offered.direction) >= RELATED_MIN;
        }
    }

    Reasons(TextEmbedder embedder, Fit fit, Shelf needs, Shelf offers, Predicate<Statement> open) {
        this.embedder = embedder;
        this.fit = fit;
        this.needs = needs;
        this.offers = offers;
        this.open = open;
    }

    /** At least one, for a need and an offer that fit. */
    List<Reason> of(Reading need, Reading offer) {
        List<Reason> reasons = new ArrayList<>(words(need, offer));
        List<Reading> askerOffers = readable(offers, need);
        if (!askerOffers.isEmpty()) {
            swap(askerOffers, offer).ifPresent(reasons::add);
            commonGround(askerOffers, offer).ifPresent(reasons::add);
        }
        return reasons;
    }

    private List<Reason> words(Reading need, Reading offer) {
        List<Word> shared = shared(need, offer);
        boolean read = need.direction().isKnown() && offer.direction().isKnown();
        List<Word> telling = read ? telling(shared, offer) : shared;
        List<Reason> reasons = new ArrayList<>();
        if (!telling.isEmpty()) reasons.add(sharedWords(telling));
        if (read && telling.size() < SHARED_ENOUGH) {
            Optional<Pair> nearest = nearest(need, offer);
            nearest.filter(pair -> pair.isConvincing() || reasons.isEmpty() && shared.isEmpty())
                    .ifPresent(pair -> reasons.add(new Reason.RelatedWords(pair.asked.written, pair.offered.written)));
        }
        return reasons.isEmpty() ? List.of(sharedWords(shared)) : reasons;
    }

    private static Reason.SharedWords sharedWords(List<Word> words) {
        return new Reason.SharedWords(
                words.stream().limit(SHARED_MAX).map(Word::written).toList());
    }

    /** The need's words that the offer has too, the most telling first. */
    private List<Word> shared(Reading need, Reading offer) {
        return words(need).stream()
                .filter(word -> offer.count(word.stem) > 0)
                .sorted(Comparator.comparingDouble((Word word) -> fit.weight(word.stem))
                        .reversed()
                        .thenComparing(word -> word.stem.text()))
                .toList();
    }

    private List<Word> telling(List<Word> shared, Reading offer) {
        return shared.stream()
                .filter(word -> fit.isRare(word.stem)
                        || word.about >= ABOUT_MIN && word.direction.cosine(offer.direction()) >= ABOUT_MIN)
                .toList();
    }

    /** Of words that they do not share the two that mean the like most, each by how much its text is about it. */
    private Optional<Pair> nearest(Reading need, Reading offer) {
        Optional<Pair> nearest = Optional.empty();
        for (Word asked : words(need)) {
            if (offer.count(asked.stem) > 0) continue;
            for (Word offered : words(offer)) {
                if (need.count(offered.stem) > 0) continue;
                double nearness = asked.direction.cosine(offered.direction)
                        * Math.max(0, asked.about)
                        * Math.max(0, offered.about);
                if (nearest.isEmpty() || nearness > nearest.get().nearness)
                    nearest = Optional.of(new Pair(asked, offered, nearness));
            }
        }
        return nearest;
    }

    private List<Word> words(Reading reading) {
        return words.computeIfAbsent(reading, _ -> {
            var written = Words.of(reading.statement().wording().text()).surface();
            List<Word> all = new ArrayList<>();
            Set<Stem> seen = new HashSet<>();
            for (int i = 0; i < reading.length(); i++) {
                Stem stem = reading.stem(i);
                if (!seen.add(stem)) continue;
                String word = written.getOrDefault(stem.text(), stem.text());
                Direction direction = reading.direction().isKnown() ? direction(word) : Direction.NOWHERE;
                all.add(new Word(stem, word, direction, direction.cosine(reading.direction())));
            }
            return all;
        });
    }

    private Direction direction(String word) {
        return directions.computeIfAbsent(word, it -> Direction.of(embedder.embed(it)));
    }

    /** What the helper looks for and the asker offers, the best of it. */
    private Optional<Reason> swap(List<Reading> askerOffers, Reading offer) {
        return best(readable(needs, offer), askerOffers, SWAP_MIN, (looked, offered) -> fit.score(looked, offered))
                .map(best -> new Reason.Swap(best.one.statement(), best.other.statement()));
    }

    /** What the asker and the helper both offer, the likest of it; either may say more than the other. */
    private Optional<Reason> commonGround(List<Reading> askerOffers, Reading offer) {
        return best(
                        askerOffers,
                        readable(offers, offer),
                        GROUND_MIN,
                        (one, other) -> Math.min(fit.score(one, other), fit.score(other, one)))
                .map(best -> new Reason.CommonGround(best.one.statement(), best.other.statement(), best.score));
    }

    /** What this one's owner has there, and the other side may read. */
    private List<Reading> readable(Shelf shelf, Reading owners) {
        return shelf.ownedBy(owners.statement().owner()).stream()
                .filter(one -> !one.statement().discreet() && open.test(one.statement()))
                .toList();
    }

    private record Best(Reading one, Reading other, double score) {}

    private interface Score {
        double of(Reading one, Reading other);
    }

    /** Of equals the one whose first, then whose second has the smaller id. */
    private static Optional<Best> best(List<Reading> ones, List<Reading> others, double least, Score score) {
        return ones.stream()
                .flatMap(one -> others.stream().map(other -> new Best(one, other, score.of(one, other))))
                .filter(best -> best.score >= least)
                .min(Comparator.comparingDouble(Best::score)
                        .reversed()
                        .thenComparing(best -> best.one.statement().id())
                        .thenComparing(best -> best.other.statement().id()));
    }
}
