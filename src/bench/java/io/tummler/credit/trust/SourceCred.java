package io.tummler.credit.trust;

import io.tummler.credit.trust.World.Word;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * SourceCred's CredRank, as its npm package {@code sourcecred} 0.11.2 ships it, in a process of its own. The package is
 * no part of this project: {@code npm pack sourcecred@0.11.2}, unpack it, and name the folder {@code package} in the
 * environment variable {@value #FOLDER}. Each word mints its worth; everything else is as SourceCred has it by default.
 */
final class SourceCred implements Rater {
    private static final String FOLDER = "SOURCECRED";
    private static final Path SCRIPT = Path.of("src", "bench", "js", "credrank.cjs");
    private static final Path WORK = Path.of("target", "bench", "sourcecred");
    private static final long PATIENCE_MINUTES = 6;

    private final Path folder;
    private double cpuSeconds;

    private SourceCred(Path folder) {
        this.folder = folder;
    }

    /** Nothing where it is not there; says so. */
    static Optional<SourceCred> found() {
        String folder = System.getenv(FOLDER);
        if (folder != null && Files.exists(Path.of(folder, "dist", "client", "api.js")))
            return Optional.of(new SourceCred(Path.of(folder)));
        System.out.printf("# sourcecred is skipped: no unpacked npm package of that name in $%s%n", FOLDER);
        return Optional.empty();
    }

    @Override
    public List<Rating> rate(World world) {
        try {
            Files.createDirectories(WORK);
            Path words = WORK.resolve("words");
            Path cred = WORK.resolve("cred");
            write(world, words);
            Process node = new ProcessBuilder("node", SCRIPT.toString(), folder.toString())
                    .redirectInput(words.toFile())
                    .redirectOutput(cred.toFile())
                    .redirectError(WORK.resolve("errors").toFile())
                    .start();
            if (!node.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                node.destroyForcibly().waitFor();
                throw new IllegalStateException("sourcecred took more than %d minutes".formatted(PATIENCE_MINUTES));
            }
            if (node.exitValue() != 0)
                throw new IllegalStateException("sourcecred failed, see " + WORK.resolve("errors"));
            cpuSeconds = Double.parseDouble(
                    Files.readAllLines(WORK.resolve("errors")).getLast());
            return Rating.only(
                    "sourcecred",
                    Files.readAllLines(cred).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What the last rating took of the processor. */
    double cpuSeconds() {
        return cpuSeconds;
    }

    private static void write(World world, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(world.members() + "\n");
            for (Word word : world.words())
                out.write("%d %d %s %d%n".formatted(word.by(), word.of(), word.worth(), word.at()));
        }
    }
}
