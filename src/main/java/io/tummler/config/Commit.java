package io.tummler.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The commit that a folder is a checkout of, read from the files that git's gitrepository-layout documents, for where the bot
 * runs there is no git.
 *
 * @param id all of it, in hexadecimal
 * @param author empty when the commit lies in a pack
 * @param subject the first line of its message; empty as the author
 */
record Commit(String id, String author, String subject) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern AUTHOR = Pattern.compile("(?m)^author (.{1,200}?) <[^>\\n]*> \\d+ [+-]\\d{4}$");
    private static final String REF = "ref: ";
    private static final String GIT_DIR = "gitdir: ";
    private static final int SHORT = 10;
    private static final int LONGEST = 200;
    private static final int MOST_BYTES = 1 << 16;
    private static final int LINKS = 5;

    String abbreviated() {
        return id.substring(0, SHORT);
    }

    /** Of the repository that this folder, or one around it, is the root of a checkout of. Empty for any other folder. */
    static Optional<Commit> of(Path folder) {
        try {
            for (@Nullable Path here = folder.toAbsolutePath().normalize(); here != null; here = here.getParent())
                if (Files.exists(here.resolve(".git"))) return at(gitDir(here.resolve(".git")));
        } catch (IOException unreadable) {
            // Whoever can't be told is not named.
        }
        return Optional.empty();
    }

    /** A worktree has a file there, which names its folder. */
    private static Path gitDir(Path git) throws IOException {
        if (Files.isDirectory(git)) return git;
        String text = text(git);
        return text.startsWith(GIT_DIR)
                ? git.resolveSibling(text.substring(GIT_DIR.length())).normalize()
                : git;
    }

    private static Optional<Commit> at(Path gitDir) throws IOException {
        Path shared = gitDir.resolve("commondir");
        Path common = Files.exists(shared) ? gitDir.resolve(text(shared)).normalize() : gitDir;
        String head = text(gitDir.resolve("HEAD"));
        for (int i = 0; i < LINKS && head.startsWith(REF); i++)
            head = ref(gitDir, common, head.substring(REF.length()));
        return ID.matcher(head).matches() ? Optional.of(described(common, head)) : Optional.empty();
    }

    private static String ref(Path gitDir, Path common, String name) throws IOException {
        for (Path in : List.of(gitDir, common)) {
            Path loose = in.resolve(name).normalize();
            if (loose.startsWith(in) && Files.isRegularFile(loose)) return text(loose);
        }
        Path packed = common.resolve("packed-refs");
        if (!Files.exists(packed)) return "";
        try (var lines = Files.lines(packed)) {
            return lines.filter(line -> line.endsWith(" " + name))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst()
                    .orElse("");
        }
    }

    private static Commit described(Path common, String id) {
        Path object = common.resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
        if (!Files.exists(object)) return new Commit(id, "", "");
        try (InputStream inflated = new InflaterInputStream(Files.newInputStream(object))) {
            String text = new String(inflated.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            Matcher author = AUTHOR.matcher(text);
            int message = text.indexOf("\n\n");
            String subject = message < 0
                    ? ""
                    : text.substring(message + 2).lines().findFirst().orElse("");
            return new Commit(id, author.find() ? author.group(1) : "", cut(subject));
        } catch (IOException broken) {
            return new Commit(id, "", "");
        }
    }

    private static String cut(String subject) {
        return subject.length() <= LONGEST
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    private static String text(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return new String(input.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
        }
    }
}
