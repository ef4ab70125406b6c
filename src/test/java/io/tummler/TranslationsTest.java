package io.tummler;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import io.tummler.api.Wording;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said in one language is said in all of them, in its place and as briefly. See docs/words.md. */
class TranslationsTest {
    private static final String ENGLISH = "en";
    private static final int DESCRIPTION_MAX = 100;
    /** Half of what Discord takes; the rest would not be seen on a telephone. */
    private static final int LABEL_MAX = 40;
    /** Beside the first words of a need or the title of a task, which take up to 60 of Discord's 80 characters. */
    private static final int LABEL_AROUND_MAX = 20;

    /** What stands between these is typed or compared, and is the same in every language. */
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    /** Where code is an example, which may be another one where people live elsewhere and speak otherwise. */
    private static final Set<String> EXAMPLES = Set.of(
            "community/no-such-time-zone.txt",
            "community/profile-empty.txt",
            "matching/nothing-said.txt",
            "matching/who-unread.txt");

    private static final Pattern REFUSAL = Pattern.compile(
            "(?i)nothing (was|of them was|has happened)|(did|took|passed) nothing|as many as one member may|have not (noted|taken)"
                    + "|could not|cannot|\\bcan['’]t\\b");

    /** By what a member is told what to do where it takes no command, in each language. */
    private static final Map<String, Pattern> REQUEST = Map.of(
            "de", request("behebe|bitte|frag|nenne|sag|schreibt|tippe|versuch"),
            "en", request("ask|name|please|put|say|tell|try|type|write"),
            "es", request("corrige|dale|di|dilo|díselo|escribe|escríbele|nombra|por favor|pregunta|prueba"));

    /** What stands before a date in the middle of a sentence. */
    private static final Map<String, Pattern> BEFORE_DATE = Map.of(
            "de", Pattern.compile(".*(\\b(am|zum|seit dem|Stand)|\\*\\*Bis\\*\\*) ", Pattern.DOTALL),
            "en", Pattern.compile(".*\\b(on|until|since)(\\*\\*)? ", Pattern.DOTALL | Pattern.CASE_INSENSITIVE),
            "es", Pattern.compile(".*\\bel(\\*\\*)? ", Pattern.DOTALL));

    private static final Map<String, Pattern> DATE = Map.of(
            "de", Pattern.compile("\\d{1,2}\\. März 2026"),
            "en", Pattern.compile("March \\d{1,2}, 2026"),
            "es", Pattern.compile("\\d{1,2} de marzo de 2026"));

    private static Pattern request(String words) {
        return Pattern.compile("(?iU)\\b(" + words + ")\\b");
    }

    private static Stream<String> translations() {
        return SaysTest.languages().filter(language -> !language.equals(ENGLISH));
    }

    private static Set<String> all() {
        return SaysTest.SENTENCES.keySet();
    }

