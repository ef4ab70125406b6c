package io.tummler.matching.matchmakers;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.distil.Teacher;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * {@code retrieval}: finds the offers for needs that mostly say it in other words, in three languages: by BM25, by
 * the word vectors that ship, by both, and (with {@code -Pbench,distil}) by the sentence encoder that the vectors
 * were made of, which they can't be better than. Settings were chosen on the even topics; {@code held-out} are the
 * odd ones.
 */
public final class RetrievalBenchmark implements Benchmark {
    private static final List<String> LANGUAGES = List.of("en", "de", "es");
    private static final Map<String, Language> MEANT =
            Map.of("en", Language.ENGLISH, "de", Language.GERMAN, "es", Language.SPANISH);
    /** Words that at most this part of the offers have count as rare, each as much. */
    private static final double RARE = .005;

    private static final double RARE_WEIGHT = .02;
    private static final int NOTED = 10;
    private static final int TELLING_LENGTH = 4;
    private static final int SEED = 7;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 3;

    @Override
    public void measure(Figures figures) throws Exception {
        StaticEmbedding embedding = load(figures);
        Optional<Teacher> teacher = Teacher.isThere() ? Optional.of(new Teacher()) : Optional.empty();
        if (teacher.isEmpty()) System.out.println("without the encoder: it is there with -Pbench,distil");
        for (String language : LANGUAGES) {
            var texts = new Paraphrases(language);
            figures.add(language + ".needs", texts.needs.size(), "needs");
            figures.add(language + ".offers", texts.offers.size(), "offers");
            readings(language, texts, embedding, figures);
            rankings(language, texts, teacher, figures);
        }
        List<String> texts = new Paraphrases("en").offerTexts();
        figures.add("text", texts.stream().mapToInt(String::length).average().orElseThrow(), "characters");
        speed("embed", embedding::embed, texts, figures);
        speed("words", Words::of, texts, figures);
    }

    private static StaticEmbedding load(Figures figures) throws Exception {
        long before = heap();
        var clock = ManagementFactory.getThreadMXBean();
        long began = System.nanoTime();
        long beganBusy = clock.getCurrentThreadCpuTime();
        var embedding = new StaticEmbedding();
        int dimensions = embedding.dimensions();
        long busy = clock.getCurrentThreadCpuTime() - beganBusy;
        figures.add("load", (System.nanoTime() - began) / 1e6, "ms");
        figures.add("load.busy", busy / 1e6, "ms of processor time");
        figures.add("held", (heap() - before) / 1e6, "MB");
        // Still needed, or what it holds would not have been counted.
        figures.add("dimensions", Math.min(dimensions, embedding.dimensions()), "");
        return embedding;
    }

    /** What is taken for which language, and what is read as English; short texts, without a greeting. */
    private static void readings(String language, Paraphrases texts, StaticEmbedding embedding, Figures figures)
            throws IOException {
        List<String> cores = texts.cores.stream().distinct().toList();
        figures.add(language + ".cores", cores.size(), "texts");
        for (Language told : Language.values())
            figures.add(
                    language + ".cores.told." + told.name().toLowerCase(Locale.ROOT),
                    percent(cores, core -> Language.of(core) == told),
                    "%");
        figures.add(
                language + ".cores.read",
                percent(cores, core -> embedding.embed(core).isPresent()),
                "%");
        var whole = new ArrayList<>(texts.needTexts());
        whole.addAll(texts.offerTexts());
        figures.add(
                language + ".texts.told-right", percent(whole, text -> Language.of(text) == MEANT.get(language)), "%");
        figures.add(
                language + ".texts.read",
                percent(whole, text -> embedding.embed(text).isPresent()),
                "%");
    }

    private static double percent(List<String> texts, Function<String, Boolean> what) {
        return 100.0 * texts.stream().filter(what::apply).count() / texts.size();
    }

