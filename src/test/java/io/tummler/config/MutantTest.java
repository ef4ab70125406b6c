package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.config.Mutant.Edit;
import io.tummler.config.Mutant.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is done to the files that ship, what is wrong is told with its place, and nothing wrong is taken. */
class MutantTest {
    private static final Pattern KEY = Pattern.compile("( *)([a-z-]+):.*");
    private static final Set<String> KEYS = keys();

    private static Path folder;
    private static Mutant mutant;

    @BeforeContainer
    static void make() throws IOException {
        folder = Files.createTempDirectory("bot-config");
        mutant = new Mutant(folder);
    }

    @AfterContainer
    static void remove() throws IOException {
        mutant.write(Map.of());
        Files.delete(folder);
    }

    private static Set<String> keys() {
        Set<String> keys = new HashSet<>();
        ShippedSections.ALL.all().forEach(section -> collect(section.shape(), keys));
        return keys;
    }

    private static void collect(Shape shape, Set<String> keys) {
        switch (shape) {
            case Shape.Group group ->
                group.keys().forEach(key -> {
                    keys.add(key.name());
                    collect(key.shape(), keys);
                });
            case Shape.ListOf list -> collect(list.entry(), keys);
            case Shape.Maybe maybe -> collect(maybe.shape(), keys);
            case Shape.Scalar _ -> {}
        }
    }

    private static Validation validated(Map<String, String> files) {
        mutant.write(files);
        return Validation.of(folder, ShippedSections.ALL, List.of());
    }

    @Example
    void unchanged_the_files_have_no_problem() {
        assertThat(validated(Mutant.BASE).problems()).isEmpty();
    }

    @Property(seed = "1", tries = 1500)
    void every_problem_has_its_place_and_without_one_every_section_holds(@ForAll("edits") List<Edit> edits) {
        Validation validation = validated(Mutant.edited(edits));
        mutant.assertPlaces(validation.problems());
        Mutant.assertTaken(validation, ShippedSections.ALL);
    }

    @Property(seed = "2", tries = 300)
    void an_unknown_key_is_told_at_any_depth(
            @ForAll("names") String name, @ForAll @IntRange(max = 10_000) int file, @ForAll @IntRange int line) {
        Assume.that(!KEYS.contains(name));
        assertThat(toldOf(name, file, line)).hasSize(1);
    }

    @Property(seed = "3", tries = 300)
    void a_key_that_is_almost_right_is_told_with_what_was_meant(
            @ForAll @IntRange(max = 10_000) int file,
            @ForAll @IntRange int line,
            @ForAll @IntRange(max = 3) int how,
            @ForAll @IntRange(max = 100) int at) {
        List<Integer> lines = keyLines(textOf(file));
        String key = key(textOf(file).get(lines.get(line % lines.size())));
        String name = oneEditAway(key, how, at % key.length());
        Assume.that(!KEYS.contains(name) && name.matches("[a-z][a-z-]*"));
        assertThat(toldOf(name, file, line))
                .singleElement()
                .satisfies(problem -> assertThat(problem.meant())
                        .hasValueSatisfying(meant ->
                                assertThat(Suggestion.distance(meant, name)).isOne()));
    }

    /** The problems about a key that is put before another one. */
    private static List<Problem> toldOf(String name, int file, int line) {
        List<String> text = textOf(file);
        List<Integer> lines = keyLines(text);
        int at = lines.get(line % lines.size());
        Matcher key = KEY.matcher(text.get(at));
        assertThat(key.matches()).isTrue();
        text.add(at, key.group(1) + name + ": 1");
        Map<String, String> files = new TreeMap<>(Mutant.BASE);
        files.put(yaml().get(file % yaml().size()), String.join("\n", text));
        return validated(files).problems().stream()
                .filter(problem -> problem.what().equals("there is no key '" + name + "'")
                        && problem.line() == at + 1
                        && problem.column() == key.group(1).length() + 1
                        && problem.file()
                                .equals(folder.resolve(yaml().get(file % yaml().size()))
                                        .toString()))
                .toList();
    }

    private static List<String> yaml() {
        return Mutant.BASE.keySet().stream()
                .filter(name -> name.endsWith(".yaml"))
                .toList();
    }

    private static List<String> textOf(int file) {
        String name = yaml().get(file % yaml().size());
        return new ArrayList<>(Arrays.asList(Mutant.BASE.get(name).split("\n", -1)));
    }

    private static List<Integer> keyLines(List<String> text) {
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) if (KEY.matcher(text.get(i)).matches()) lines.add(i);
        return lines;
    }

    private static String key(String line) {
        return line.strip().substring(0, line.strip().indexOf(':'));
    }

    private static String oneEditAway(String key, int how, int at) {
        String before = key.substring(0, at);
        String after = key.substring(at);
        return switch (how) {
            case 0 -> before + "q" + after;
            case 1 -> before + after.substring(1);
            case 2 -> before + "q" + after.substring(1);
            default -> after.length() < 2 ? key + "q" : before + after.charAt(1) + after.charAt(0) + after.substring(2);
        };
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 1_000_000);
        return Combinators.combine(Arbitraries.of(Kind.class), number, number, number)
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
