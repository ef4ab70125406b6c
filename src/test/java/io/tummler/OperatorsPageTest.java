package io.tummler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** What docs/operators.md says of the program is so. */
class OperatorsPageTest {
    private static final Path PAGE = Path.of("docs/operators.md");
    /** Where code reads a setting: as a property of its own, or within braces in another value. */
    private static final Pattern SETTING =
            Pattern.compile("(?:@ConfigProperty\\(\\s*name = \"|\\$\\{)(tummler\\.[a-z.-]+)");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void it_lists_every_setting_of_the_bot() throws IOException {
        Set<String> settings = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(Files::isRegularFile)
                    .flatMap(source -> SETTING.matcher(read(source)).results())
                    .forEach(found -> settings.add(found.group(1)));
        }
        assertThat(settings).contains("tummler.discord.token", "tummler.heartbeat", "tummler.bot-config");

        String page = read(PAGE);
        assertThat(settings)
                .allSatisfy(setting -> assertThat(page)
                        .contains("`" + setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + "`"));
    }

    @Test
    void it_lists_no_setting_that_is_none() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .forEach(file -> sources.append(read(file)));
        }
        String known = sources.toString().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        Matcher named = Pattern.compile("`(TUMMLER_[A-Z_]+)`").matcher(read(PAGE));
        assertThat(named.results().map(found -> found.group(1))).isNotEmpty().allMatch(known::contains);
    }

    @Test
    void the_permissions_of_the_invitation_are_those_that_it_names() {
        long needed = Permission.getRaw(
                Permission.VIEW_CHANNEL,
                Permission.MESSAGE_SEND,
                Permission.MESSAGE_HISTORY,
                Permission.CREATE_PRIVATE_THREADS,
                Permission.MESSAGE_SEND_IN_THREADS);
        assertThat(read(PAGE))
                .contains("&permissions=" + needed + "\n", "**" + needed + "**")
                .contains("`permissions=" + (needed | Permission.MANAGE_THREADS.getRawValue()) + "`");
    }
}