    private static void rankings(String language, Paraphrases texts, Optional<Teacher> teacher, Figures figures)
            throws IOException {
        List<String> needs = texts.needTexts();
        List<String> offers = texts.offerTexts();
        var quality = new Quality(language, texts, figures);
        double bestBm25 = 0;
        for (var reader : readers(MEANT.get(language)).entrySet()) {
            var index = new LexicalIndex(offers, reader.getValue());
            bestBm25 = Math.max(bestBm25, quality.add("bm25." + reader.getKey(), i -> index.scores(needs.get(i))));
        }
        var index = new LexicalIndex(offers, RetrievalBenchmark::shipped);
        bestBm25 = Math.max(bestBm25, quality.add("bm25", i -> index.scores(needs.get(i))));
        var table = new Table();
        float[][] needVectors = table.embed(needs);
        float[][] offerVectors = table.embed(offers);
        double[][] cosines = cosines(needVectors, offerVectors);
        double mrr = quality.add("table", i -> cosines[i]);
        figures.add(language + ".table.mrr-by-best-bm25", mrr / bestBm25, "x");
        int rare = (int) (RARE * offers.size());
        double both = quality.add("table-and-rare-words", i -> {
            double[] words = index.scores(needs.get(i), rare);
            return IntStream.range(0, words.length)
                    .mapToDouble(k -> cosines[i][k] + RARE_WEIGHT * words[k])
                    .toArray();
        });
        figures.add(language + ".table-and-rare-words.mrr-by-best-bm25", both / bestBm25, "x");
        Map<String, IntFunction<double[]>> ways = new LinkedHashMap<>();
        ways.put("bm25", i -> index.scores(needs.get(i)));
        ways.put("table", i -> cosines[i]);
        if (teacher.isPresent()) {
            float[][] fullNeeds = teacher.get().embed(needs);
            float[][] fullOffers = teacher.get().embed(offers);
            double[][] full = cosines(fullNeeds, fullOffers);
            quality.add("encoder", i -> full[i]);
            ways.put("encoder", i -> full[i]);
            double[] expected = pairs(texts, fullNeeds, fullOffers);
            double[] actual = pairs(texts, needVectors, offerVectors);
            figures.add(language + ".table-to-encoder.pairs", expected.length, "pairs");
            figures.add(language + ".table-to-encoder.pearson", Ranking.pearson(expected, actual), "");
            figures.add(language + ".table-to-encoder.spearman", Ranking.spearman(expected, actual), "");
        }
        byOverlap(language, texts, index, ways, figures);
    }

    /** The ways to read a text as words: as it is, all as English, and told which language it is. */
    private static Map<String, Function<String, List<String>>> readers(Language meant) {
        Map<String, Function<String, List<String>>> readers = new LinkedHashMap<>();
        readers.put("unstemmed", text -> stems(Words.of(text, Language.OTHER)));
        readers.put("stemmed-as-english", text -> stems(Words.of(text, Language.ENGLISH)));
        readers.put("language-told", text -> stems(Words.of(text, meant)));
        return readers;
    }

    private static List<String> shipped(String text) {
        return stems(Words.of(text));
    }

    private static List<String> stems(Words words) {
        return words.counts().entrySet().stream()
                .flatMap(word -> Collections.nCopies(word.getValue(), word.getKey()).stream())
                .toList();
    }

