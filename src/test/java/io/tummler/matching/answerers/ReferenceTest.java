package io.tummler.matching.answerers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scores of the study's reference implementation, on a made-up transcript and with the study's weights. */
class ReferenceTest {
    private static final double ROUNDING = 2e-4;

    private record Expected(String author, double score) {}

    @Test
    void what_is_ranked_is_what_the_reference_implementation_ranks() throws IOException {
        var answerers = new Answerers(Weights.read(text("weights-of-reference.txt")), 0);
        Map<Integer, List<Expected>> expected = expected();
        List<String> stream = rows("stream.tsv");
        for (int i = 0; i < stream.size(); i++) {
            Heard heard = heard(stream.get(i));
            if (expected.containsKey(i)) {
                List<Ranked> ranking = answerers.rank(heard.asked(), _ -> true);
                for (int place = 0; place < expected.get(i).size(); place++) {
                    Expected one = expected.get(i).get(place);
                    assertThat(ranking.get(place).author())
                            .as("place %d at line %d", place, i)
                            .isEqualTo(one.author);
                    assertThat(ranking.get(place).score()).as("line %d", i).isCloseTo(one.score, within(ROUNDING));
                }
            }
            answerers.hear(heard);
        }
        assertThat(expected).hasSizeGreaterThan(10);
    }

    private static Heard heard(String row) {
        String[] cells = row.split("\t", -1);
        return new Heard(
                cells[4],
                cells[2],
                optional(cells[3]),
                Instant.parse(cells[1]),
                cells[8],
                optional(cells[5]),
                optional(cells[6]).stream().toList(),
                optional(cells[7]));
    }

    private static Optional<String> optional(String cell) {
        return Optional.of(cell).filter(text -> !text.isEmpty());
    }

    private static Map<Integer, List<Expected>> expected() throws IOException {
        Map<Integer, List<Expected>> expected = new LinkedHashMap<>();
        for (String row : rows("scores.tsv")) {
            String[] cells = row.split("\t", -1);
            expected.computeIfAbsent(Integer.valueOf(cells[0]), _ -> new ArrayList<>())
                    .add(new Expected(cells[1], Double.parseDouble(cells[2])));
        }
        return expected;
    }

    private static List<String> rows(String name) throws IOException {
        return text(name).lines().skip(1).toList();
    }

    private static String text(String name) throws IOException {
        try (InputStream file = ReferenceTest.class.getResourceAsStream("/answerers/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
