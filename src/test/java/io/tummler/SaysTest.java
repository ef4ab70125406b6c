package io.tummler;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode;
import io.quarkus.qute.ValueResolver;
import io.tummler.api.Audience;
import io.tummler.api.MemberId;
import io.tummler.api.Sentence;
import io.tummler.api.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence has its words in every language, and all words have their sentence. */
class SaysTest {
    private static final Path WORDS = Path.of("src/main/resources/templates/say");
    /** More than any enum, list or number in a sentence makes a difference. */
    private static final int VARIANTS = 12;

    /** Each record by the file of its words. */
    static final Map<String, Class<?>> SENTENCES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.tummler").stream()
                    .filter(type -> type.isAssignableTo(Sentence.class) && type.isRecord())
                    .map(JavaClass::reflect)
                    .collect(Collectors.toMap(SaysTest::file, type -> type, (one, _) -> one, TreeMap::new));

    private static final Map<String, Engine> ENGINES =
            languages().collect(Collectors.toMap(Function.identity(), SaysTest::engine));

    /** Writes what differs from language to language as the bot does. */
    private static Engine engine(String language) {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(ValueResolver.builder()
                        .applyToBaseClass(Record.class)
                        .resolveSync(context -> component((Record) context.getBase(), context.getName()))
                        .build())
                .addResultMapper(mapper(
                        LocalDate.class,
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.of(language))::format))
                .addResultMapper(mapper(Wording.class, Wording::text))
                .addResultMapper(mapper(MemberId.class, _ -> "@somebody"))
                .build();
    }

    private static <T> ResultMapper mapper(Class<T> type, Function<T, String> words) {
        return new ResultMapper() {
            @Override
            public boolean appliesTo(TemplateNode.Origin origin, Object result) {
                return type.isInstance(result);
            }

            @Override
            public String map(Object result, Expression expression) {
                return words.apply(type.cast(result));
            }
        };
    }

    /** Those that there is a folder of. */
    static Stream<String> languages() {
        try (Stream<Path> folders = Files.list(WORDS)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The template of a sentence as it is written. */
    static String written(String language, String file) {
        try {
            return Files.readString(WORDS.resolve(language).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template template(String language, String file) {
        return Objects.requireNonNull(ENGINES.get(language)).parse(written(language, file));
    }

    /** What a sentence says of different things. */
    static List<String> said(String language, String file) {
        Template template = template(language, file);
        return IntStream.range(0, VARIANTS)
                .mapToObj(variant -> template.data("the", sample(SENTENCES.get(file), variant))
                        .render()
                        .strip())
                .toList();
    }

    static String file(Class<?> type) {
        String packageName = type.getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1) + "/"
                + type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
                + ".txt";
    }

    private static Object component(Record record, String name) {
        try {
            var accessor = record.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(record.getClass() + " has no " + name, e);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_sentence_has_words_and_no_words_are_left_over(String language) throws IOException {
        Path words = WORDS.resolve(language);
        try (Stream<Path> files = Files.walk(words)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(path -> words.relativize(path).toString()))
                    .containsExactlyInAnyOrderElementsOf(SENTENCES.keySet());
        }
    }

    @Test
    void a_native_executable_can_write_dates_in_every_language_that_there_is() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        assertThat(settings.getProperty("quarkus.locales").split(","))
                .containsExactlyInAnyOrderElementsOf(languages().toList());
    }

    @TestFactory
    Stream<DynamicTest> each() {
        return languages()
                .flatMap(language -> SENTENCES.entrySet().stream()
                        .map(entry -> DynamicTest.dynamicTest(
                                language + "/" + entry.getKey(),
                                () -> is_declared_calm_and_whole(language, entry.getKey(), entry.getValue()))));
    }

    private static void is_declared_calm_and_whole(String language, String file, Class<?> type) {
        String words = written(language, file);
        assertThat(words.lines().findFirst()).contains("{@" + type.getName() + " the}");
        assertThat(words.replaceAll("\\{[^}]*}", "")).as("what it says").doesNotContain("!", "¡");
        assertThat(said(language, file))
                .allSatisfy(
                        said -> assertThat(said).isNotBlank().doesNotContain("{", "}", "NOT_FOUND", "null", "Says"));
    }

    /** A value of a type; other ones in other variants. */
    private static Object sample(Type type, int variant) {
        if (type == String.class) return "some words";
        if (type == int.class) return variant;
        if (type == long.class || type == Long.class) return (long) variant;
        if (type == boolean.class) return variant % 2 == 0;
        if (type == Wording.class) return new Wording("a loom and wool");
        if (type == MemberId.class) return new MemberId(new UUID(7, variant));
        if (type == Audience.Size.class) return Audience.Size.of(Audience.Size.FEWEST * (long) variant);
        if (type == LocalDate.class) return LocalDate.of(2026, 3, 1).plusDays(variant);
        if (type == Sentence.class) return new Within("does something");
        if (type instanceof ParameterizedType of && of.getRawType() == List.class)
            return Collections.nCopies(variant % 3, sample(of.getActualTypeArguments()[0], variant));
        if (type instanceof ParameterizedType of && of.getRawType() == Optional.class)
            return variant % 2 == 0 ? Optional.empty() : Optional.of(sample(of.getActualTypeArguments()[0], variant));
        if (type instanceof Class<?> of && of.isEnum())
            return of.getEnumConstants()[variant % of.getEnumConstants().length];
        if (type instanceof Class<?> of && of.isRecord()) return made(of, variant);
        throw new AssertionError("a sentence with a component of " + type + ": say here what is one");
    }

    /** Stands for a sentence in another, which has a test of its own. */
    private record Within(String words) implements Sentence {
        @Override
        public String toString() {
            return words;
        }
    }

    private static Object made(Class<?> type, int variant) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = sample(components[i].getGenericType(), variant);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a sentence with a " + type + " that can't be made", e);
        }
    }
}
