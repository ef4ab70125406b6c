package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code bad/<kind>.yaml} is answered by the lines of {@code bad/<kind>.txt}. */
class GoldenTest {
    private static final Path BAD = Path.of("src/test/resources/io/tummler/config/bad");

    static List<String> kinds() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_bad_file_is_answered_line_by_line(String kind) throws IOException {
        String file = kind + ".yaml";
        Problems problems = new Problems(file);
        Binder.file(Shapes.of(Sample.class), Files.readAllBytes(BAD.resolve(file)), Environment.OF_THE_BOT, problems);

        String lines = problems.found().stream().map(problem -> problem + "\n").collect(Collectors.joining());
        assertThat(lines).isEqualTo(Files.readString(BAD.resolve(kind + ".txt")));
    }
}
