package io.tummler.matching.matchmakers;

import io.tummler.api.Match;
import io.tummler.api.Matchmaker;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.TextEmbedder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What stands in one community, found by meaning and by words.
 *
 * <p>Looked at closely are those whose vectors point about the same way, by their signs ({@link Shelf#markNearest}),
 * and those that share a telling word, the rarest words first; {@value #NEAR_MIN} of each or more. Where no more stand,
 * all are. Of so many that are near, the best few are among the nearest, though not for certain.
 */
final class TextIndex implements Matchmaker.Index {
    static final int NEAR_MIN = 4_000;
    /** Several are read at once, on as many threads as there are processors; what comes of it is the same. */
    private static final int READ_AT_ONCE = 256;

    private static final int NEAR_BY_LIMIT = 4;

    private final TextEmbedder embedder;
    private final Map<String, Stem> stems = new HashMap<>();
    private final Shelf needs;
    private final Shelf offers;
    private final Fit fit;
    private final Map<StatementId, Statement> unread = new LinkedHashMap<>();

    /** The best is the least; ties in the order of ids. */
    private record Hit(Reading other, double score) implements Comparable<Hit> {
        @Override
        public int compareTo(Hit than) {
            int order = Double.compare(than.score, score);
            return order == 0
                    ? other.statement().id().compareTo(than.other.statement().id())
                    : order;
        }
    }

    /** A statement as it is read, by itself. */
    private record Text(Statement statement, Words words, Direction direction) {}

    TextIndex(TextEmbedder embedder) {
        this.embedder = embedder;
        needs = new Shelf(Statement.Kind.NEED, embedder.dimensions());
        offers = new Shelf(Statement.Kind.OFFER, embedder.dimensions());
        fit = new Fit(offers);
    }

    @Override
    public void add(Statement statement) {
        remove(statement.id());
        unread.put(statement.id(), statement);
        if (unread.size() >= READ_AT_ONCE) read();
    }

    @Override
    public void remove(StatementId statement) {
        if (unread.remove(statement) != null) return;
        take(needs, statement);
        take(offers, statement);
    }

    private void take(Shelf shelf, StatementId statement) {
        Optional<Reading> standing = shelf.find(statement);
        if (standing.isEmpty()) return;
        Reading reading = standing.get();
        shelf.take(reading);
        for (int i = 0; i < reading.length(); i++)
            if (reading.stem(i).isUnused()) stems.remove(reading.stem(i).text());
    }

    private void read() {
        if (unread.isEmpty()) return;
        List<Text> texts = unread.values().parallelStream().map(this::text).toList();
        unread.clear();
        for (Text text : texts)
            shelf(text.statement.kind()).put(reading(text, word -> stems.computeIfAbsent(word, Stem::new)));
    }

    private Text text(Statement statement) {
        String wording = statement.wording().text();
        return new Text(statement, Words.of(wording), Direction.of(embedder.embed(wording)));
    }

    private static Reading reading(Text text, Function<String, Stem> known) {
        var counts = text.words.counts();
        var all = new Stem[text.words.length()];
        int at = 0;
        for (var word : counts.entrySet()) {
            Stem stem = known.apply(word.getKey());
            for (int i = 0; i < word.getValue(); i++) all[at++] = stem;
        }
        return new Reading(text.statement, all, text.direction);
    }

    /** How many different telling words stand here. */
    int words() {
        read();
        return stems.size();
    }

    private Shelf shelf(Statement.Kind kind) {
        return switch (kind) {
            case NEED -> needs;
            case OFFER -> offers;
        };
    }

    @Override
    public List<Match> matchesOf(Statement statement, Predicate<Statement> open, int limit) {
        return matchesOf(statement, open, limit, Math.max(NEAR_MIN, (long) NEAR_BY_LIMIT * limit));
    }

    /** @param near so many are looked at closely at first */
    List<Match> matchesOf(Statement statement, Predicate<Statement> open, int limit, long near) {
        if (limit < 1) throw new IllegalArgumentException("limit must be at least 1: " + limit);
        read();
        Reading sought = reading(text(statement), word -> {
            Stem known = stems.get(word);
            return known == null ? new Stem(word) : known;
        });
        List<Hit> best = best(sought, open, limit, near);
        var reasons = new Reasons(embedder, fit, needs, offers, open);
        List<Match> matches = new ArrayList<>(best.size());
        for (Hit hit : best)
            matches.add(
                    switch (statement.kind()) {
                        case NEED -> match(sought, hit.other, hit.score, reasons);
                        case OFFER -> match(hit.other, sought, hit.score, reasons);
                    });
        return matches;
    }

    private static Match match(Reading need, Reading offer, double score, Reasons reasons) {
        return new Match(need.statement(), offer.statement(), score, reasons.of(need, offer));
    }

    /** Looks further where too few of those that are near are open. */
    private List<Hit> best(Reading sought, Predicate<Statement> open, int limit, long nearAtFirst) {
        Statement.Kind kind = otherThan(sought.statement().kind());
        Shelf others = shelf(kind);
        for (long near = nearAtFirst; ; near *= NEAR_BY_LIMIT) {
            var hits = new PriorityQueue<>(hits(sought, kind, (int) Math.min(near, others.size())));
            List<Hit> best = new ArrayList<>();
            int closed = 0;
            while (best.size() < limit && !hits.isEmpty()) {
                Hit hit = hits.remove();
                if (open.test(hit.other.statement())) best.add(hit);
                else closed++;
            }
            if (best.size() == limit || closed == 0 || near >= others.size()) return best;
        }
    }

    private static Statement.Kind otherThan(Statement.Kind kind) {
        return switch (kind) {
            case NEED -> Statement.Kind.OFFER;
            case OFFER -> Statement.Kind.NEED;
        };
    }

    private List<Hit> hits(Reading sought, Statement.Kind kind, int near) {
        Shelf others = shelf(kind);
        var marked = new BitSet(others.slots());
        boolean isRead = sought.direction().isKnown();
        if (isRead) others.markNearest(sought.direction(), near, marked);
        markSharing(sought, kind, near, isRead && others.allReadable(), marked);
        List<Hit> hits = new ArrayList<>();
        for (int slot = marked.nextSetBit(0); slot >= 0; slot = marked.nextSetBit(slot + 1)) {
            Reading other = others.at(slot);
            if (other.statement().owner().equals(sought.statement().owner())) continue;
            double score = switch (sought.statement().kind()) {
                case NEED -> fit.score(sought, other);
                case OFFER -> fit.score(other, sought);
            };
            if (score > 0) hits.add(new Hit(other, score));
        }
        return hits;
    }

    /** Marks those that share a telling word: the rarest first until there are enough, equally rare ones together. */
    private void markSharing(Reading sought, Statement.Kind kind, int enough, boolean rareOnly, BitSet marked) {
        List<Stem> rarestFirst = new ArrayList<>();
        for (int i = 0; i < sought.length(); i++)
            if (sought.isFirst(i) && !(rareOnly && !fit.isRare(sought.stem(i)))) rarestFirst.add(sought.stem(i));
        rarestFirst.sort(Comparator.comparingInt(stem -> stem.in(kind).count()));
        int count = 0;
        int before = 0;
        for (Stem stem : rarestFirst) {
            Slots slots = stem.in(kind);
            if (count >= enough && slots.count() > before) break;
            slots.addTo(marked);
            count += slots.count();
            before = slots.count();
        }
    }
}