    private static void byOverlap(
            String language,
            Paraphrases texts,
            LexicalIndex index,
            Map<String, IntFunction<double[]>> ways,
            Figures figures)
            throws IOException {
        List<int[]> relevant = texts.relevant();
        List<Integer> sharing = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < texts.needs.size(); i++) {
            var words = index.words(texts.needs.get(i).text());
            boolean shares = Arrays.stream(relevant.get(i))
                    .anyMatch(offer -> index.words(texts.offers.get(offer).text()).stream()
                            .anyMatch(word -> word.length() >= TELLING_LENGTH && words.contains(word)));
            (shares ? sharing : others).add(i);
        }
        for (var group :
                Map.of("sharing-a-word", sharing, "sharing-none", others).entrySet()) {
            figures.add(language + "." + group.getKey(), group.getValue().size(), "needs");
            for (var way : ways.entrySet()) {
                double mrr = group.getValue().stream()
                        .mapToDouble(i -> 1 / Ranking.place(way.getValue().apply(i), relevant.get(i)))
                        .average()
                        .orElse(0);
                figures.add(language + "." + group.getKey() + "." + way.getKey() + ".mrr", mrr, "");
            }
        }
    }

    /** For each need: an offer for it, one of its category, any offer, and any need. */
    private static double[] pairs(Paraphrases texts, float[][] needs, float[][] offers) {
        var random = new Random(SEED);
        List<int[]> relevant = texts.relevant();
        var cosines = new ArrayList<Double>();
        for (int i = 0; i < needs.length; i++) {
            Paraphrases.Need need = texts.needs.get(i);
            cosines.add(Ranking.dot(needs[i], offers[relevant.get(i)[random.nextInt(2)]]));
            int[] kin = IntStream.range(0, offers.length)
                    .filter(k -> texts.offers.get(k).category().equals(need.category())
                            && texts.offers.get(k).topic() != need.topic())
                    .toArray();
            cosines.add(Ranking.dot(needs[i], offers[kin.length == 0 ? 0 : kin[random.nextInt(kin.length)]]));
            cosines.add(Ranking.dot(needs[i], offers[random.nextInt(offers.length)]));
            cosines.add(Ranking.dot(needs[i], needs[random.nextInt(needs.length)]));
        }
        return cosines.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[][] cosines(float[][] needs, float[][] offers) {
        return Arrays.stream(needs)
                .map(need -> Arrays.stream(offers)
                        .mapToDouble(offer -> Ranking.dot(need, offer))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void speed(String what, Consumer<String> reader, List<String> texts, Figures figures)
            throws IOException {
        var clock = ManagementFactory.getThreadMXBean();
        var times = new ArrayList<Double>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long began = clock.getCurrentThreadCpuTime();
            texts.forEach(reader);
            if (round >= 0) times.add((clock.getCurrentThreadCpuTime() - began) / 1e3 / texts.size());
        }
        figures.add(what, times, "us of processor time a text");
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The table as it is, of whatever language the text is. */
    private static final class Table {
        private final WordVectors vectors;
        private final WordPiece tokenizer;

        Table() throws IOException {
            try (InputStream in = StaticEmbedding.class.getResourceAsStream(StaticEmbedding.TABLE)) {
                vectors = WordVectors.read(Objects.requireNonNull(in));
            }
            tokenizer = new WordPiece(vectors.pieces(), true);
        }

        float[][] embed(List<String> texts) {
            return texts.stream()
                    .map(text -> {
                        var sum = new float[vectors.dimensions()];
                        tokenizer.cut(text, piece -> vectors.add(piece, sum));
                        float length = (float) Math.sqrt(Ranking.dot(sum, sum));
                        for (int j = 0; length > 0 && j < sum.length; j++) sum[j] /= length;
                        return sum;
                    })
                    .toArray(float[][]::new);
        }
    }

    private record Quality(String language, Paraphrases texts, Figures figures) {
        /** Mean reciprocal rank and recall at 10, by the better of the two offers of each need's topic. */
        double add(String way, IntFunction<double[]> scores) throws IOException {
            List<int[]> relevant = texts.relevant();
            List<Double> places = IntStream.range(0, relevant.size())
                    .mapToObj(i -> Ranking.place(scores.apply(i), relevant.get(i)))
                    .toList();
            String name = language + "." + way;
            double mrr = mean(places, place -> 1 / place);
            figures.add(name + ".mrr", mrr, "");
            figures.add(name + ".recall-at-10", mean(places, place -> place <= NOTED ? 1.0 : 0), "");
            List<Double> heldOut = IntStream.range(0, places.size())
                    .filter(i -> texts.needs.get(i).topic() % 2 == 1)
                    .mapToObj(places::get)
                    .toList();
            figures.add(name + ".mrr.held-out", mean(heldOut, place -> 1 / place), "");
            return mrr;
        }

        private static double mean(List<Double> places, Function<Double, Double> by) {
            return places.stream().mapToDouble(by::apply).average().orElseThrow();
        }
    }
}
