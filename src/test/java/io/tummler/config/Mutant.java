package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with the files that ship, some of them once more for two communities, and what became of them by edits. */
final class Mutant {
    static final String ID = "1434814355878182913";
    static final String OTHER_ID = "1434814355878182914";
    private static final Path SHIPPED = Path.of("bot-config");
    private static final String WORDS = "say/en/credit/thanks-booked.txt";
    private static final Set<String> OVERRIDDEN = Set.of("matching.yaml", "brands/corner-oven.yaml");
    static final Map<String, String> BASE = base();

    /** Separated by spaces, so that the first is none at all. */
    private static final List<String> CHARACTERS =
            List.of((" \t \n \r \0 \u0007 ' \" [ ] { } : : # & * @ % ` ! ? - | > ~"
                            + " \\ , = << \uFEFF \u200B \u00A0 \u0085 \u2028 \u202E é 😀 \uD800 ---\n ...\n <<<<<<<_a\n =======\n")
                    .split(" "));

    private static final List<String> VALUES =
            List.of("""

            ~
            []
            {}
            [[1]]
            [~]
            {a: b}
            {? [a] : b}
            true
            No
            0
            -1
            1.5
            1e400
            NaN
            0x1F
            1_000
            99999999999999999999
            '{env:NOT_SET}'
            '{env:not a name}'
            {env:NOT_SET}
            '{env:'
            'a {env:A} {env:B}'
            2027-02-30
            0 days
            999999 weeks
            #moderators
            @moderators
            &a x
            *a
            !!int 2
            !<
            |
            >-
            "\\d"
            "\\uD800"
            "\\U0011FFFF"
            '
            a: b
            - a
            \u0007
            \u200B
            \uFEFF0.2
            %s
            [%s]
            %s
            %s
            """.formatted("x".repeat(5_000), "a, ".repeat(2_000), "[".repeat(40), "{a: ".repeat(40))
                    .split("\n"));

    private static final List<String> NAMES = List.of("""
            matching.yml
            Matching.yaml
            x.yaml
            .hidden.yaml
            x.md
            brands/The Mill.yaml
            brands/x.yml
            brands/a/b.yaml
            brands/é\u200B.yaml
            communities/x.yaml
            communities/ID/x.yaml
            communities/nobody/matching.yaml
            communities/ID/listening.yaml
            communities/x/communities/y/matching.yaml
            say/x.txt
            say/en/credit/none.txt
            say/en/credit/x.yaml
            say/a/b/c/d/e.txt
            communities/bakers/say/en/credit/thanks-booked.txt
            matching.yaml/x.yaml
            """.replace("ID", ID).split("\n"));

    /** What one edit does; {@code at} and {@code with} choose among what there is. */
    enum Kind {
        DELETE_LINE {
            @Override
            void edit(List<String> lines, int line, int with) {
                lines.remove(line);
            }
        },
        DUPLICATE_LINE {
            @Override
            void edit(List<String> lines, int line, int with) {
                lines.add(with % (lines.size() + 1), lines.get(line));
            }
        },
        SWAP_LINES {
            @Override
            void edit(List<String> lines, int line, int with) {
                String other = lines.set(with % lines.size(), lines.get(line));
                lines.set(line, other);
            }
        },
        CHANGE_CHARACTER {
            @Override
            void edit(List<String> lines, int line, int with) {
                String text = lines.get(line);
                int column = with % (text.length() + 1);
                String rest = column < text.length() ? text.substring(column + with / 3 % 2) : "";
                lines.set(
                        line,
                        text.substring(0, column) + of(CHARACTERS, with / 7).replace('_', ' ') + rest);
            }
        },
        REPLACE_VALUE {
            @Override
            void edit(List<String> lines, int line, int with) {
                lines.set(line, lines.get(line).replaceFirst("[:-] .*|:$", ": ") + of(VALUES, with));
            }
        },
        INDENT {
            @Override
            void edit(List<String> lines, int line, int with) {
                lines.set(line, " ".repeat(with % 5) + lines.get(line).strip());
            }
        },
        TRUNCATE {
            @Override
            void edit(List<String> lines, int line, int with) {
                lines.subList(line, lines.size()).clear();
                lines.add(of(CHARACTERS, with));
            }
        },
        RENAME {
            @Override
            void edit(Map<String, String> files, String name, int at, int with) {
                String other = of(NAMES, with);
                // What stands in a file's way as a folder has its own tests.
                if (files.keySet().stream().anyMatch(it -> it.startsWith(other + "/") || other.startsWith(it + "/")))
                    return;
                String text = at % 2 == 0 ? files.remove(name) : files.get(name);
                files.put(other, text == null ? "" : text);
            }
        };

