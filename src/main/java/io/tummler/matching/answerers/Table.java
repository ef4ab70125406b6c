package io.tummler.matching.answerers;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The candidates for a question, a row each in the order in which they were first heard, and what is known of them, a
 * column per {@link Feature}.
 */
final class Table {
    private final List<Member> members;
    private final double[][] columns = new double[Feature.COUNT][];

    Table(List<Member> members) {
        this.members = members;
    }

    List<Member> members() {
        return members;
    }

    int rows() {
        return members.size();
    }

    void put(Feature feature, double[] column) {
        columns[feature.column()] = column;
    }

    double at(int feature, int row) {
        return columns[feature][row];
    }

    /** One value for each candidate. */
    double[] each(ToDoubleFunction<Member> value) {
        double[] column = new double[rows()];
        for (int row = 0; row < column.length; row++) column[row] = value.applyAsDouble(members.get(row));
        return column;
    }

    /** The rows by their scores, the highest first, of equals who was heard first. */
    int[] best(double[] scores) {
        return IntStream.range(0, rows())
                .boxed()
                .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
