package io.tummler.config;

import io.tummler.api.MemberId;
import io.tummler.api.Mode;
import io.tummler.api.Sentence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What moderators are told about their files. */
final class Says {
    /** So many lines fit into a message together with what stands around them. */
    private static final int LINES = 15;

    private static final int WIDTH = 160;

    private Says() {}

    /** Text that means itself between backticks, and fits in a line. */
    private static String code(String text) {
        // Format characters turn text around or hide it, but for the joiners of scripts; marks without end cover lines.
        String plain = text.replaceAll("[`\\p{Cntrl}\\p{Co}[\\p{Cf}&&[^\\u200C\\u200D]]]+", " ")
                .replaceAll("(\\p{M}{2})\\p{M}+", "$1")
                .strip();
        return plain.codePointCount(0, plain.length()) <= WIDTH
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, WIDTH)) + "…";
    }

    /** What held before and what holds now; {@code ""} for nothing. */
    record Line(String key, String before, String after) {
        static Line of(Effective.Change change) {
            return new Line(
                    code(change.key()),
                    code(change.before().orElse("")),
                    code(change.after().orElse("")));
        }
    }

    private static List<Line> lines(List<Effective.Change> changes) {
        return changes.stream().limit(LINES).map(Line::of).toList();
    }

    private static int more(int all) {
        return Math.max(0, all - LINES);
    }

    record ConfigChanged(List<Line> lines, int more, Author author) implements Sentence {
        static ConfigChanged of(List<Effective.Change> changes, Optional<MemberId> by, Optional<Commit> commit) {
            return new ConfigChanged(Says.lines(changes), Says.more(changes.size()), Author.of(by, commit));
        }
    }

    /**
     * Who made a change.
     *
     * @param member who ran a command; without one, it came with the files
     * @param commit of which the files are a checkout, {@code ""} for none
     * @param name of its author, {@code ""} when that is not known, as its {@code subject}
     */
    record Author(Optional<MemberId> member, String commit, String name, String subject) {
        static Author of(Optional<MemberId> member, Optional<Commit> commit) {
            return new Author(
                    member,
                    commit.map(Commit::abbreviated).orElse(""),
                    commit.map(Commit::author).map(Says::code).orElse(""),
                    commit.map(Commit::subject).map(Says::code).orElse(""));
        }

        public boolean hasMember() {
            return member.isPresent();
        }

        public MemberId person() {
            return member.orElseThrow();
        }
    }

    record ConfigBad(List<String> lines, int more) implements Sentence {
        static ConfigBad of(List<Problem> problems, Path folder) {
            return new ConfigBad(Says.problems(problems, folder), Says.more(problems.size()));
        }
    }

    private static List<String> problems(List<Problem> problems, Path folder) {
        return problems.stream()
                .limit(LINES)
                .map(problem -> code(inside(folder, problem.file()) + ':' + problem.line() + ':' + problem.column()
                        + ": " + problem.what()
                        // Of the two, what was meant is the shorter answer.
                        + problem.meant()
                                .map(meant -> " - did you mean '" + meant + "'?")
                                .orElse(problem.allowed().isEmpty() ? "" : " - " + problem.allowed())))
                .toList();
    }

    /** Moderators know their folder, and not where it is on the bot's machine. */
    private static String inside(Path folder, String file) {
        Path path = Path.of(file);
        return path.startsWith(folder) ? folder.relativize(path).toString() : file;
    }

    record ConfigGood(int keys) implements Sentence {}

    record NothingNew() implements Sentence {}

    record ReloadBad(List<String> lines, int more) implements Sentence {
        static ReloadBad of(List<Problem> problems, Path folder) {
            return new ReloadBad(Says.problems(problems, folder), Says.more(problems.size()));
        }
    }

    record Reloaded(List<Line> lines, int more) implements Sentence {
        static Reloaded of(List<Effective.Change> changes) {
            return new Reloaded(Says.lines(changes), Says.more(changes.size()));
        }
    }

    record ConfigShown(String section, List<Held> keys, int more) implements Sentence {}

    record Held(String key, String value, boolean written) {
        static Held of(Setting setting) {
            return new Held(
                    code(setting.key().isEmpty() ? setting.section() : setting.key()),
                    code(setting.shown()),
                    setting.at().isPresent());
        }
    }

    record SectionsShown(List<String> sections, Mode mode) implements Sentence {}

    record NoSuchSection(String section, String meant) implements Sentence {
        static NoSuchSection of(String section, Optional<String> meant) {
            return new NoSuchSection(code(section), meant.map(Says::code).orElse(""));
        }
    }

    /** @param place file, line and column; {@code ""} for a default */
    record Why(String key, String value, String place, String meaning) implements Sentence {
        static Why of(Setting setting, Path folder) {
            return new Why(
                    code(setting.path()),
                    code(setting.shown()),
                    setting.at()
                            .map(at -> code(inside(folder, at.file()) + ":" + at.line() + ":" + at.column()))
                            .orElse(""),
                    setting.meaning());
        }
    }

    record NoSuchKey(String key, String meant) implements Sentence {
        static NoSuchKey of(String key, Optional<String> meant) {
            return new NoSuchKey(code(key), meant.map(Says::code).orElse(""));
        }
    }

    record ModeIs(Mode mode, Mode files, Mode brake) implements Sentence {}

    /** @param mode what holds from now on, which may be less than what was asked for */
    record ModeSet(Mode asked, Mode mode) implements Sentence {}

    record PastTitle(int shown) implements Sentence {}

    record PastChange(LocalDate day, List<Line> lines, int more, Author author) implements Sentence {
        static PastChange of(Changes.Past past) {
            return new PastChange(
                    past.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                    past.changes().stream().limit(3).map(Line::of).toList(),
                    Math.max(0, past.changes().size() - 3),
                    Author.of(past.by(), past.commit()));
        }
    }

    record NoPast() implements Sentence {}

    record ShowCommand() implements Sentence {}

    record ShowOption() implements Sentence {}

    record WhyCommand() implements Sentence {}

    record WhyOption() implements Sentence {}

    record ValidateCommand() implements Sentence {}

    record ReloadCommand() implements Sentence {}

    record ModeCommand() implements Sentence {}

    record ModeOption() implements Sentence {}

    record ChangesCommand() implements Sentence {}
}
