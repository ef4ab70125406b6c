package io.tummler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tummler.api.SlashCommand;
import io.tummler.api.SlashCommand.Option;
import io.tummler.api.SlashCommand.Spec;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What commands, their options and choices are called in each language beside English. */
class NamesTest {
    private static final Path NAMES = Path.of("src/main/resources/names");

    private static final List<Spec> SPECS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.tummler").stream()
                    .filter(type -> type.isAssignableTo(SlashCommand.class) && !type.isInterface())
                    .map(JavaClass::reflect)
                    .map(NamesTest::spec)
                    .toList();

    /** What it is, a command says without the help of what it works with. */
    private static Spec spec(Class<?> command) {
        try {
            Constructor<?> constructor = command.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object[] idle = Stream.of(constructor.getParameterTypes())
                    .map(type -> type == List.class ? List.of() : mock(type))
                    .toArray();
            return ((SlashCommand) constructor.newInstance(idle)).spec();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(command + " can't be made", e);
        }
    }

    private static Stream<String> languages() {
        return SaysTest.languages().filter(language -> !language.equals("en"));
    }

    private static Map<String, String> names(String language) throws IOException {
        var names = new Properties();
        try (var file = Files.newBufferedReader(NAMES.resolve(language + ".properties"))) {
            names.load(file);
        }
        return names.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, names::getProperty));
    }

    /** Of a command and of the groups that it is in. */
    private static Stream<String> commands(Spec spec) {
        List<String> words = List.of(spec.name().split(" "));
        return IntStream.rangeClosed(1, words.size()).mapToObj(many -> String.join(".", words.subList(0, many)));
    }

    private static String command(Spec spec) {
        return spec.name().replace(' ', '.');
    }

    private static Stream<String> options(Spec spec) {
        return spec.options().stream().map(option -> command(spec) + "." + option.name());
    }

    private static Stream<String> choices(Spec spec) {
        return spec.options().stream()
                .flatMap(option -> option instanceof Option.Choice choice ? choices(spec, choice) : Stream.empty());
    }

    private static Stream<String> choices(Spec spec, Option.Choice choice) {
        return choice.of().stream()
                .map(word -> word.replace(' ', '-').toLowerCase(Locale.ROOT))
                .map(word -> command(spec) + "." + choice.name() + "." + word);
    }

    private static List<String> all(Function<Spec, Stream<String>> keys) {
        return SPECS.stream().flatMap(keys).distinct().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_command_and_option_has_a_name_that_discord_takes(String language) throws IOException {
        Map<String, String> names = names(language);
        List<String> keys = Stream.concat(all(NamesTest::commands).stream(), all(NamesTest::options).stream())
                .toList();
        assertThat(keys).contains("ask", "ask.what", "tummler", "tummler.config", "tummler.config.mode.to");
        assertThat(names).containsKeys(keys.toArray(String[]::new));
        assertThat(keys).allSatisfy(key -> assertThat(names.get(key)).as(key).matches("[\\p{Ll}\\p{Nd}-]{1,32}"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everything_that_is_chosen_from_has_a_name_that_discord_takes(String language) throws IOException {
        Map<String, String> names = names(language);
        List<String> keys = all(NamesTest::choices);
        assertThat(keys).contains("me.what.export", "profile.quiet-from.-", "profile.quiet-from.22");
        assertThat(names).containsKeys(keys.toArray(String[]::new));
        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(names.get(key)).as(key).isNotBlank().hasSizeLessThanOrEqualTo(100));
    }

    /** Within one command, one option, or among those that begin alike. */
    @ParameterizedTest
    @MethodSource("languages")
    void nothing_is_called_as_something_beside_it(String language) throws IOException {
        Map<String, List<String>> beside = new TreeMap<>();
        names(language)
                .forEach((key, name) -> beside.computeIfAbsent(
                                key.substring(0, Math.max(0, key.lastIndexOf('.'))), _ -> new ArrayList<>())
                        .add(name));
        assertThat(beside)
                .allSatisfy((within, names) -> assertThat(names).as(within).doesNotHaveDuplicates());
    }

    @Test
    void the_languages_of_names_are_those_of_sentences() throws IOException {
        try (Stream<Path> files = Files.list(NAMES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".properties", ""))
                            .filter(language -> !language.equals("en")))
                    .containsExactlyInAnyOrderElementsOf(languages().toList());
        }
    }
}
