package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a moderator reads who makes one mistake in the files that ship. The mistakes stand in
 * {@code shipped-mistakes.txt}: what was done, {@code file | what stood there | what stands there now} (nothing stood at
 * the end of a file, or in one that is new), and the answer, indented. With {@code -Dtummler.generate=true} the answers
 * are written anew; read them then.
 */
class ShippedMistakesTest {
    private static final Path MISTAKES = Path.of("src/test/resources/io/tummler/config/shipped-mistakes.txt");
    private static final String INDENT = "  ";

    @TempDir
    Path folder;

    record Mistake(String name, String edit, String answer) {
        static Mistake of(String block) {
            List<String> lines = block.lines().toList();
            return new Mistake(
                    lines.get(0),
                    lines.get(1),
                    lines.stream().skip(2).map(line -> line.strip() + "\n").collect(Collectors.joining()));
        }

        String madeIn(Path folder) throws IOException {
            String[] parts = edit.split("\\s*\\|\\s?", 3);
            String before = parts[1].translateEscapes();
            String after = parts[2].translateEscapes();
            Path file = folder.resolve(parts[0]);
            Files.createDirectories(file.getParent());
            String text = Files.exists(file) ? Files.readString(file) : "";
            assertThat(text).contains(before);
            Files.writeString(file, before.isEmpty() ? text + after : text.replace(before, after));
            return ShippedMistakesTest.answer(folder);
        }

        String withAnswer(String answer) {
            return answer.lines()
                    .map(line -> INDENT + line + "\n")
                    .collect(Collectors.joining("", name + "\n" + edit + "\n", ""));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Mistake> mistakes() throws IOException {
        return Stream.of(Files.readString(MISTAKES).split("\n\n"))
                .map(Mistake::of)
                .toList();
    }

    @BeforeAll
    static void answer_anew(@TempDir Path temporary) throws IOException {
        if (!Boolean.getBoolean("tummler.generate")) return;
        List<String> answered = new ArrayList<>();
        for (Mistake mistake : mistakes()) {
            Path folder = Files.createTempDirectory(temporary, "bot-config");
            copyWhatShips(folder);
            answered.add(mistake.withAnswer(mistake.madeIn(folder)));
        }
        Files.writeString(MISTAKES, String.join("\n", answered));
    }

    @BeforeEach
    void copy_what_ships() throws IOException {
        copyWhatShips(folder);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_answered_so_that_a_moderator_can_correct_it(Mistake mistake) throws IOException {
        assertThat(mistake.madeIn(folder)).isEqualTo(mistake.answer);
    }

    @Test
    void what_ships_has_no_mistake_and_each_that_is_made_is_another() throws IOException {
        assertThat(answer()).isEmpty();
        assertThat(mistakes()).hasSizeGreaterThan(60).extracting(Mistake::edit).doesNotHaveDuplicates();
        assertThat(mistakes()).extracting(Mistake::answer).doesNotContain("");
    }

    @Test
    void bytes_that_are_no_utf_8_have_a_place() throws IOException {
        write("matching.yaml", "needs-last: 30 days # f\u00fcr alle\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer()).isEqualTo("matching.yaml:1:24: a byte that is no UTF-8 - text saved as UTF-8\n");
        write("matching.yaml", "needs-last: 30 days\n".getBytes(StandardCharsets.UTF_16));
        assertThat(answer()).isEqualTo("matching.yaml:1:1: a byte that is no UTF-8 - text saved as UTF-8\n");
    }

    @Test
    void a_byte_order_mark_is_no_mistake() throws IOException {
        write("matching.yaml", "\uFEFFneeds-last: 30 days\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer()).isEmpty();
    }

    @Test
    void a_file_is_read_up_to_a_limit() throws IOException {
        byte[] large = new byte[YamlText.MOST_BYTES + 1];
        Arrays.fill(large, (byte) '#');
        write("matching.yaml", large);
        assertThat(answer()).isEqualTo("matching.yaml:1:1: the file is too large - at most 1048576 bytes\n");
    }

    @Test
    void a_file_is_nested_up_to_a_limit() throws IOException {
        write("listening.yaml", ("channels: " + "[".repeat(500) + "]".repeat(500)).getBytes(StandardCharsets.UTF_8));
        assertThat(answer()).isEqualTo("listening.yaml:1:26: this is nested too deeply - at most 16 levels\n");
    }

    @Test
    void a_folder_is_no_file() throws IOException {
        Files.delete(folder.resolve("matching.yaml"));
        Files.createDirectory(folder.resolve("matching.yaml"));
        assertThat(answer()).startsWith("matching.yaml:1:1: ");
        Files.delete(folder.resolve("matching.yaml"));
        Files.createDirectory(folder.resolve("brands/mill.yaml"));
        assertThat(answer()).startsWith("brands/mill.yaml:1:1: ");
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Files.delete(folder.resolve("brands/corner-oven.yaml"));
        Files.delete(folder.resolve("brands"));
        write("brands", new byte[0]);
        assertThat(answer()).startsWith("brands:1:1: no section is called so");
    }

    private String answer() {
        return answer(folder);
    }

    private static String answer(Path folder) {
        return Validation.of(folder, ShippedSections.ALL, List.of()).problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", "") + "\n")
                .collect(Collectors.joining());
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static void copyWhatShips(Path folder) throws IOException {
        Path shipped = Path.of("bot-config");
        try (Stream<Path> all = Files.walk(shipped)) {
            for (Path each : all.toList())
                Files.copy(
                        each, folder.resolve(shipped.relativize(each).toString()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
