package io.tummler.matching.answerers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each {@link Feature} counts in one community: what ships, moved a little by each answer. The move is one
 * step down the gradient of ListNet's loss (Z. Cao and others, Learning to Rank: from Pairwise Approach to Listwise
 * Approach, 2007), in units of the scale that the training found for each feature. That scale is never estimated
 * anew: where a feature hardly differs between candidates it would be next to 0, and one step would go astray.
 */
final class Weights {
    /** How far a weight may go from where it began, in scales. */
    static final double FARTHEST = 2;
    /** The longest that the gradient of one answer may be. */
    private static final double LONGEST_GRADIENT = 3;

    private static final String SHIPPED = "/answerers/weights.txt";

    private final double[] scales;
    private final double[] first;
    private final double[] scaled;
    private final double step;

    /**
     * @param weights by the order of {@link Feature}
     * @param scales how far a feature usually lies apart between the likely candidates; above 0
     * @param step how far one answer moves the weights; 0 to learn nothing
     */
    Weights(double[] weights, double[] scales, double step) {
        this.scales = scales.clone();
        this.step = step;
        this.first = new double[Feature.COUNT];
        for (int f = 0; f < first.length; f++) first[f] = weights[f] * scales[f];
        this.scaled = first.clone();
    }

    /** Those that come with Tummler. */
    static Weights shipped() {
        try (InputStream file = Weights.class.getResourceAsStream(SHIPPED)) {
            if (file == null) throw new IllegalStateException("The program lacks its file " + SHIPPED + ".");
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param file lines {@code feature weight scale}, one {@code step number}, and comments after {@code #}
     * @throws IllegalArgumentException when a feature or the step is missing, or a scale isn't above 0
     */
    static Weights read(String file) {
        Map<String, List<String>> lines = new HashMap<>();
        for (String line : file.lines().toList()) {
            if (line.startsWith("#") || line.isBlank()) continue;
            List<String> parts = List.of(line.split(" ", -1));
            lines.put(parts.getFirst(), parts.subList(1, parts.size()));
        }
        double[] weights = new double[Feature.COUNT];
        double[] scales = new double[Feature.COUNT];
        for (Feature feature : Feature.values()) {
            List<String> numbers = numbers(lines, feature.label(), 2);
            weights[feature.column()] = Double.parseDouble(numbers.get(0));
            scales[feature.column()] = Double.parseDouble(numbers.get(1));
            if (!(scales[feature.column()] > 0))
                throw new IllegalArgumentException("the scale of " + feature.label() + " must be above 0");
        }
        double step = Double.parseDouble(numbers(lines, "step", 1).getFirst());
        return new Weights(weights, scales, step);
    }

    private static List<String> numbers(Map<String, List<String>> lines, String name, int count) {
        List<String> numbers = lines.getOrDefault(name, List.of());
        if (numbers.size() != count)
            throw new IllegalArgumentException("needs a line \"" + name + "\" with " + count + " numbers");
        return numbers;
    }

    /** The same as they are now, which learn by another step. */
    Weights withStep(double other) {
        double[] weights = new double[Feature.COUNT];
        for (Feature feature : Feature.values()) weights[feature.column()] = weight(feature);
        return new Weights(weights, scales, other);
    }

    /** What a feature that is higher by 1 adds to the score. */
    double weight(Feature feature) {
        return scaled[feature.column()] / scales[feature.column()];
    }

    double scale(Feature feature) {
        return scales[feature.column()];
    }

    double[] scores(Table table) {
        double[] scores = new double[table.rows()];
        for (int f = 0; f < Feature.COUNT; f++) {
            double weight = scaled[f] / scales[f];
            for (int row = 0; row < scores.length; row++) scores[row] += weight * table.at(f, row);
        }
        return scores;
    }

    /** Learns from an answer; nothing when its author was none of the likeliest. */
    void learn(Lesson lesson, Member answerer, int answers) {
        int answered = lesson.candidates().indexOf(answerer);
        if (answered < 0 || step == 0) return;
        float[] rows = lesson.rows();
        double[] excess = new double[lesson.candidates().size()];
        for (int i = 0; i < excess.length; i++)
            for (int f = 0; f < Feature.COUNT; f++) excess[i] += scaled[f] / scales[f] * rows[i * Feature.COUNT + f];
        toShares(excess);
        excess[answered] -= 1;
        double[] gradient = new double[Feature.COUNT];
        for (int i = 0; i < excess.length; i++)
            for (int f = 0; f < Feature.COUNT; f++) gradient[f] += excess[i] * rows[i * Feature.COUNT + f] / scales[f];
        double length = Math.min(1, LONGEST_GRADIENT / (Vocabulary.length(gradient) + 1e-9));
        for (int f = 0; f < Feature.COUNT; f++)
            scaled[f] = Math.clamp(
                    scaled[f] - step * length * gradient[f] / answers, first[f] - FARTHEST, first[f] + FARTHEST);
    }

    /** Makes shares of 1 of scores: the softmax. */
    static void toShares(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) most = Math.max(most, score);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - most);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) scores[i] /= sum;
    }
}