    private static Set<String> those(Predicate<String> files) {
        return all().stream().filter(files).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<DynamicTest> each(
            Stream<String> languages, Set<String> files, BiConsumer<String, String> look) {
        return languages.flatMap(language -> files.stream()
                .map(file -> DynamicTest.dynamicTest(language + "/" + file, () -> look.accept(language, file))));
    }

    @TestFactory
    Stream<DynamicTest> a_translation_tells_what_english_tells_and_nothing_more() {
        return each(
                translations(),
                all(),
                (language, file) -> assertThat(told(language, file)).isEqualTo(told(ENGLISH, file)));
    }

    private static Set<String> told(String language, String file) {
        return SaysTest.template(language, file).getExpressions().stream()
                .filter(expression -> !expression.isLiteral())
                .map(expression -> expression.toOriginalString())
                .collect(Collectors.toSet());
    }

    @TestFactory
    Stream<DynamicTest> commands_settings_and_what_is_typed_are_the_same_in_every_language() {
        return each(
                translations(),
                those(file -> !EXAMPLES.contains(file)),
                (language, file) -> assertThat(code(language, file)).isEqualTo(code(ENGLISH, file)));
    }

    private static Set<String> code(String language, String file) {
        return CODE.matcher(SaysTest.written(language, file).replace("```", ""))
                .results()
                .map(match -> match.group(1))
                .filter(code -> code.indexOf('{') < 0)
                .collect(Collectors.toSet());
    }

    /** What has to fit into a message or a form was measured in English. */
    @TestFactory
    Stream<DynamicTest> a_translation_is_not_much_longer() {
        return each(translations(), all(), (language, file) -> {
            List<String> english = SaysTest.said(ENGLISH, file);
            List<String> translated = SaysTest.said(language, file);
            for (int i = 0; i < english.size(); i++)
                assertThat(translated.get(i))
                        .hasSizeLessThanOrEqualTo(english.get(i).length() * 3 / 2 + 20);
        });
    }

    @TestFactory
    Stream<DynamicTest> what_describes_commands_and_options_fits() {
        Set<String> descriptions = descriptions();
        assertThat(descriptions)
                .contains("matching/ask-command.txt", "matching/ask-option.txt", "chat/command-group.txt");
        return each(
                SaysTest.languages(),
                descriptions,
                (language, file) -> assertThat(SaysTest.said(language, file))
                        .allSatisfy(said -> assertThat(said)
                                .hasSizeLessThanOrEqualTo(DESCRIPTION_MAX)
                                .doesNotContain("\n", "`", "*")));
    }

    /** What commands make when they say what they are, and what is said of groups of them. */
    private static Set<String> descriptions() {
        Stream<String> ofCommands = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.tummler").stream()
                        .filter(type -> type.isAssignableTo(SlashCommand.class) && !type.isInterface())
                        .flatMap(type -> type.getMethod("spec").getConstructorCallsFromSelf().stream())
                        .map(call -> call.getTargetOwner())
                        .filter(made -> made.isAssignableTo(Sentence.class))
                        .map(JavaClass::reflect)
                        .map(SaysTest::file);
        return Stream.concat(ofCommands, Stream.of("chat/command-group.txt"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @TestFactory
    Stream<DynamicTest> buttons_and_titles_are_short() {
        Set<String> labels = labels();
        assertThat(labels).contains("introduction/found.txt", "community/stop.txt", "matching/ask-about.txt");
        return each(SaysTest.languages(), labels, (language, file) -> {
            int most = quotes(file) ? LABEL_AROUND_MAX + "some words, a loom".length() : LABEL_MAX;
            assertThat(SaysTest.said(language, file))
                    .allSatisfy(said -> assertThat(said).hasSizeLessThanOrEqualTo(most));
        });
    }

    /** What is in English a line without an end, a heading or a place in a list, is a label, or as short as one. */
    private static Set<String> labels() {
        Set<String> descriptions = descriptions();
        return those(file -> !descriptions.contains(file)
                && SaysTest.said(ENGLISH, file).stream().allMatch(said -> said.matches("[^-*\\n][^.?\\n]*[^.?:\\n]")));
    }

    private static boolean quotes(String file) {
        return Arrays.stream(
                        Objects.requireNonNull(SaysTest.SENTENCES.get(file)).getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(type -> type == String.class || type == Wording.class);
    }

    @TestFactory
    Stream<DynamicTest> who_is_refused_something_learns_what_to_do() {
        Set<String> refusals =
                those(file -> REFUSAL.matcher(text(ENGLISH, file)).find());
        assertThat(refusals).contains("chat/memory-away.txt", "matching/too-many.txt");
        return each(SaysTest.languages(), refusals, (language, file) -> {
            assertThat(REQUEST)
                    .as("how somebody is asked for something in " + language)
                    .containsKey(language);
            String text = text(language, file);
            assertThat(text.contains("`/")
                            || REQUEST.get(language).matcher(text).find())
                    .as("what to do, in: %s", text)
                    .isTrue();
        });
    }

    private static String text(String language, String file) {
        return SaysTest.written(language, file).replaceAll("\\{[^}]*}", "");
    }

    @ParameterizedTest
    @MethodSource("io.tummler.SaysTest#languages")
    void a_date_stands_in_its_sentence_as_people_say_it(String language) {
        assertThat(DATE).as("how a date is written in " + language).containsKey(language);
        List<String> before = SaysTest.SENTENCES.keySet().stream()
                .flatMap(file -> SaysTest.said(language, file).stream())
                .flatMap(said -> DATE.get(language)
                        .matcher(said)
                        .results()
                        .map(MatchResult::start)
                        .map(at -> said.substring(0, at)))
                // At the beginning of a line it stands alone, and after a preposition of its own it does not.
                .filter(words -> !words.isEmpty() && !words.endsWith("\n- "))
                .distinct()
                .toList();
        assertThat(before).isNotEmpty().allMatch(BEFORE_DATE.get(language).asMatchPredicate());
    }

    @Test
    void all_dates_of_the_samples_are_found() {
        assertThat(SaysTest.languages())
                .allSatisfy(language -> assertThat(SaysTest.said(language, "introduction/asking.txt"))
                        .allMatch(said -> DATE.get(language).matcher(said).find()));
    }
}
