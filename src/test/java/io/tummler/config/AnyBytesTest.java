package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, reading it ends in a record or in problems, and in nothing else. */
class AnyBytesTest {
    private static final Shape.Group SAMPLE = Shapes.of(Sample.class);

    @Property(seed = "1", tries = 2000)
    void of_any_bytes(@ForAll byte[] bytes) {
        ends_in_a_record_or_in_problems(bytes);
    }

    @Property(seed = "2", tries = 5000)
    void of_what_yaml_is_made_of(@ForAll("pieces") String text) {
        ends_in_a_record_or_in_problems(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(seed = "3", tries = 2000)
    void of_values_at_the_edge_of_what_is_allowed(@ForAll("keys") String key, @ForAll("values") String value) {
        ends_in_a_record_or_in_problems(("name: a\n" + key + ": " + value).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "name",
                        "first",
                        "steps",
                        "key",
                        ": ",
                        ":",
                        "\n",
                        "\n  ",
                        "- ",
                        "? ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        "&a ",
                        "*a",
                        "!!set ",
                        "!x ",
                        "!<",
                        "%YAML 1",
                        "%YAML 99999999999.1",
                        "%TAG ! ",
                        "---",
                        "...",
                        "|",
                        ">9",
                        "'",
                        "\"",
                        "\\x",
                        "\\U0011FFFF",
                        "\\uD800",
                        "#",
                        "\t",
                        "~",
                        "<<",
                        "@",
                        "`",
                        "1",
                        "\uFEFF",
                        "\u0085",
                        "\u2028",
                        "é",
                        "😀")
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(SAMPLE.names());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                        "0",
                        "9",
                        "-",
                        "+",
                        ".",
                        "e",
                        "E",
                        "_",
                        ":",
                        "P",
                        "T",
                        "D",
                        "days",
                        " ",
                        "weeks",
                        "1e400",
                        "99999999999999999999",
                        "NaN",
                        ".inf",
                        "2026-02-30",
                        "[1]",
                        "{}",
                        "''",
                        "true")
                .list()
                .ofMaxSize(5)
                .map(pieces -> String.join("", pieces));
    }

    private static void ends_in_a_record_or_in_problems(byte[] bytes) {
        Problems problems = new Problems("sample.yaml");
        Record record = Binder.file(SAMPLE, bytes, Environment.OF_THE_BOT, problems);
        assertThat(record != null || !problems.found().isEmpty())
                .as(Arrays.toString(bytes))
                .isTrue();
        assertThat(problems.found()).allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
        });
    }
}