        void edit(Map<String, String> files, String name, int at, int with) {
            List<String> lines =
                    new ArrayList<>(Arrays.asList(files.getOrDefault(name, "").split("\n", -1)));
            edit(lines, at % lines.size(), with);
            files.put(name, String.join("\n", lines));
        }

        void edit(List<String> lines, int line, int with) {
            throw new AssertionError("%s edits no lines".formatted(this));
        }
    }

    /** All numbers are positive. */
    record Edit(Kind kind, int file, int at, int with) {
        void make(Map<String, String> files) {
            if (!files.isEmpty()) kind.edit(files, of(List.copyOf(files.keySet()), file), at, with);
        }
    }

    private final Path folder;
    private final Map<String, String> written = new HashMap<>();

    Mutant(Path folder) {
        this.folder = folder;
    }

    private static <T> T of(List<T> choices, int choice) {
        return choices.get(choice % choices.size());
    }

    private static Map<String, String> base() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(SHIPPED)) {
            for (Path file : all.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                String name = SHIPPED.relativize(file).toString();
                String text = Files.readString(file);
                files.put(name, text);
                if (OVERRIDDEN.contains(name)) files.put("communities/" + ID + "/" + name, text);
                if (name.equals("community.yaml"))
                    files.put(
                            "communities/bakers/" + name,
                            text.replaceFirst("# guild: .*", "guild: '" + OTHER_ID + "'"));
            }
            String words =
                    Files.readString(Path.of("src/main/resources/templates").resolve(WORDS));
            files.put(WORDS, words);
            files.put("communities/" + ID + "/" + WORDS, words);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> edited(List<Edit> edits) {
        Map<String, String> files = new TreeMap<>(BASE);
        edits.forEach(edit -> edit.make(files));
        return files;
    }

    /** Makes the folder hold these files and nothing else. */
    void write(Map<String, String> files) {
        try {
            if (!files.keySet().equals(written.keySet())) removeOthers(files.keySet());
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (file.getValue().equals(written.put(file.getKey(), file.getValue()))) continue;
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                // A half of a pair has no UTF-8, so this writes a question mark.
                Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeOthers(Set<String> names) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                String name = folder.relativize(path).toString();
                if (name.isEmpty() || names.stream().anyMatch(it -> (it + "/").startsWith(name + "/"))) continue;
                Files.delete(path);
                written.remove(name);
            }
        }
    }

    /** Each problem has a place that there is, and words that are none of the JDK. */
    void assertPlaces(List<Problem> problems) {
        assertThat(problems).allSatisfy(problem -> {
            Path file = Path.of(problem.file());
            assertThat(file).startsWithRaw(folder);
            assertThat(problem.what()).isNotBlank().doesNotContain("\n", "out of bounds", "ndex ");
            if (!Files.isRegularFile(file)) {
                assertThat(file.getParent()).isDirectory();
                assertThat(problem.line()).isOne();
                assertThat(problem.column()).isOne();
                return;
            }
            Lines lines = Lines.of(written.getOrDefault(folder.relativize(file).toString(), ""));
            assertThat(problem.line()).isBetween(1, lines.all().size());
            String line = lines.get(problem.line() - 1);
            assertThat(problem.column()).isBetween(1, line.codePointCount(0, line.length()) + 1);
        });
    }

    /** What holds without a problem is a policy with every section in it. */
    static void assertTaken(Validation validation, Sections sections) {
        if (!validation.problems().isEmpty()) return;
        for (String guild : List.of(ID, OTHER_ID, "100000000000000001"))
            for (Sections.Entry section : sections.all()) {
                var policy = validation.policy(guild).orElseThrow();
                if (section.folder()) assertThat(policy.folder(section.type())).isNotNull();
                else assertThat(policy.section(section.type())).isNotNull();
            }
    }
}
